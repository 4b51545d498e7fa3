/*
 * The kernel's <asm-generic/poll.h> with struct pollfd as <poll.h> has it:
 * libc's functions take that one, and the kernel's may have another layout.
 */
#ifndef LWB_UAPI_ASM_GENERIC_POLL_H
#define LWB_UAPI_ASM_GENERIC_POLL_H
#pragma GCC system_header

#include <poll.h>
#define pollfd __lwb_kernel_pollfd
#include_next <asm-generic/poll.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef pollfd

#endif

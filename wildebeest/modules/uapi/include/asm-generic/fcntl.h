/*
 * The kernel's <asm-generic/fcntl.h> with struct f_owner_ex, struct flock as
 * <fcntl.h> has them: libc's functions take that one, and the kernel's may have
 * another layout.
 */
#ifndef LWB_UAPI_ASM_GENERIC_FCNTL_H
#define LWB_UAPI_ASM_GENERIC_FCNTL_H
#pragma GCC system_header

#include <fcntl.h>
#define f_owner_ex __lwb_kernel_f_owner_ex
#define flock __lwb_kernel_flock
/* The module lfs64 has it. */
#ifdef __LWB_LFS64
#define flock64 __lwb_kernel_flock64
#endif
#include_next <asm-generic/fcntl.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
#undef flock64
#endif
#undef f_owner_ex
#undef flock

#endif

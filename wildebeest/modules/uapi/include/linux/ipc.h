/*
 * The kernel's <linux/ipc.h> with struct ipc_perm as <sys/ipc.h> has it: libc's
 * functions take that one, and the kernel's may have another layout.
 */
#ifndef LWB_UAPI_LINUX_IPC_H
#define LWB_UAPI_LINUX_IPC_H
#pragma GCC system_header

#include <sys/ipc.h>
#define ipc_perm __lwb_kernel_ipc_perm
#include_next <linux/ipc.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef ipc_perm

#endif

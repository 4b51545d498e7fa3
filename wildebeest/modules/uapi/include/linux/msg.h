/*
 * The kernel's <linux/msg.h> with struct msgbuf, struct msginfo, struct
 * msqid_ds as <sys/msg.h> has them: libc's functions take that one, and the
 * kernel's may have another layout.
 */
#ifndef LWB_UAPI_LINUX_MSG_H
#define LWB_UAPI_LINUX_MSG_H
#pragma GCC system_header

#include <sys/msg.h>
#define msgbuf __lwb_kernel_msgbuf
#define msginfo __lwb_kernel_msginfo
#define msqid_ds __lwb_kernel_msqid_ds
#include_next <linux/msg.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef msgbuf
#undef msginfo
#undef msqid_ds

#endif

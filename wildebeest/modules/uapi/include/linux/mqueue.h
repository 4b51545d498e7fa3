/*
 * The kernel's <linux/mqueue.h> with struct mq_attr as <mqueue.h> has it:
 * libc's functions take that one, and the kernel's may have another layout.
 */
#ifndef LWB_UAPI_LINUX_MQUEUE_H
#define LWB_UAPI_LINUX_MQUEUE_H
#pragma GCC system_header

#include <mqueue.h>
#define mq_attr __lwb_kernel_mq_attr
#include_next <linux/mqueue.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef mq_attr

#endif

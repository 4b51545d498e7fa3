/*
 * The kernel's <linux/eventpoll.h> with struct epoll_event as <sys/epoll.h> has
 * it: libc's functions take that one, and the kernel's may have another layout.
 */
#ifndef LWB_UAPI_LINUX_EVENTPOLL_H
#define LWB_UAPI_LINUX_EVENTPOLL_H
#pragma GCC system_header

#include <sys/epoll.h>
#define epoll_event __lwb_kernel_epoll_event
#include_next <linux/eventpoll.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef epoll_event

#endif

/*
 * The kernel's <linux/inotify.h> after <sys/inotify.h>: what musl's header has
 * defined, inotify_event, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_INOTIFY_H
#define LWB_UAPI_LINUX_INOTIFY_H
#pragma GCC system_header
#include <features.h>

#if defined(_SYS_INOTIFY_H)
#define __LWB_LINUX_INOTIFY_H_SYS_INOTIFY_H
#pragma push_macro("inotify_event")
#undef inotify_event
#define inotify_event __lwb_kernel_inotify_event
#endif
#include_next <linux/inotify.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_INOTIFY_H_SYS_INOTIFY_H
#undef __LWB_LINUX_INOTIFY_H_SYS_INOTIFY_H
#undef inotify_event
#pragma pop_macro("inotify_event")
#endif

#endif

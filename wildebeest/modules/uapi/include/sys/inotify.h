/*
 * <sys/inotify.h> after <linux/inotify.h>: what the kernel's header has
 * defined, inotify_event, stays the kernel's. musl's header defines it without
 * a look at the kernel's.
 */
#ifndef LWB_UAPI_SYS_INOTIFY_H
#define LWB_UAPI_SYS_INOTIFY_H
#pragma GCC system_header

#if defined(_LINUX_INOTIFY_H) || defined(_UAPI_LINUX_INOTIFY_H)
#define __LWB_SYS_INOTIFY_H_LINUX_INOTIFY_H
#pragma push_macro("inotify_event")
#undef inotify_event
#define inotify_event __lwb_musl_inotify_event
#endif
#include_next <sys/inotify.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SYS_INOTIFY_H_LINUX_INOTIFY_H
#undef __LWB_SYS_INOTIFY_H_LINUX_INOTIFY_H
#undef inotify_event
#pragma pop_macro("inotify_event")
#endif

#endif

/*
 * The kernel's <linux/fanotify.h> after <sys/fanotify.h>: what musl's header
 * has defined, fanotify_event_info_fid, fanotify_event_info_header,
 * fanotify_event_metadata, fanotify_response, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_FANOTIFY_H
#define LWB_UAPI_LINUX_FANOTIFY_H
#pragma GCC system_header
#include <features.h>

#if defined(_FANOTIFY_H)
#define __LWB_LINUX_FANOTIFY_H_SYS_FANOTIFY_H
#pragma push_macro("fanotify_event_info_fid")
#undef fanotify_event_info_fid
#define fanotify_event_info_fid __lwb_kernel_fanotify_event_info_fid
#pragma push_macro("fanotify_event_info_header")
#undef fanotify_event_info_header
#define fanotify_event_info_header __lwb_kernel_fanotify_event_info_header
#pragma push_macro("fanotify_event_metadata")
#undef fanotify_event_metadata
#define fanotify_event_metadata __lwb_kernel_fanotify_event_metadata
#pragma push_macro("fanotify_response")
#undef fanotify_response
#define fanotify_response __lwb_kernel_fanotify_response
#endif
#include_next <linux/fanotify.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_FANOTIFY_H_SYS_FANOTIFY_H
#undef __LWB_LINUX_FANOTIFY_H_SYS_FANOTIFY_H
#undef fanotify_event_info_fid
#pragma pop_macro("fanotify_event_info_fid")
#undef fanotify_event_info_header
#pragma pop_macro("fanotify_event_info_header")
#undef fanotify_event_metadata
#pragma pop_macro("fanotify_event_metadata")
#undef fanotify_response
#pragma pop_macro("fanotify_response")
#endif

#endif

/*
 * <sched.h> with sched_setattr, sched_getattr, struct sched_attr (the kernel's) and SCHED_FLAG_*, which glibc has since
 * 2.41 and musl lacks.
 */
#ifndef LWB_SCHED_ATTR_SCHED_H
#define LWB_SCHED_ATTR_SCHED_H
#pragma GCC system_header
#include_next <sched.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#if defined(__has_include)
#if __has_include(<linux/sched/types.h>)
#include <linux/sched/types.h>
#endif
#endif
/* Spelled as in <linux/sched.h>, which may be included too. */
#ifndef SCHED_FLAG_RESET_ON_FORK
#define SCHED_FLAG_RESET_ON_FORK 0x01
#endif
#ifndef SCHED_FLAG_RECLAIM
#define SCHED_FLAG_RECLAIM 0x02
#endif
#ifndef SCHED_FLAG_DL_OVERRUN
#define SCHED_FLAG_DL_OVERRUN 0x04
#endif
#ifndef SCHED_FLAG_KEEP_POLICY
#define SCHED_FLAG_KEEP_POLICY 0x08
#endif
#ifndef SCHED_FLAG_KEEP_PARAMS
#define SCHED_FLAG_KEEP_PARAMS 0x10
#endif
#ifndef SCHED_FLAG_UTIL_CLAMP_MIN
#define SCHED_FLAG_UTIL_CLAMP_MIN 0x20
#endif
#ifndef SCHED_FLAG_UTIL_CLAMP_MAX
#define SCHED_FLAG_UTIL_CLAMP_MAX 0x40
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct sched_attr;
int sched_setattr(pid_t, struct sched_attr *, unsigned int);
int sched_getattr(pid_t, struct sched_attr *, unsigned int, unsigned int);

#ifdef __cplusplus
}
#endif
#endif

#endif

/*
 * <sched.h> whose sched_setscheduler, sched_getscheduler, sched_setparam and sched_getparam work: musl's refuse with
 * ENOSYS, as Linux changes a thread where POSIX wants a process. With sched_setattr and sched_getattr (glibc 2.41;
 * struct sched_attr is the kernel's), SCHED_FLAG_* and SCHED_ISO, which musl lacks.
 */
#ifndef LWB_SCHED_SCHED_H
#define LWB_SCHED_SCHED_H
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
#ifndef SCHED_ISO
#define SCHED_ISO 4
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
#endif

#ifdef __cplusplus
extern "C" {
#endif

int sched_setscheduler(pid_t, int, const struct sched_param *) __asm__("__lwb_sched_setscheduler");
int sched_getscheduler(pid_t) __asm__("__lwb_sched_getscheduler");
int sched_setparam(pid_t, const struct sched_param *) __asm__("__lwb_sched_setparam");
int sched_getparam(pid_t, struct sched_param *) __asm__("__lwb_sched_getparam");
#ifdef _GNU_SOURCE
struct sched_attr;
int sched_setattr(pid_t, struct sched_attr *, unsigned int);
int sched_getattr(pid_t, struct sched_attr *, unsigned int, unsigned int);
#endif

#ifdef __cplusplus
}
#endif

#endif

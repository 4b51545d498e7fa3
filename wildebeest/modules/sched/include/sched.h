/*
 * <sched.h> whose sched_setscheduler, sched_getscheduler, sched_setparam and sched_getparam work: musl's refuse with
 * ENOSYS, as Linux changes a thread where POSIX wants a process. With SCHED_ISO, which musl lacks.
 */
#ifndef LWB_SCHED_SCHED_H
#define LWB_SCHED_SCHED_H
#pragma GCC system_header
#include_next <sched.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifndef SCHED_ISO
#define SCHED_ISO 4
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

int sched_setscheduler(pid_t, int, const struct sched_param *) __asm__("__lwb_sched_setscheduler");
int sched_getscheduler(pid_t) __asm__("__lwb_sched_getscheduler");
int sched_setparam(pid_t, const struct sched_param *) __asm__("__lwb_sched_setparam");
int sched_getparam(pid_t, struct sched_param *) __asm__("__lwb_sched_getparam");

#ifdef __cplusplus
}
#endif

#endif

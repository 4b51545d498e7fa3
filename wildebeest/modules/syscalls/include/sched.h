/*
 * <sched.h> with getcpu, which musl has inside (sched_getcpu) and does not declare: the processor and the
 * NUMA node of the thread.
 */
#ifndef LWB_SYSCALLS_SCHED_H
#define LWB_SYSCALLS_SCHED_H
#pragma GCC system_header
#include_next <sched.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifdef __cplusplus
extern "C"
#endif
int getcpu(unsigned int *, unsigned int *);
#endif

#endif

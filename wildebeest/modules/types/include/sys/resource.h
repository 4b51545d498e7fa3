/*
 * <sys/resource.h> with glibc's names of the first parameter's type: the
 * typedefs __rlimit_resource_t, __rusage_who_t, __priority_which_t are int, as
 * musl's prototypes have it; the enumerations are for casts and variables.
 */
#ifndef LWB_TYPES_SYS_RESOURCE_H
#define LWB_TYPES_SYS_RESOURCE_H
#pragma GCC system_header
#include_next <sys/resource.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

enum __rlimit_resource {
        __RLIMIT_CPU = RLIMIT_CPU,
        __RLIMIT_NPROC = RLIMIT_NPROC,
        __RLIMIT_MEMLOCK = RLIMIT_MEMLOCK,
        __RLIMIT_LOCKS = RLIMIT_LOCKS,
        __RLIMIT_SIGPENDING = RLIMIT_SIGPENDING,
        __RLIMIT_MSGQUEUE = RLIMIT_MSGQUEUE,
        __RLIMIT_NICE = RLIMIT_NICE,
        __RLIMIT_RTPRIO = RLIMIT_RTPRIO,
        __RLIMIT_RTTIME = RLIMIT_RTTIME,
        __RLIMIT_NLIMITS = RLIMIT_NLIMITS,
        __RLIM_NLIMITS = RLIMIT_NLIMITS
};
enum __rusage_who {
        __RUSAGE_SELF = RUSAGE_SELF,
        __RUSAGE_CHILDREN = RUSAGE_CHILDREN,
        __RUSAGE_THREAD = RUSAGE_THREAD
};
enum __priority_which {
        __PRIO_PROCESS = PRIO_PROCESS,
        __PRIO_PGRP = PRIO_PGRP,
        __PRIO_USER = PRIO_USER
};
typedef int __rlimit_resource_t;
typedef int __rusage_who_t;
typedef int __priority_which_t;

#endif

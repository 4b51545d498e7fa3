/* <sys/time.h> with glibc's names of the type of an interval timer's selector; musl's prototypes take an int. */
#ifndef LWB_TYPES_SYS_TIME_H
#define LWB_TYPES_SYS_TIME_H
#pragma GCC system_header
#include_next <sys/time.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

enum __itimer_which {
        __ITIMER_REAL = ITIMER_REAL,
        __ITIMER_VIRTUAL = ITIMER_VIRTUAL,
        __ITIMER_PROF = ITIMER_PROF
};
typedef int __itimer_which_t;

#endif

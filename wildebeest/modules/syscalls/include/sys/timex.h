/*
 * <sys/timex.h> with ntp_gettime, ntp_gettimex and ntp_adjtime, which musl lacks, NTP_API, and a struct
 * ntptimeval that has the member tai: musl has the structure without it, and no function that takes one.
 */
#ifndef LWB_SYSCALLS_SYS_TIMEX_H
#define LWB_SYSCALLS_SYS_TIMEX_H
#pragma GCC system_header

#define ntptimeval __lwb_musl_ntptimeval
#include_next <sys/timex.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef ntptimeval
#ifndef NTP_API
#define NTP_API 4
#endif

struct ntptimeval {
        struct timeval time; /* now */
        long int maxerror;   /* microseconds */
        long int esterror;   /* microseconds */
        long int tai;        /* seconds that TAI is ahead of UTC */
        long int __lwb_reserved[4];
};

#ifdef __cplusplus
extern "C" {
#endif

int ntp_gettime(struct ntptimeval *);
int ntp_gettimex(struct ntptimeval *);
int ntp_adjtime(struct timex *);

#ifdef __cplusplus
}
#endif

#endif

/*
 * <time.h> with what glibc's gives besides its own names, and programs so rely on:
 * under _GNU_SOURCE <sys/timex.h>. musl's headers give what POSIX wants of each.
 * Nothing is added in the strict modes. glibc's <time.h> has struct timex and the flags
 * of clock_adjtime.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_TIME_H
#define LWB_POLLUTION_TIME_H
#pragma GCC system_header
#include_next <time.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#include <sys/timex.h>
#endif

#endif

/*
 * <math.h> with what glibc's gives besides its own names, and programs so rely on:
 * under _GNU_SOURCE MAXFLOAT. musl's headers give what POSIX wants of each. Nothing is
 * added in the strict modes. musl has MAXFLOAT there, but not under _GNU_SOURCE alone.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_MATH_H
#define LWB_POLLUTION_MATH_H
#pragma GCC system_header
#include_next <math.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifndef MAXFLOAT
#define MAXFLOAT 3.40282346638528859812e+38F
#endif
#endif

#endif

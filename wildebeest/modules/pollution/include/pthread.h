/*
 * <pthread.h> with what glibc's gives besides its own names, and programs so rely on:
 * PTHREAD_STACK_MIN. musl's headers give what POSIX wants of each. Nothing is added in
 * the strict modes. glibc's <pthread.h> has PTHREAD_STACK_MIN through its private
 * headers.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_PTHREAD_H
#define LWB_POLLUTION_PTHREAD_H
#pragma GCC system_header
#include_next <pthread.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef PTHREAD_STACK_MIN
#define PTHREAD_STACK_MIN 2048
#endif
#endif

#endif

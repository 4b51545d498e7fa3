/*
 * <mqueue.h> with what glibc's gives besides its own names, and programs so rely on:
 * <sys/types.h>, <fcntl.h> and <signal.h>. musl's headers give what POSIX wants of
 * each. Nothing is added in the strict modes. glibc's <mqueue.h> has the whole of
 * struct sigevent.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_MQUEUE_H
#define LWB_POLLUTION_MQUEUE_H
#pragma GCC system_header
#include_next <mqueue.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#include <sys/types.h>
#include <fcntl.h>
#include <signal.h>
#endif

#endif

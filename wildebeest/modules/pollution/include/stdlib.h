/*
 * <stdlib.h> with what glibc's gives besides its own names, and programs so rely on:
 * <sys/types.h>, WSTOPPED, WEXITED, WCONTINUED and WNOWAIT; under _GNU_SOURCE locale_t.
 * musl's headers give what POSIX wants of each. Nothing is added in the strict modes.
 * glibc's <stdlib.h> has all the flags of waitid.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_STDLIB_H
#define LWB_POLLUTION_STDLIB_H
#pragma GCC system_header
#include_next <stdlib.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#include <sys/types.h>
#ifndef WSTOPPED
#define WSTOPPED 2
#endif
#ifndef WEXITED
#define WEXITED 4
#endif
#ifndef WCONTINUED
#define WCONTINUED 8
#endif
#ifndef WNOWAIT
#define WNOWAIT 0x1000000
#endif
#endif
#ifdef _GNU_SOURCE
#if !defined(__DEFINED_locale_t)
#define __NEED_locale_t
#include <bits/alltypes.h>
#endif
#endif

#endif

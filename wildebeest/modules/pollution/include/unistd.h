/*
 * <unistd.h> with what glibc's gives besides its own names, and programs so rely on:
 * socklen_t. musl's headers give what POSIX wants of each. Nothing is added in the
 * strict modes.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_UNISTD_H
#define LWB_POLLUTION_UNISTD_H
#pragma GCC system_header
#include_next <unistd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#if !defined(__DEFINED_socklen_t)
#define __NEED_socklen_t
#include <bits/alltypes.h>
#endif
#endif

#endif

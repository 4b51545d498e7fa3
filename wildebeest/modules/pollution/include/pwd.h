/*
 * <pwd.h> with what glibc's gives besides its own names, and programs so rely on: FILE.
 * musl's headers give what POSIX wants of each. Nothing is added in the strict modes.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_PWD_H
#define LWB_POLLUTION_PWD_H
#pragma GCC system_header
#include_next <pwd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#if !defined(__DEFINED_FILE)
#define __NEED_FILE
#include <bits/alltypes.h>
#endif
#endif

#endif

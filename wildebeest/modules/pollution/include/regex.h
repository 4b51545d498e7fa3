/*
 * <regex.h> with what glibc's gives besides its own names, and programs so rely on:
 * <sys/types.h>; under _GNU_SOURCE RE_DUP_MAX. musl's headers give what POSIX wants of
 * each. Nothing is added in the strict modes. glibc's <regex.h> has RE_DUP_MAX of its
 * own; the value is musl's.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_REGEX_H
#define LWB_POLLUTION_REGEX_H
#pragma GCC system_header
#include_next <regex.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#include <sys/types.h>
#endif
#ifdef _GNU_SOURCE
#ifndef RE_DUP_MAX
#define RE_DUP_MAX 255
#endif
#endif

#endif

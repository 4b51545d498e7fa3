/*
 * <stdio.h> with what glibc's gives besides its own names, and programs so rely on:
 * under _GNU_SOURCE SEEK_DATA and SEEK_HOLE. musl's headers give what POSIX wants of
 * each. Nothing is added in the strict modes. musl has SEEK_DATA and SEEK_HOLE in
 * <unistd.h>.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_STDIO_H
#define LWB_POLLUTION_STDIO_H
#pragma GCC system_header
#include_next <stdio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifndef SEEK_DATA
#define SEEK_DATA 3
#endif
#ifndef SEEK_HOLE
#define SEEK_HOLE 4
#endif
#endif

#endif

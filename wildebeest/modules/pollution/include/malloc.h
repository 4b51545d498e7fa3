/*
 * <malloc.h> with what glibc's gives besides its own names, and programs so rely on:
 * <stdio.h>, <stddef.h> and reallocarray. musl's headers give what POSIX wants of each.
 * Nothing is added in the strict modes. glibc's <malloc.h> includes the whole of
 * <stddef.h>.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_MALLOC_H
#define LWB_POLLUTION_MALLOC_H
#pragma GCC system_header
#include_next <malloc.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#include <stdio.h>
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif
void *reallocarray(void *, size_t, size_t);
#ifdef __cplusplus
}
#endif
#endif

#endif

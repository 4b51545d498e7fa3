/*
 * <stdlib.h> with glibc's names of the comparison functions' types: qsort's,
 * and with _GNU_SOURCE qsort_r's.
 */
#ifndef LWB_TYPES_STDLIB_H
#define LWB_TYPES_STDLIB_H
#pragma GCC system_header
#include_next <stdlib.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* <search.h> gives it too. */
#ifndef __COMPAR_FN_T
#define __COMPAR_FN_T
typedef int (*__compar_fn_t)(const void *, const void *);
#ifdef _GNU_SOURCE
typedef __compar_fn_t comparison_fn_t;
#endif
#endif
#ifdef _GNU_SOURCE
typedef int (*__compar_d_fn_t)(const void *, const void *, void *);
#endif

#endif

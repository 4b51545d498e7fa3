/* <search.h> with glibc's names of the function types that tsearch and its relatives take. */
#ifndef LWB_TYPES_SEARCH_H
#define LWB_TYPES_SEARCH_H
#pragma GCC system_header
#include_next <search.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* <stdlib.h> gives it too. */
#ifndef __COMPAR_FN_T
#define __COMPAR_FN_T
typedef int (*__compar_fn_t)(const void *, const void *);
#ifdef _GNU_SOURCE
typedef __compar_fn_t comparison_fn_t;
#endif
#endif
typedef void (*__action_fn_t)(const void *, VISIT, int);
#ifdef _GNU_SOURCE
typedef void (*__free_fn_t)(void *);
#endif

#endif

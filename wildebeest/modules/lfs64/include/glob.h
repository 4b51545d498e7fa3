/*
 * <glob.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_GLOB_H
#define LWB_LFS64_GLOB_H
#pragma GCC system_header
#include_next <glob.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef glob64
#undef globfree64
#undef glob64_t

/* What the module glob gives the plain functions, where it is used too. */
#ifdef LWB_GLOB_GLOB_H
#define __LWB_GLOB(name) "__lwb_" name
#else
#define __LWB_GLOB(name) name
#endif

typedef glob_t glob64_t;
#ifdef __cplusplus
extern "C" {
#endif
int glob64(const char *__restrict, int, int (*)(const char *, int), glob64_t *__restrict)
    __LWB_LFS64(__LWB_GLOB("glob"));
void globfree64(glob64_t *) __LWB_LFS64(__LWB_GLOB("globfree"));
#ifdef __cplusplus
}
#endif
#endif

#endif

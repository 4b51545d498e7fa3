/*
 * <stdio.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_STDIO_H
#define LWB_LFS64_STDIO_H
#pragma GCC system_header
#include_next <stdio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef tmpfile64
#undef fopen64
#undef freopen64
#undef fseeko64
#undef ftello64
#undef fgetpos64
#undef fsetpos64
#undef fpos64_t

#undef off64_t
#ifndef __off64_t_defined
#define __off64_t_defined
typedef __INT64_TYPE__ off64_t;
#endif
typedef fpos_t fpos64_t;
#ifdef __cplusplus
extern "C" {
#endif
FILE *tmpfile64(void) __LWB_LFS64("tmpfile");
FILE *fopen64(const char *__restrict, const char *__restrict) __LWB_LFS64("fopen");
FILE *freopen64(const char *__restrict, const char *__restrict, FILE *__restrict)
    __LWB_LFS64("freopen");
int fseeko64(FILE *, off64_t, int) __LWB_LFS64("fseeko");
off64_t ftello64(FILE *) __LWB_LFS64("ftello");
int fgetpos64(FILE *__restrict, fpos64_t *__restrict) __LWB_LFS64("fgetpos");
int fsetpos64(FILE *, const fpos64_t *) __LWB_LFS64("fsetpos");
#ifdef __cplusplus
}
#endif
#endif

#endif

/*
 * <dirent.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 * Also getdirentries, which musl lacks, and getdents64 with the types that glibc
 * gives it.
 */
#ifndef LWB_LFS64_DIRENT_H
#define LWB_LFS64_DIRENT_H
#pragma GCC system_header
#include_next <dirent.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef dirent64
#undef readdir64
#undef readdir64_r
#undef scandir64
#undef alphasort64
#undef versionsort64
#undef getdents64

#undef off64_t
#ifndef __off64_t_defined
#define __off64_t_defined
typedef __INT64_TYPE__ off64_t;
#endif
#undef ino64_t
#ifndef __ino64_t_defined
#define __ino64_t_defined
typedef __UINT64_TYPE__ ino64_t;
#endif

/* The same structure under the other tag, as this architecture has it. */
#pragma push_macro("dirent")
#undef dirent
#define dirent dirent64
#include <bits/dirent.h>
#pragma pop_macro("dirent")

#ifdef __cplusplus
extern "C" {
#endif
struct dirent64 *readdir64(DIR *) __LWB_LFS64("readdir");
int readdir64_r(DIR *__restrict, struct dirent64 *__restrict, struct dirent64 **__restrict)
    __LWB_LFS64("readdir_r");
int scandir64(const char *, struct dirent64 ***, int (*)(const struct dirent64 *),
              int (*)(const struct dirent64 **, const struct dirent64 **)) __LWB_LFS64("scandir");
int alphasort64(const struct dirent64 **, const struct dirent64 **) __LWB_LFS64("alphasort");
#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
__PTRDIFF_TYPE__ getdirentries64(int, char *, size_t, off64_t *);
#endif
#ifdef _GNU_SOURCE
int versionsort64(const struct dirent64 **, const struct dirent64 **) __LWB_LFS64("versionsort");
__PTRDIFF_TYPE__ getdents64(int, void *, size_t);
#endif
#ifdef __cplusplus
}
#endif
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifdef __cplusplus
extern "C" {
#endif
__PTRDIFF_TYPE__ getdirentries(int, char *, size_t, off_t *);
#ifdef __cplusplus
}
#endif
#endif

#endif

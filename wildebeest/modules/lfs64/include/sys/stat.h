/*
 * <sys/stat.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 * Where time_t grew, stat and its relatives have a symbol apart from their name.
 */
#ifndef LWB_LFS64_SYS_STAT_H
#define LWB_LFS64_SYS_STAT_H
#pragma GCC system_header
#include_next <sys/stat.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef stat64
#undef fstat64
#undef lstat64
#undef fstatat64
#undef blkcnt64_t

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
#undef fsblkcnt64_t
#undef fsfilcnt64_t
typedef __UINT64_TYPE__ fsblkcnt64_t;
typedef __UINT64_TYPE__ fsfilcnt64_t;
typedef __INT64_TYPE__ blkcnt64_t;

/* The same structure under the other tag, as this architecture has it. */
#pragma push_macro("stat")
#undef stat
#define stat stat64
#include <bits/stat.h>
#pragma pop_macro("stat")

#if _REDIR_TIME64
#define __LWB_STAT64(name) __LWB_LFS64("__" name "_time64")
#else
#define __LWB_STAT64(name) __LWB_LFS64(name)
#endif
#ifdef __cplusplus
extern "C" {
#endif
int stat64(const char *__restrict, struct stat64 *__restrict) __LWB_STAT64("stat");
int fstat64(int, struct stat64 *) __LWB_STAT64("fstat");
int lstat64(const char *__restrict, struct stat64 *__restrict) __LWB_STAT64("lstat");
int fstatat64(int, const char *__restrict, struct stat64 *__restrict, int) __LWB_STAT64("fstatat");
#ifdef __cplusplus
}
#endif
#endif

#endif

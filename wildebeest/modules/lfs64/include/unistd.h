/*
 * <unistd.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_UNISTD_H
#define LWB_LFS64_UNISTD_H
#pragma GCC system_header
#include_next <unistd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef lseek64
#undef pread64
#undef pwrite64
#undef truncate64
#undef ftruncate64
#undef lockf64

#undef off64_t
#ifndef __off64_t_defined
#define __off64_t_defined
typedef __INT64_TYPE__ off64_t;
#endif
#ifdef __cplusplus
extern "C" {
#endif
off64_t lseek64(int, off64_t, int) __LWB_LFS64("lseek");
ssize_t pread64(int, void *, size_t, off64_t) __LWB_LFS64("pread");
ssize_t pwrite64(int, const void *, size_t, off64_t) __LWB_LFS64("pwrite");
int truncate64(const char *, off64_t) __LWB_LFS64("truncate");
int ftruncate64(int, off64_t) __LWB_LFS64("ftruncate");
int lockf64(int, int, off64_t) __LWB_LFS64("lockf");
#ifdef __cplusplus
}
#endif
#endif

#endif

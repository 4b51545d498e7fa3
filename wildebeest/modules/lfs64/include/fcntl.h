/*
 * <fcntl.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_FCNTL_H
#define LWB_LFS64_FCNTL_H
#pragma GCC system_header
#include_next <fcntl.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef F_GETLK64
#undef F_SETLK64
#undef F_SETLKW64
#define F_GETLK64 F_GETLK
#define F_SETLK64 F_SETLK
#define F_SETLKW64 F_SETLKW

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef flock64
#undef open64
#undef openat64
#undef creat64
#undef lockf64
#undef posix_fadvise64
#undef posix_fallocate64
#undef fallocate64

#undef off64_t
#ifndef __off64_t_defined
#define __off64_t_defined
typedef __INT64_TYPE__ off64_t;
#endif

struct flock64 {
        short int l_type;
        short int l_whence;
        off64_t l_start;
        off64_t l_len;
        __typeof__(((struct flock *)0)->l_pid) l_pid;
};

#ifdef __cplusplus
extern "C" {
#endif
int open64(const char *, int, ...) __LWB_LFS64("open");
int openat64(int, const char *, int, ...) __LWB_LFS64("openat");
int creat64(const char *, mode_t) __LWB_LFS64("creat");
int fcntl64(int, int, ...) __LWB_LFS64("fcntl");
int lockf64(int, int, off64_t) __LWB_LFS64("lockf");
int posix_fadvise64(int, off64_t, off64_t, int) __LWB_LFS64("posix_fadvise");
int posix_fallocate64(int, off64_t, off64_t) __LWB_LFS64("posix_fallocate");
#ifdef _GNU_SOURCE
int fallocate64(int, int, off64_t, off64_t) __LWB_LFS64("fallocate");
#endif
#ifdef __cplusplus
}
#endif
#endif

#endif

/*
 * <sys/uio.h> with the LFS64 functions as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_SYS_UIO_H
#define LWB_LFS64_SYS_UIO_H
#pragma GCC system_header
#include_next <sys/uio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef preadv64
#undef pwritev64

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#undef off64_t
#ifndef __off64_t_defined
#define __off64_t_defined
typedef __INT64_TYPE__ off64_t;
#endif
#ifdef __cplusplus
extern "C" {
#endif
ssize_t preadv64(int, const struct iovec *, int, off64_t) __LWB_LFS64("preadv");
ssize_t pwritev64(int, const struct iovec *, int, off64_t) __LWB_LFS64("pwritev");
#ifdef _GNU_SOURCE
ssize_t preadv64v2(int, const struct iovec *, int, off64_t, int) __LWB_LFS64("preadv2");
ssize_t pwritev64v2(int, const struct iovec *, int, off64_t, int) __LWB_LFS64("pwritev2");
#endif
#ifdef __cplusplus
}
#endif
#endif
#endif

#endif

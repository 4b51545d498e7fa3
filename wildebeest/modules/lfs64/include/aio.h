/*
 * <aio.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 * Unlike musl's it compiles in strict modes with no feature macro, too.
 */
#ifndef LWB_LFS64_AIO_H
#define LWB_LFS64_AIO_H
#pragma GCC system_header

/* musl's needs struct sigevent, which its <signal.h> then hides. */
#if defined(__STRICT_ANSI__) && !defined(_POSIX_SOURCE) && !defined(_POSIX_C_SOURCE) &&            \
    !defined(_XOPEN_SOURCE) && !defined(_GNU_SOURCE) && !defined(_BSD_SOURCE) &&                   \
    !defined(_DEFAULT_SOURCE) && !defined(_ALL_SOURCE)
#define __LWB_AIO_STRICT
#define _POSIX_C_SOURCE 200809L
#endif
#include_next <aio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_AIO_STRICT
#undef __LWB_AIO_STRICT
#undef _POSIX_C_SOURCE
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef aiocb64
#undef aio_read64
#undef aio_write64
#undef aio_error64
#undef aio_return64
#undef aio_cancel64
#undef aio_suspend64
#undef aio_fsync64
#undef lio_listio64

#undef off64_t
#ifndef __off64_t_defined
#define __off64_t_defined
typedef __INT64_TYPE__ off64_t;
#endif

/* Room for what musl keeps before and after aio_offset. */
struct aiocb64 {
        int aio_fildes;
        int aio_lio_opcode;
        int aio_reqprio;
        volatile void *aio_buf;
        size_t aio_nbytes;
        struct sigevent aio_sigevent;
        char __state[__builtin_offsetof(struct aiocb, aio_offset) -
                     __builtin_offsetof(struct aiocb, aio_sigevent) - sizeof(struct sigevent)];
        off64_t aio_offset;
        char __links[sizeof(struct aiocb) - __builtin_offsetof(struct aiocb, aio_offset) -
                     sizeof(off64_t)];
};

#if _REDIR_TIME64
#define __LWB_AIO_SUSPEND64 __LWB_LFS64("__aio_suspend_time64")
#else
#define __LWB_AIO_SUSPEND64 __LWB_LFS64("aio_suspend")
#endif
#ifdef __cplusplus
extern "C" {
#endif
int aio_read64(struct aiocb64 *) __LWB_LFS64("aio_read");
int aio_write64(struct aiocb64 *) __LWB_LFS64("aio_write");
int aio_error64(const struct aiocb64 *) __LWB_LFS64("aio_error");
ssize_t aio_return64(struct aiocb64 *) __LWB_LFS64("aio_return");
int aio_cancel64(int, struct aiocb64 *) __LWB_LFS64("aio_cancel");
int aio_suspend64(const struct aiocb64 *const[], int, const struct timespec *) __LWB_AIO_SUSPEND64;
int aio_fsync64(int, struct aiocb64 *) __LWB_LFS64("aio_fsync");
int lio_listio64(int, struct aiocb64 *const *__restrict, int, struct sigevent *__restrict)
    __LWB_LFS64("lio_listio");
#ifdef __cplusplus
}
#endif
#endif

#endif

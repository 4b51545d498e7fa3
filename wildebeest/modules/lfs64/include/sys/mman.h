/*
 * <sys/mman.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_SYS_MMAN_H
#define LWB_LFS64_SYS_MMAN_H
#pragma GCC system_header
#include_next <sys/mman.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef mmap64

/* The module syscalls has a mmap of its own, where it is used too. */
#ifndef __LWB_MMAP
#define __LWB_MMAP "mmap"
#endif

#undef off64_t
#ifndef __off64_t_defined
#define __off64_t_defined
typedef __INT64_TYPE__ off64_t;
#endif
#ifdef __cplusplus
extern "C" {
#endif
void *mmap64(void *, size_t, int, int, int, off64_t) __LWB_LFS64(__LWB_MMAP);
#ifdef __cplusplus
}
#endif
#endif

#endif

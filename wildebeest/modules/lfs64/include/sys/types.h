/*
 * <sys/types.h> with the LFS64 types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_SYS_TYPES_H
#define LWB_LFS64_SYS_TYPES_H
#pragma GCC system_header
#include_next <sys/types.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
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
#endif

#endif

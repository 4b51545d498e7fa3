/*
 * <sys/statfs.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_SYS_STATFS_H
#define LWB_LFS64_SYS_STATFS_H
#pragma GCC system_header
#include_next <sys/statfs.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef statfs64
#undef fstatfs64

#undef fsblkcnt64_t
#undef fsfilcnt64_t
typedef __UINT64_TYPE__ fsblkcnt64_t;
typedef __UINT64_TYPE__ fsfilcnt64_t;

/* The same structure under the other tag, as this architecture has it. */
#pragma push_macro("statfs")
#undef statfs
#define statfs statfs64
#include <bits/statfs.h>
#pragma pop_macro("statfs")

#ifdef __cplusplus
extern "C" {
#endif
int statfs64(const char *, struct statfs64 *) __LWB_LFS64("statfs");
int fstatfs64(int, struct statfs64 *) __LWB_LFS64("fstatfs");
#ifdef __cplusplus
}
#endif
#endif

#endif

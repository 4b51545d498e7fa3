/*
 * <sys/resource.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_SYS_RESOURCE_H
#define LWB_LFS64_SYS_RESOURCE_H
#pragma GCC system_header
#include_next <sys/resource.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef RLIM64_INFINITY
#undef RLIM64_SAVED_CUR
#undef RLIM64_SAVED_MAX
#undef getrlimit64
#undef setrlimit64
#undef rlimit64
#undef rlim64_t
#undef prlimit64

#define RLIM64_INFINITY RLIM_INFINITY
#define RLIM64_SAVED_CUR RLIM_SAVED_CUR
#define RLIM64_SAVED_MAX RLIM_SAVED_MAX
typedef rlim_t rlim64_t;
struct rlimit64 {
        rlim64_t rlim_cur;
        rlim64_t rlim_max;
};

#ifdef __cplusplus
extern "C" {
#endif
int getrlimit64(int, struct rlimit64 *) __LWB_LFS64("getrlimit");
int setrlimit64(int, const struct rlimit64 *) __LWB_LFS64("setrlimit");
#ifdef _GNU_SOURCE
int prlimit64(pid_t, int, const struct rlimit64 *, struct rlimit64 *) __LWB_LFS64("prlimit");
#endif
#ifdef __cplusplus
}
#endif
#endif

#endif

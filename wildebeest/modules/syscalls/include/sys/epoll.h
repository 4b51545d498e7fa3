/*
 * <sys/epoll.h> with epoll_pwait2 (Linux 5.11), whose time-out has nanoseconds: musl lacks it.
 */
#ifndef LWB_SYSCALLS_SYS_EPOLL_H
#define LWB_SYSCALLS_SYS_EPOLL_H
#pragma GCC system_header
#include_next <sys/epoll.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

struct timespec;
#ifdef __cplusplus
extern "C"
#endif
int epoll_pwait2(int, struct epoll_event *, int, const struct timespec *, const sigset_t *);

#endif

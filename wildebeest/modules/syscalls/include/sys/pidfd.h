/*
 * <sys/pidfd.h>, which musl lacks: process file descriptors (Linux 5.1 to 5.6), pidfd_getpid of glibc
 * 2.39 and the flags of 2.41.
 */
#ifndef LWB_SYSCALLS_SYS_PIDFD_H
#define LWB_SYSCALLS_SYS_PIDFD_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <fcntl.h>
#include <signal.h>
#include <sys/types.h>

/* Spelled as in <linux/pidfd.h>, which may be included too. */
#ifndef PIDFD_NONBLOCK
#define PIDFD_NONBLOCK O_NONBLOCK
#endif
#ifndef PIDFD_THREAD
#define PIDFD_THREAD O_EXCL
#endif
#ifndef PIDFD_SIGNAL_THREAD
#define PIDFD_SIGNAL_THREAD (1UL << 0)
#endif
#ifndef PIDFD_SIGNAL_THREAD_GROUP
#define PIDFD_SIGNAL_THREAD_GROUP (1UL << 1)
#endif
#ifndef PIDFD_SIGNAL_PROCESS_GROUP
#define PIDFD_SIGNAL_PROCESS_GROUP (1UL << 2)
#endif

#ifdef __cplusplus
extern "C" {
#endif

int pidfd_open(pid_t, unsigned int);
int pidfd_getfd(int, int, unsigned int);
int pidfd_getpid(int);
#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || \
        defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
int pidfd_send_signal(int, int, siginfo_t *, unsigned int);
#endif

#ifdef __cplusplus
}
#endif

#endif

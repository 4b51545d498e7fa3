/*
 * <signal.h> with tgkill, which musl uses inside and does not declare.
 */
#ifndef LWB_SYSCALLS_SIGNAL_H
#define LWB_SYSCALLS_SIGNAL_H
#pragma GCC system_header
#include_next <signal.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifdef __cplusplus
extern "C"
#endif
int tgkill(pid_t, pid_t, int);
#endif

#endif

/*
 * <unistd.h> with functions that musl 1.2.5 lacks: close_range and closefrom
 * (Linux 5.9, Solaris), execveat (Linux 3.19), group_member (GNU).
 */
#ifndef LWB_UNISTD_UNISTD_H
#define LWB_UNISTD_UNISTD_H
#pragma GCC system_header
#include_next <unistd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
void closefrom(int);
#endif

#ifdef _GNU_SOURCE
/* Spelled as in <linux/close_range.h>, which may be included too. */
#ifndef CLOSE_RANGE_UNSHARE
#define CLOSE_RANGE_UNSHARE (1U << 1)
#endif
#ifndef CLOSE_RANGE_CLOEXEC
#define CLOSE_RANGE_CLOEXEC (1U << 2)
#endif
int close_range(unsigned int, unsigned int, int);
int execveat(int, const char *, char *const[], char *const[], int);
int group_member(gid_t);
#endif

#ifdef __cplusplus
}
#endif

#endif

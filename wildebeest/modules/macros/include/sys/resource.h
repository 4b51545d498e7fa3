/*
 * <sys/resource.h> with BSD's name of RLIMIT_NOFILE and Solaris's of RUSAGE_THREAD.
 */
#ifndef LWB_MACROS_SYS_RESOURCE_H
#define LWB_MACROS_SYS_RESOURCE_H
#pragma GCC system_header
#include_next <sys/resource.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef RLIMIT_OFILE
#define RLIMIT_OFILE RLIMIT_NOFILE
#endif

#ifdef _GNU_SOURCE
#ifndef RUSAGE_LWP
#define RUSAGE_LWP RUSAGE_THREAD
#endif
#endif

#endif

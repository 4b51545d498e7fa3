/*
 * <sys/param.h> with NODEV, and HZ: the ticks per second in which the kernel
 * tells times to programs, on every architecture that musl runs on.
 */
#ifndef LWB_MACROS_SYS_PARAM_H
#define LWB_MACROS_SYS_PARAM_H
#pragma GCC system_header
#include_next <sys/param.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <sys/types.h>

#ifndef NODEV
#define NODEV ((dev_t) - 1)
#endif
#ifndef HZ
#define HZ 100
#endif

#endif

/*
 * <netrose/rose.h>, which musl lacks: ROSE of amateur radio, the kernel's <linux/rose.h> and SOL_ROSE.
 */
#ifndef LWB_LEGACY_HEADERS_NETROSE_ROSE_H
#define LWB_LEGACY_HEADERS_NETROSE_ROSE_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <sys/socket.h>
#include <netax25/ax25.h>
#include <linux/rose.h>

#ifndef SOL_ROSE
#define SOL_ROSE 260
#endif

#endif

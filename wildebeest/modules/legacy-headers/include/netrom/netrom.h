/*
 * <netrom/netrom.h>, which musl lacks: NET/ROM of amateur radio, the kernel's <linux/netrom.h> and SOL_NETROM.
 */
#ifndef LWB_LEGACY_HEADERS_NETROM_NETROM_H
#define LWB_LEGACY_HEADERS_NETROM_NETROM_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <netax25/ax25.h>
#include <linux/netrom.h>

#ifndef SOL_NETROM
#define SOL_NETROM 259
#endif

#endif

/*
 * <netax25/ax25.h>, which musl lacks: AX.25 of amateur radio, the kernel's <linux/ax25.h> and SOL_AX25.
 */
#ifndef LWB_LEGACY_HEADERS_NETAX25_AX25_H
#define LWB_LEGACY_HEADERS_NETAX25_AX25_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <features.h>
#include <sys/socket.h>
#include <sys/ioctl.h>
#include <linux/ax25.h>

#ifndef SOL_AX25
#define SOL_AX25 257
#endif

#endif

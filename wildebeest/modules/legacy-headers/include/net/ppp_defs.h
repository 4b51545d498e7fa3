/*
 * <net/ppp_defs.h>, which musl lacks: the kernel's <linux/ppp_defs.h>.
 */
#ifndef LWB_LEGACY_HEADERS_NET_PPP_DEFS_H
#define LWB_LEGACY_HEADERS_NET_PPP_DEFS_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <time.h>
#include <asm/types.h>
#include <linux/ppp_defs.h>

#endif

/*
 * <net/ppp-comp.h>, which musl lacks: the kernel's <linux/ppp-comp.h>.
 */
#ifndef LWB_LEGACY_HEADERS_NET_PPP_COMP_H
#define LWB_LEGACY_HEADERS_NET_PPP_COMP_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <linux/ppp-comp.h>

#endif

/*
 * <net/if_ppp.h>, which musl lacks: the kernel's <linux/if_ppp.h>, with the ioctl requests of PPP and their structures.
 */
#ifndef LWB_LEGACY_HEADERS_NET_IF_PPP_H
#define LWB_LEGACY_HEADERS_NET_IF_PPP_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <sys/ioctl.h>
#include <net/if.h>
#include <net/ppp_defs.h>
#include <linux/if_ppp.h>

#endif

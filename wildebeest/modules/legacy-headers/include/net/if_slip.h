/*
 * <net/if_slip.h>, which musl lacks: the kernel's <linux/if_slip.h>.
 */
#ifndef LWB_LEGACY_HEADERS_NET_IF_SLIP_H
#define LWB_LEGACY_HEADERS_NET_IF_SLIP_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <linux/if_slip.h>

#endif

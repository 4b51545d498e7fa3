/*
 * <netinet/if_fddi.h>, which musl lacks: the kernel's <linux/if_fddi.h>, and struct fddi_header.
 */
#ifndef LWB_LEGACY_HEADERS_NETINET_IF_FDDI_H
#define LWB_LEGACY_HEADERS_NETINET_IF_FDDI_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <sys/types.h>
#include <linux/if_fddi.h>

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
struct fddi_header {
        unsigned char fddi_fc;       /* frame control */
        unsigned char fddi_dhost[6]; /* destination */
        unsigned char fddi_shost[6]; /* source */
};
#endif

#endif

/*
 * <nss.h>, which musl lacks: enum nss_status and struct gaih_addrtuple, so that modules of glibc's name service
 * switch compile. Nothing in musl loads them.
 */
#ifndef LWB_LEGACY_HEADERS_NSS_H
#define LWB_LEGACY_HEADERS_NSS_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <stdint.h>

enum nss_status {
        NSS_STATUS_TRYAGAIN = -2,
        NSS_STATUS_UNAVAIL = -1,
        NSS_STATUS_NOTFOUND = 0,
        NSS_STATUS_SUCCESS = 1,
        NSS_STATUS_RETURN = 2
};

struct gaih_addrtuple {
        struct gaih_addrtuple *next;
        char *name;
        int family;
        uint32_t addr[4];
        uint32_t scopeid;
};

#endif

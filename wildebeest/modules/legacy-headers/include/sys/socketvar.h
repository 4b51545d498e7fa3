/*
 * <sys/socketvar.h>, which musl lacks: 4.2BSD's other name of <sys/socket.h>.
 */
#ifndef LWB_LEGACY_HEADERS_SYS_SOCKETVAR_H
#define LWB_LEGACY_HEADERS_SYS_SOCKETVAR_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <sys/socket.h>

#endif

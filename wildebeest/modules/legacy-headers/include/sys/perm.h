/*
 * <sys/perm.h>, which musl lacks: ioperm and iopl, which are in <sys/io.h> there, on the machines that have
 * ports.
 */
#ifndef LWB_LEGACY_HEADERS_SYS_PERM_H
#define LWB_LEGACY_HEADERS_SYS_PERM_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <sys/io.h>

#endif

/*
 * <sgtty.h>, which musl lacks: the ioctl requests of terminals under the name of Version 7. gtty and stty, which
 * only refuse in glibc, are not there: configure scripts see that glibc's are stubs.
 */
#ifndef LWB_LEGACY_HEADERS_SGTTY_H
#define LWB_LEGACY_HEADERS_SGTTY_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <sys/ioctl.h>

struct sgttyb;

#endif

/*
 * <netatalk/at.h>, which musl lacks: the kernel's <linux/atalk.h>, and SOL_ATALK.
 */
#ifndef LWB_LEGACY_HEADERS_NETATALK_AT_H
#define LWB_LEGACY_HEADERS_NETATALK_AT_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <sys/socket.h>
#include <asm/types.h>
#include <linux/atalk.h>

#ifndef SOL_ATALK
#define SOL_ATALK 258
#endif

#endif

/*
 * <nfs/nfs.h>, which musl lacks: the kernel's <linux/nfs.h>.
 */
#ifndef LWB_LEGACY_HEADERS_NFS_NFS_H
#define LWB_LEGACY_HEADERS_NFS_NFS_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <linux/nfs.h>

#endif

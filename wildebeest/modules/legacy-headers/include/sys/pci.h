/*
 * <sys/pci.h>, which musl lacks: the kernel's <linux/pci.h>.
 */
#ifndef LWB_LEGACY_HEADERS_SYS_PCI_H
#define LWB_LEGACY_HEADERS_SYS_PCI_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <linux/pci.h>

#endif

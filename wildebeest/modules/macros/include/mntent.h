/*
 * <mntent.h> with the old name of the table of file systems.
 */
#ifndef LWB_MACROS_MNTENT_H
#define LWB_MACROS_MNTENT_H
#pragma GCC system_header
#include_next <mntent.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <paths.h>
#ifndef MNTTAB
#define MNTTAB _PATH_MNTTAB
#endif

#endif

/*
 * <gnu/libc-version.h>, which musl lacks: gnu_get_libc_version and gnu_get_libc_release, for programs that will not
 * build without. The version is that of the glibc which the modules are compared with; it is no promise.
 */
#ifndef LWB_GNU_LIBC_VERSION_GNU_LIBC_VERSION_H
#define LWB_GNU_LIBC_VERSION_GNU_LIBC_VERSION_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

const char *gnu_get_libc_release(void);
const char *gnu_get_libc_version(void);

#ifdef __cplusplus
}
#endif

#endif

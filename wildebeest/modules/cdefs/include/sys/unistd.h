/*
 * <sys/unistd.h> as another name of <unistd.h>, which musl lacks.
 */
#ifndef LWB_CDEFS_SYS_UNISTD_H
#define LWB_CDEFS_SYS_UNISTD_H
#pragma GCC system_header
#include <unistd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#endif

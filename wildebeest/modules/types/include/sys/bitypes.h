/* <sys/bitypes.h>, which glibc has for programs that look for int8_t and so on there: <sys/types.h>. */
#ifndef LWB_TYPES_SYS_BITYPES_H
#define LWB_TYPES_SYS_BITYPES_H
#pragma GCC system_header
#include <sys/types.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#endif

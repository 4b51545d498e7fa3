/* <fcntl.h> with loff_t as a type: musl makes it a macro, so that no program can define it itself. */
#ifndef LWB_TYPES_FCNTL_H
#define LWB_TYPES_FCNTL_H
#pragma GCC system_header
#include_next <fcntl.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#undef loff_t
typedef __loff_t loff_t;
#endif

#endif

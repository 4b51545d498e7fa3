/* <sys/statfs.h> with __fsid_t, the type of f_fsid, which in musl is only a tag. */
#ifndef LWB_TYPES_SYS_STATFS_H
#define LWB_TYPES_SYS_STATFS_H
#pragma GCC system_header
#include_next <sys/statfs.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

typedef fsid_t __fsid_t;

#endif

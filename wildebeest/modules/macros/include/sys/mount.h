/* <sys/mount.h> with the size of blocks, which musl lacks. */
#ifndef LWB_MACROS_SYS_MOUNT_H
#define LWB_MACROS_SYS_MOUNT_H
#pragma GCC system_header
#include_next <sys/mount.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef BLOCK_SIZE_BITS
#define BLOCK_SIZE_BITS 10
#endif
#ifndef BLOCK_SIZE
#define BLOCK_SIZE (1<<BLOCK_SIZE_BITS)
#endif

#endif

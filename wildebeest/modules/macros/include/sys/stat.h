/*
 * <sys/stat.h> with the BSD masks of permission bits, and the unit of st_blocks.
 */
#ifndef LWB_MACROS_SYS_STAT_H
#define LWB_MACROS_SYS_STAT_H
#pragma GCC system_header
#include_next <sys/stat.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef ACCESSPERMS
#define ACCESSPERMS (S_IRWXU | S_IRWXG | S_IRWXO)
#endif
#ifndef ALLPERMS
#define ALLPERMS (S_ISUID | S_ISGID | S_ISVTX | S_IRWXU | S_IRWXG | S_IRWXO)
#endif
#ifndef DEFFILEMODE
#define DEFFILEMODE (S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH)
#endif
#ifndef S_BLKSIZE
#define S_BLKSIZE 512
#endif
#endif

#endif

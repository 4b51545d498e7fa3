/*
 * <fcntl.h> with the operations of flock, other old names, and the flags of
 * fallocate and sync_file_range.
 *
 * musl's O_ACCMODE has the bit of O_PATH too: O_PATH descriptors have no access
 * mode of their own there, where glibc's programs expect O_RDONLY.
 */
#ifndef LWB_MACROS_FCNTL_H
#define LWB_MACROS_FCNTL_H
#pragma GCC system_header
#include_next <fcntl.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* Spelled as in <asm-generic/fcntl.h>, which may be included too. */
#undef O_ACCMODE
#define O_ACCMODE 00000003

#ifndef O_FSYNC
#define O_FSYNC O_SYNC
#endif
#ifndef F_EXLCK
#define F_EXLCK 4
#endif
#ifndef F_SHLCK
#define F_SHLCK 8
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
/* Spelled as in <sys/file.h>. */
#ifndef LOCK_SH
#define LOCK_SH 1
#endif
#ifndef LOCK_EX
#define LOCK_EX 2
#endif
#ifndef LOCK_NB
#define LOCK_NB 4
#endif
#ifndef LOCK_UN
#define LOCK_UN 8
#endif
#endif

#ifdef _GNU_SOURCE
#ifndef LOCK_MAND
#define LOCK_MAND 32
#endif
#ifndef LOCK_READ
#define LOCK_READ 64
#endif
#ifndef LOCK_WRITE
#define LOCK_WRITE 128
#endif
#ifndef LOCK_RW
#define LOCK_RW 192
#endif

/* glibc's; the kernel's <asm-generic/fcntl.h> leaves O_DIRECTORY out, and takes this one. */
#ifndef __O_TMPFILE
#define __O_TMPFILE (020000000 | O_DIRECTORY)
#endif

/* Spelled as in <linux/falloc.h>. */
#ifndef FALLOC_FL_NO_HIDE_STALE
#define FALLOC_FL_NO_HIDE_STALE 0x04
#endif
#ifndef FALLOC_FL_COLLAPSE_RANGE
#define FALLOC_FL_COLLAPSE_RANGE 0x08
#endif
#ifndef FALLOC_FL_ZERO_RANGE
#define FALLOC_FL_ZERO_RANGE 0x10
#endif
#ifndef FALLOC_FL_INSERT_RANGE
#define FALLOC_FL_INSERT_RANGE 0x20
#endif
#ifndef FALLOC_FL_UNSHARE_RANGE
#define FALLOC_FL_UNSHARE_RANGE 0x40
#endif

#ifndef SYNC_FILE_RANGE_WRITE_AND_WAIT
#define SYNC_FILE_RANGE_WRITE_AND_WAIT                                                             \
        (SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER)
#endif
#ifndef RWH_WRITE_LIFE_NOT_SET
#define RWH_WRITE_LIFE_NOT_SET 0
#endif
#endif

#endif

/*
 * <sys/statvfs.h> with the LFS64 functions and types as such: musl has
 * none with _GNU_SOURCE, and macros with _LARGEFILE64_SOURCE.
 */
#ifndef LWB_LFS64_SYS_STATVFS_H
#define LWB_LFS64_SYS_STATVFS_H
#pragma GCC system_header
#include_next <sys/statvfs.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LFS64
/* musl's own names are macros, which would reach tags and members as well. */
#undef statvfs64
#undef fstatvfs64

#undef fsblkcnt64_t
#undef fsfilcnt64_t
typedef __UINT64_TYPE__ fsblkcnt64_t;
typedef __UINT64_TYPE__ fsfilcnt64_t;

/* What stands between two members of musl's structure, in bytes. */
#define __LWB_GAP(member, type, next)                                                              \
        (__builtin_offsetof(struct statvfs, next) - __builtin_offsetof(struct statvfs, member) -   \
         sizeof(type))
struct statvfs64 {
        unsigned long int f_bsize;
        unsigned long int f_frsize;
        fsblkcnt64_t f_blocks;
        fsblkcnt64_t f_bfree;
        fsblkcnt64_t f_bavail;
        fsfilcnt64_t f_files;
        fsfilcnt64_t f_ffree;
        fsfilcnt64_t f_favail;
        char __before_fsid[__LWB_GAP(f_favail, fsfilcnt64_t, f_fsid)];
        unsigned long int f_fsid;
        char __after_fsid[__LWB_GAP(f_fsid, unsigned long int, f_flag)];
        unsigned long int f_flag;
        unsigned long int f_namemax;
        unsigned int f_type;
        char __reserved[sizeof(struct statvfs) - __builtin_offsetof(struct statvfs, f_type) -
                        sizeof(unsigned int)];
};
#undef __LWB_GAP

#ifdef __cplusplus
extern "C" {
#endif
int statvfs64(const char *__restrict, struct statvfs64 *__restrict) __LWB_LFS64("statvfs");
int fstatvfs64(int, struct statvfs64 *) __LWB_LFS64("fstatvfs");
#ifdef __cplusplus
}
#endif
#endif

#endif

/*
 * <fstab.h>, which musl lacks: getfsent, getfsspec, getfsfile, setfsent, endfsent and struct fstab of 4.2BSD,
 * over /etc/fstab.
 */
#ifndef LWB_LEGACY_HEADERS_FSTAB_H
#define LWB_LEGACY_HEADERS_FSTAB_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <paths.h>

#ifndef _PATH_FSTAB
#define _PATH_FSTAB "/etc/fstab"
#endif
#define FSTAB "/etc/fstab"

#define FSTAB_RW "rw" /* read and write */
#define FSTAB_RQ "rq" /* the same with quotas */
#define FSTAB_RO "ro" /* read only */
#define FSTAB_SW "sw" /* swap */
#define FSTAB_XX "xx" /* to be ignored */

struct fstab {
        char *fs_spec;       /* device */
        char *fs_file;       /* where it is mounted */
        char *fs_vfstype;    /* file system */
        char *fs_mntops;     /* options, between commas */
        const char *fs_type; /* FSTAB_*, or "??" */
        int fs_freq;         /* days between dumps */
        int fs_passno;       /* pass of fsck */
};

#ifdef __cplusplus
extern "C" {
#endif

struct fstab *getfsent(void);
struct fstab *getfsspec(const char *);
struct fstab *getfsfile(const char *);
int setfsent(void);
void endfsent(void);

#ifdef __cplusplus
}
#endif

#endif

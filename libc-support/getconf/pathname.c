#include <errno.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "getconf.h"

/** What is the same for all files of one type of file system; -1: not defined. */
struct file_system {
        unsigned long magic;
        intmax_t link_max;
        int file_size_bits;
        int symlinks;
        int fallocate;
        /** In nanoseconds. */
        intmax_t timestamp_resolution;
};

/*
 * From the kernel's sources of each. ext2, ext3 and ext4 share a magic number: whether one of them
 * allocates, and times in seconds or nanoseconds, can't be told by it. Kernel and file systems put
 * no limit of their own on the links of tmpfs, overlayfs and FUSE: there, as elsewhere, 127,
 * LINK_MAX of the kernel's <linux/limits.h>.
 */
static const struct file_system file_systems[] = {
    {EXT4_SUPER_MAGIC, 65000, 64, 1, -1, -1},
    {XFS_SUPER_MAGIC, 2147483647, 64, 1, 1, 1},
    {BTRFS_SUPER_MAGIC, 65535, 64, 1, 1, 1},
    {TMPFS_MAGIC, 127, 64, 1, 1, 1},
    {OVERLAYFS_SUPER_MAGIC, 127, 64, 1, -1, -1},
    {FUSE_SUPER_MAGIC, 127, 64, 1, -1, -1},
    /* No links; sizes of 32 bits without a sign; times of even seconds. */
    {MSDOS_SUPER_MAGIC, 1, 33, -1, -1, 2000000000},
    /* Times of 10 ms. */
    {EXFAT_SUPER_MAGIC, 1, 64, -1, -1, 10000000},
};

/* Any other: the least that POSIX has for sizes, and what glibc says of links. */
static const struct file_system unknown = {0, 127, 32, 1, -1, -1};

static const struct file_system *find_file_system(unsigned long magic)
{
        for (size_t i = 0; i < sizeof file_systems / sizeof *file_systems; i++)
                if (file_systems[i].magic == magic)
                        return &file_systems[i];
        return &unknown;
}

static int from_libc(const char *path, int key, intmax_t *value)
{
        errno = 0;
        *value = pathconf(path, key);
        return *value < 0 && errno != 0 && errno != EINVAL ? -1 : 0;
}

static int from_inode(const char *path, int key, intmax_t *value)
{
        struct stat st;
        if (stat(path, &st) != 0)
                return -1;
        if (key != _PC_ASYNC_IO)
                return from_libc(path, key, value);
        *value = S_ISREG(st.st_mode) || S_ISBLK(st.st_mode) ? 1 : -1;
        return 0;
}

static int from_file_system(const char *path, int key, intmax_t *value)
{
        struct statfs sf;
        if (statfs(path, &sf) != 0)
                return -1;
        const struct file_system *fs = find_file_system((unsigned long)sf.f_type & 0xffffffff);
        switch (key) {
        case _PC_LINK_MAX:
                *value = fs->link_max;
                break;
        case _PC_FILESIZEBITS:
                *value = fs->file_size_bits;
                break;
        case _PC_2_SYMLINKS:
                *value = fs->symlinks;
                break;
        case _PC_NAME_MAX:
                *value = sf.f_namelen;
                break;
        case PATH_TEXTDOMAIN_MAX:
                *value = sf.f_namelen - (long)sizeof ".mo" + 1;
                break;
        case PATH_FALLOC:
                *value = fs->fallocate;
                break;
        case PATH_TIMESTAMP_RESOLUTION:
                *value = fs->timestamp_resolution;
                break;
        case _PC_REC_MIN_XFER_SIZE:
                *value = sf.f_bsize;
                break;
        default:
                *value = sf.f_frsize;
                break;
        }
        return 0;
}

int path_value(const char *path, int key, intmax_t *value)
{
        if (*path == '\0') {
                errno = ENOENT;
                return -1;
        }
        switch (key) {
        case _PC_LINK_MAX:
        case _PC_FILESIZEBITS:
        case _PC_2_SYMLINKS:
        case _PC_NAME_MAX:
        case PATH_TEXTDOMAIN_MAX:
        case PATH_FALLOC:
        case PATH_TIMESTAMP_RESOLUTION:
        case _PC_REC_MIN_XFER_SIZE:
        case _PC_REC_XFER_ALIGN:
        case _PC_ALLOC_SIZE_MIN:
                return from_file_system(path, key, value);
        case _PC_ASYNC_IO:
        case _PC_CHOWN_RESTRICTED:
                return from_inode(path, key, value);
        default:
                return from_libc(path, key, value);
        }
}

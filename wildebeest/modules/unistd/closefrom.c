#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's struct linux_dirent64: readdir would allocate, which a child of vfork must not. */
struct entry {
        uint64_t inode;
        int64_t offset;
        unsigned short length;
        unsigned char type;
        char name[];
};

/* One more than the largest descriptor that the limits allow. */
static int table_size(void)
{
        struct rlimit limit;

        if (getrlimit(RLIMIT_NOFILE, &limit) || limit.rlim_max > INT_MAX)
                return INT_MAX;
        return (int)limit.rlim_max;
}

/* The descriptor that a name in /proc/self/fd stands for; -1 for "." and "..". */
static int descriptor(const char *name)
{
        int fd = 0;

        if (*name < '0' || *name > '9')
                return -1;
        for (; *name >= '0' && *name <= '9' && fd <= (INT_MAX - 9) / 10; name++)
                fd = fd * 10 + (*name - '0');
        return fd;
}

/* Closes what a directory of descriptors lists from `low` on, itself excepted; whether it could be
 * read. */
static int close_listed(int directory, int low)
{
        char entries[1024];

        for (;;) {
                long size = syscall(SYS_getdents64, directory, entries, sizeof entries);
                unsigned short length;

                if (size <= 0)
                        return size == 0;
                for (long at = 0; at < size; at += length) {
                        const char *entry = entries + at;
                        int fd = descriptor(entry + offsetof(struct entry, name));

                        memcpy(&length, entry + offsetof(struct entry, length), sizeof length);
                        if (fd >= low && fd != directory)
                                close(fd);
                }
        }
}

/**
 * Closes every descriptor from `low` on, a negative one meaning 0. Before Linux 5.9 from the list
 * in /proc/self/fd, or if that can't be read, one by one up to the limit of open files. Safe after
 * vfork and in signal handlers; errno is kept. See closefrom(3).
 */
void closefrom(int low)
{
        int saved = errno;
        int size = table_size();
        int directory;
        int listed = 0;

        if (low < 0)
                low = 0;
        if (!close_range((unsigned int)low, ~0U, 0)) {
                errno = saved;
                return;
        }
        /* When no descriptor is free, each that is closed may make room for the directory's. */
        while ((directory = open("/proc/self/fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0 &&
               errno == EMFILE && low < size)
                close(low++);
        if (directory >= 0) {
                listed = close_listed(directory, low);
                close(directory);
        }
        for (; !listed && low < size; low++)
                close(low);
        errno = saved;
}

/* Directories at paths of any length. */
#ifndef LWB_DEEPPATH_DEEPPATH_H
#define LWB_DEEPPATH_DEEPPATH_H

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>
#include <string.h>

/** Opens a directory by name, close-on-exec, also after an interruption; -1 with errno. */
int __lwb_deep_openat(int at, const char *path, int flags);

/**
 * Opens the directory at the first `length` bytes of a path from the directory `start`, in pieces
 * where the kernel refuses it as too long; -1 with errno. `path` is changed and restored.
 */
int __lwb_deep_open(int start, char *path, size_t length, int flags);

/** Closes `fd` and returns -1 with ENOENT unless it is the directory that `st` is of. */
int __lwb_deep_verify(int fd, const struct stat *st);

static inline void close_quietly(int fd)
{
        int saved = errno;

        close(fd);
        errno = saved;
}

/* memcpy of a name, which is short: musl's takes longer to begin than to copy one. */
static inline void copy_name(char *to, const char *name, size_t length)
{
        for (; length >= 8; length -= 8, to += 8, name += 8)
                memcpy(to, name, 8);
        for (; length; length--)
                *to++ = *name++;
}

#endif

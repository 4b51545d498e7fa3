#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include "deeppath.h"

int __lwb_deep_openat(int at, const char *path, int flags)
{
        int fd;

        do
                fd = openat(at, path, flags | O_DIRECTORY | O_CLOEXEC);
        while (fd < 0 && errno == EINTR);
        return fd;
}

int __lwb_deep_open(int start, char *path, size_t length, int flags)
{
        char *piece = path;
        char *end = path + length;
        int at = start;
        bool last = false;

        while (!last) {
                char *stop = end;
                char kept;
                int fd;

                last = end - piece < PATH_MAX;
                if (!last)
                        stop = memrchr(piece, '/', PATH_MAX - 1);
                if (!stop) {
                        errno = ENAMETOOLONG;
                        fd = -1;
                } else {
                        kept = *stop;
                        *stop = '\0';
                        fd = __lwb_deep_openat(at, piece, last ? flags : O_PATH);
                        *stop = kept;
                }
                if (at != start)
                        close_quietly(at);
                if (fd < 0)
                        return -1;
                at = fd;
                piece = stop + 1;
        }
        return at;
}

int __lwb_deep_verify(int fd, const struct stat *st)
{
        struct stat now;

        if (fd < 0)
                return -1;
        if (fstat(fd, &now)) {
                close_quietly(fd);
                return -1;
        }
        if (now.st_dev != st->st_dev || now.st_ino != st->st_ino) {
                close(fd);
                errno = ENOENT;
                return -1;
        }
        return fd;
}

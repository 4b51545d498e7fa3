/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  openat, and then as POSIX words scandir.
 * see:   scandirat(3); POSIX.1-2024, scandir.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Forgets what has been read. */
static int failed(struct dirent **entries, size_t n, DIR *directory)
{
        int saved = errno;

        while (n)
                free(entries[--n]);
        free(entries);
        closedir(directory);
        errno = saved;
        return -1;
}

/**
 * scandir of a directory relative to the descriptor: how many entries the filter took, each to be
 * freed, as the array, which is sorted by `compare` unless that is null; -1 with errno.
 */
int scandirat(int at, const char *name, struct dirent ***list, int (*filter)(const struct dirent *),
              int (*compare)(const struct dirent **, const struct dirent **))
{
        int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC), saved = errno;
        struct dirent **entries = NULL, *entry;
        size_t n = 0, room = 0;
        DIR *directory;

        if (fd < 0)
                return -1;
        directory = fdopendir(fd);
        if (!directory) {
                saved = errno;
                close(fd);
                errno = saved;
                return -1;
        }
        while (errno = 0, (entry = readdir(directory))) {
                if (filter && !filter(entry))
                        continue;
                if (n == room) {
                        struct dirent **bigger;

                        room = room ? room * 2 : 16;
                        bigger = reallocarray(entries, room, sizeof *entries);
                        if (!bigger)
                                return failed(entries, n, directory);
                        entries = bigger;
                }
                entries[n] = malloc(entry->d_reclen);
                if (!entries[n])
                        return failed(entries, n, directory);
                memcpy(entries[n++], entry, entry->d_reclen);
        }
        if (errno)
                return failed(entries, n, directory);
        if (n > INT_MAX) {
                errno = EOVERFLOW;
                return failed(entries, n, directory);
        }
        closedir(directory);
        if (!entries) {
                /* glibc gives an array to free for no entries, too. */
                entries = malloc(sizeof *entries);
                if (!entries)
                        return -1;
        }
        if (compare)
                qsort(entries, n, sizeof *entries, (int (*)(const void *, const void *))compare);
        *list = entries;
        errno = saved;
        return (int)n;
}

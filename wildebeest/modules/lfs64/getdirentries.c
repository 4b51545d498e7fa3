/* See getdirentries(3), which musl lacks. */
#define LWB_NO_LFS64
#include <dirent.h>
#include <limits.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Reads entries of the directory `fd` into `buffer`, each a struct dirent of d_reclen bytes; how
 * many bytes that is, 0 at the end, or -1 with errno. `*position` becomes the offset at which it
 * began.
 */
ssize_t getdirentries(int fd, char *restrict buffer, size_t size, off_t *restrict position)
{
        off_t start = lseek(fd, 0, SEEK_CUR);
        ssize_t got;

        if (start < 0)
                return -1;
        /* The kernel takes an unsigned int, and answers with an int. */
        got = syscall(SYS_getdents64, fd, buffer, size > INT_MAX ? INT_MAX : size);
        if (got >= 0)
                *position = start;
        return got;
}

/* musl's getdents is the same call with other types: an int for its result, entries for its buffer.
 */
#define LWB_NO_LFS64
#include <dirent.h>
#include <limits.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Reads entries of the directory `fd` into `buffer`, each a struct dirent64 of d_reclen bytes; how
 * many bytes that is, 0 at the end, or -1 with errno. getdents64(2).
 */
ssize_t getdents64(int fd, void *buffer, size_t size)
{
        /* The kernel takes an unsigned int, and answers with an int. */
        return syscall(SYS_getdents64, fd, buffer, size > INT_MAX ? INT_MAX : size);
}

/* The LFS64 names with _GNU_SOURCE alone. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include "tap.h"

int main(void)
{
        struct stat64 status;
        off64_t end;
        int fd = open64("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

        ok(fd >= 0 && fstat64(fd, &status) == 0 && S_ISDIR(status.st_mode),
           "stat64: with _GNU_SOURCE");
        end = lseek64(fd, 0, SEEK_CUR);
        ok(end == 0 && sizeof end == 8, "lseek64: with _GNU_SOURCE");
        close(fd);
        return done_testing();
}

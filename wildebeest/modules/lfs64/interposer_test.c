/* With LWB_NO_LFS64 a program can define the functions itself, as with glibc. */
#define LWB_NO_LFS64
#define _LARGEFILE64_SOURCE 1
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include "tap.h"

#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if __has_feature(address_sanitizer)

/* That run links the module's objects themselves, not an archive which gives way to the program. */
int main(void)
{
        skip_all("links every object of the module");
}

#else

static int opened, sought;

/* Hidden, as nothing outside the test shall have them. On plain musl the macros make these
 * definitions of open and lseek, which libc's own calls then meet. */
__attribute__((visibility("hidden"))) int open64(const char *path, int flags, ...)
{
        mode_t mode = 0;
        va_list args;

        opened++;
        if (flags & O_CREAT) {
                va_start(args, flags);
                mode = va_arg(args, mode_t);
                va_end(args);
        }
        return openat(AT_FDCWD, path, flags, mode);
}

__attribute__((visibility("hidden"))) off64_t lseek64(int fd, off64_t offset, int whence)
{
        (void)fd;
        sought++;
        return offset + whence;
}

int main(void)
{
        struct stat64 status;
        int fd = open64("/dev/null", O_RDONLY);

        ok(fd >= 0, "open64: the program's own");
        is_int(opened, 1, "open64: is called once");
        close(open("/dev/null", O_RDONLY));
        is_int(opened, 1, "open64: is not open");
        is_int(lseek64(fd, 20, SEEK_END), 22, "lseek64: the program's own");
        is_int(lseek(fd, 0, SEEK_SET), 0, "lseek64: is not lseek");
        is_int(sought, 1, "lseek64: is called once");
        ok(fstat64(fd, &status) == 0 && S_ISCHR(status.st_mode),
           "fstat64: links under its own name");
        close(fd);
        return done_testing();
}

#endif

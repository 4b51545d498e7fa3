/* With _LARGEFILE64_SOURCE musl's headers make the names macros; here they stay names. */
#define _LARGEFILE64_SOURCE 1
#include <aio.h>
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>
#include "tap.h"

#define TEXT(x) TEXT_(x)
#define TEXT_(x) #x
/* The first argument of both is taken as it stands, and expanded before it reaches TEXT_. */
#define NAME(name)                                                                                 \
        {                                                                                          \
#name, TEXT(name)                                                                  \
        }

static const struct {
        const char *name;
        const char *expanded;
} names[] = {
    NAME(aiocb64),
    NAME(aio_read64),
    NAME(aio_write64),
    NAME(aio_error64),
    NAME(aio_return64),
    NAME(aio_cancel64),
    NAME(aio_suspend64),
    NAME(aio_fsync64),
    NAME(lio_listio64),
    NAME(off64_t),
    NAME(dirent64),
    NAME(readdir64),
    NAME(readdir64_r),
    NAME(scandir64),
    NAME(alphasort64),
    NAME(versionsort64),
    NAME(getdents64),
    NAME(ino64_t),
    NAME(flock64),
    NAME(open64),
    NAME(openat64),
    NAME(creat64),
    NAME(lockf64),
    NAME(posix_fadvise64),
    NAME(posix_fallocate64),
    NAME(fallocate64),
    NAME(ftw64),
    NAME(nftw64),
    NAME(glob64),
    NAME(globfree64),
    NAME(glob64_t),
    NAME(tmpfile64),
    NAME(fopen64),
    NAME(freopen64),
    NAME(fseeko64),
    NAME(ftello64),
    NAME(fgetpos64),
    NAME(fsetpos64),
    NAME(fpos64_t),
    NAME(mkstemp64),
    NAME(mkostemp64),
    NAME(mkstemps64),
    NAME(mkostemps64),
    NAME(mmap64),
    NAME(getrlimit64),
    NAME(setrlimit64),
    NAME(rlimit64),
    NAME(rlim64_t),
    NAME(prlimit64),
    NAME(sendfile64),
    NAME(stat64),
    NAME(fstat64),
    NAME(lstat64),
    NAME(fstatat64),
    NAME(blkcnt64_t),
    NAME(fsblkcnt64_t),
    NAME(fsfilcnt64_t),
    NAME(statfs64),
    NAME(fstatfs64),
    NAME(statvfs64),
    NAME(fstatvfs64),
    NAME(preadv64),
    NAME(pwritev64),
    NAME(lseek64),
    NAME(pread64),
    NAME(pwrite64),
    NAME(truncate64),
    NAME(ftruncate64),
};

/* As programs wrap them. */
struct stat64_wrapper {
        struct stat64 stat64;
        int (*lseek64)(int);
};

int main(void)
{
        struct stat64_wrapper wrapper = {.lseek64 = NULL};
        int macros = 0;

        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
                if (strcmp(names[i].expanded, names[i].name) != 0) {
                        note("%s is a macro", names[i].name);
                        macros++;
                }
        is_int(macros, 0, "open64: is no macro, nor is any other of the names");
        ok(stat64(".", &wrapper.stat64) == 0 && S_ISDIR(wrapper.stat64.st_mode),
           "stat64: as a member too");
        return done_testing();
}

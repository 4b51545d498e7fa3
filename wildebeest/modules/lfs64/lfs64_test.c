/* What each LFS64 function does, at offsets past what 32 bits hold. */
#define _LARGEFILE64_SOURCE 1
#include <aio.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glob.h>
#include <stdint.h>
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
#include <sys/wait.h>
#include <unistd.h>
#include "tap.h"

/* 3 GiB. */
#define FAR ((off64_t)3 << 30)

static char directory[] = "lfs64-XXXXXX";
static char path[64];

static void types(void)
{
        is_int(sizeof(off64_t), 8, "off64_t: has 64 bits");
        is_int(sizeof(ino64_t), 8, "ino64_t: has 64 bits");
        is_int(sizeof(blkcnt64_t), 8, "blkcnt64_t: has 64 bits");
        is_int(sizeof(fsblkcnt64_t), 8, "fsblkcnt64_t: has 64 bits");
        is_int(sizeof(fsfilcnt64_t), 8, "fsfilcnt64_t: has 64 bits");
        is_int(sizeof(rlim64_t), 8, "rlim64_t: has 64 bits");
        ok((off64_t)-1 < 0 && (ino64_t)-1 > 0, "off64_t: is signed, and ino64_t is not");
        is_int(sizeof(((struct stat64 *)0)->st_size), 8, "struct stat64: st_size has 64 bits");
        is_int(sizeof(((struct flock64 *)0)->l_start), 8, "struct flock64: l_start has 64 bits");
        is_int(sizeof(((struct dirent64 *)0)->d_off), 8, "struct dirent64: d_off has 64 bits");
        ok(RLIM64_INFINITY == (rlim64_t)-1, "RLIM64_INFINITY: all bits");
}

static void descriptors(void)
{
        struct stat64 status, other;
        struct flock64 lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = FAR, .l_len = 1};
        struct iovec part;
        char byte = 0;
        int fd, at, from, flags;
        off64_t offset;
        pid_t child;
        int result;

        fd = open64(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);
        require(fd >= 0);
        ok(fstat64(fd, &status) == 0 && (status.st_mode & 0777) == 0640,
           "open64: takes the mode, fstat64 gives it");
        is_int(lseek64(fd, FAR, SEEK_SET), FAR, "lseek64: past 2 GiB");
        is_int(pwrite64(fd, "abc", 3, FAR), 3, "pwrite64: past 2 GiB");
        is_int(pread64(fd, &byte, 1, FAR + 2), 1, "pread64: past 2 GiB");
        is_int(byte, 'c', "pread64: reads what pwrite64 wrote");
        ok(stat64(path, &other) == 0 && other.st_size == FAR + 3, "stat64: the size");
        ok(lstat64(path, &other) == 0 && other.st_ino == status.st_ino, "lstat64: the same file");
        ok(fstatat64(AT_FDCWD, path, &other, 0) == 0 && other.st_size == FAR + 3,
           "fstatat64: the size");
        is_int(ftruncate64(fd, FAR + 10), 0, "ftruncate64: past 2 GiB");
        is_int(truncate64(path, FAR + 20), 0, "truncate64: past 2 GiB");
        ok(fstat64(fd, &other) == 0 && other.st_size == FAR + 20, "truncate64: has set the size");
        is_int(posix_fadvise64(fd, FAR, 1, POSIX_FADV_RANDOM), 0, "posix_fadvise64: past 2 GiB");
        is_int(posix_fadvise64(fd, 0, -1, POSIX_FADV_RANDOM), EINVAL, "posix_fadvise64: the error");
        result = fallocate64(fd, FALLOC_FL_KEEP_SIZE, FAR, 1);
        ok(result == 0 || errno == EOPNOTSUPP, "fallocate64: past 2 GiB");
        is_int(posix_fallocate64(fd, -1, 1), EINVAL, "posix_fallocate64: the error");

        part.iov_base = "xy";
        part.iov_len = 2;
        is_int(pwritev64(fd, &part, 1, FAR + 5), 2, "pwritev64: past 2 GiB");
        part.iov_base = &byte;
        part.iov_len = 1;
        ok(preadv64(fd, &part, 1, FAR + 6) == 1 && byte == 'y', "preadv64: past 2 GiB");
        part.iov_base = "z";
        is_int(pwritev64v2(fd, &part, 1, FAR + 7, 0), 1, "pwritev64v2: past 2 GiB");
        part.iov_base = &byte;
        ok(preadv64v2(fd, &part, 1, FAR + 7, 0) == 1 && byte == 'z', "preadv64v2: past 2 GiB");

        is_int(fcntl64(fd, F_SETLK64, &lock), 0, "fcntl64: F_SETLK64 takes a struct flock64");
        lseek64(fd, FAR, SEEK_SET);
        fflush(stdout);
        child = fork();
        if (child == 0) {
                /* Only another process sees the lock. */
                int seen = lockf64(fd, F_TEST, 1) == -1 && (errno == EACCES || errno == EAGAIN);

                _exit(seen && fcntl64(fd, F_GETLK64, &lock) == 0 && lock.l_type == F_WRLCK &&
                              lock.l_start == FAR
                          ? 0
                          : 1);
        }
        require(child > 0 && waitpid(child, &result, 0) == child);
        is_int(result, 0, "lockf64, F_GETLK64: see the lock");
        flags = fcntl64(fd, F_GETFL);
        is_int(flags & 3, O_RDWR, "fcntl64: with no third argument");
        ok(fcntl64(fd, F_SETFL, O_APPEND) == 0 && (fcntl64(fd, F_GETFL) & O_APPEND),
           "fcntl64: with an int");
        is_int(fcntl64(fd, F_SETFL, 0), 0, "fcntl64: with 0");

        from = openat64(AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
        ok(from >= 0, "openat64: opens");
        offset = FAR + 5;
        is_int(lseek64(fd, 0, SEEK_SET), 0, "lseek64: to the start");
        is_int(sendfile64(fd, from, &offset, 3), 3, "sendfile64: past 2 GiB");
        is_int(offset, FAR + 8, "sendfile64: moves the offset");
        ok(pread64(fd, &byte, 1, 2) == 1 && byte == 'z', "sendfile64: has copied");
        close(from);
        at = creat64("lfs64-created", 0600);
        ok(at >= 0 && fstat64(at, &other) == 0 && (other.st_mode & 0777) == 0600,
           "creat64: creates");
        close(at);
        unlink("lfs64-created");

        if (FAR % sysconf(_SC_PAGESIZE) == 0) {
                char *map = mmap64(NULL, 20, PROT_READ, MAP_SHARED, fd, FAR);

                ok(map != MAP_FAILED && map[5] == 'x', "mmap64: past 2 GiB");
                if (map != MAP_FAILED)
                        munmap(map, 20);
        }
        close(fd);
}

static void streams(void)
{
        FILE *file = fopen64(path, "r+");
        fpos64_t position;

        require(file);
        is_int(fseeko64(file, FAR + 5, SEEK_SET), 0, "fseeko64: past 2 GiB");
        is_int(ftello64(file), FAR + 5, "ftello64: past 2 GiB");
        is_int(fgetpos64(file, &position), 0, "fgetpos64: past 2 GiB");
        is_int(getc(file), 'x', "fseeko64: reads there");
        is_int(fsetpos64(file, &position), 0, "fsetpos64: back");
        is_int(getc(file), 'x', "fsetpos64: reads there again");
        file = freopen64(path, "r", file);
        ok(file && ftello64(file) == 0, "freopen64: opens again");
        if (file)
                fclose(file);
        file = tmpfile64();
        ok(file && fputs("t", file) >= 0 && fseeko64(file, 0, SEEK_SET) == 0 && getc(file) == 't',
           "tmpfile64: a file to write and read");
        if (file)
                fclose(file);
}

static void temporary(const char *name, int fd, int flags)
{
        struct stat64 status;

        ok(fd >= 0 && fstat64(fd, &status) == 0 && (status.st_mode & 0777) == 0600, "%s: a file",
           name);
        is_int(fcntl64(fd, F_GETFL) & O_APPEND, flags & O_APPEND, "%s: the flags", name);
        if (fd >= 0)
                close(fd);
}

static int only_named(const struct dirent64 *entry)
{
        return entry->d_name[0] == 'f';
}

static int visits, visited_size_ok;

static int visit(const char *name, const struct stat64 *status, int what)
{
        (void)name;
        visits++;
        visited_size_ok |= what == FTW_F && status->st_size == FAR + 20;
        return 0;
}

static int visit_more(const char *name, const struct stat64 *status, int what, struct FTW *where)
{
        return visit(name, status, where->level >= 0 ? what : FTW_NS);
}

static void directories(void)
{
        char names[4][16] = {"f1-XXXXXX", "f10-XXXXXX", "f2-XXXXXX.c", "g-XXXXXX.c"};
        struct dirent64 **list, *entry, *result;
        union {
                struct dirent64 entry;
                char room[4096];
        } buffer;
        DIR *stream;
        off64_t position = -1;
        off_t plain_position = -1;
        int number, entries = 0, again = 0, fd;
        ssize_t got, plain_got;
        glob64_t matches;

        temporary("mkstemp64", mkstemp64(names[0]), 0);
        temporary("mkostemp64", mkostemp64(names[1], O_APPEND | O_CLOEXEC), O_APPEND);
        temporary("mkstemps64", mkstemps64(names[2], 2), 0);
        temporary("mkostemps64", mkostemps64(names[3], 2, O_APPEND | O_CLOEXEC), O_APPEND);

        number = scandir64(".", &list, only_named, versionsort64);
        is_int(number, 3, "scandir64: what the selector takes");
        for (int i = 0; i < number; i++) {
                static const char *const order[] = {"f1-", "f2-", "f10-"};

                ok(!strncmp(list[i]->d_name, order[i], strlen(order[i])), "versionsort64: %s",
                   order[i]);
                free(list[i]);
        }
        if (number >= 0)
                free(list);
        number = scandir64(".", &list, only_named, alphasort64);
        ok(number == 3 && !strncmp(list[1]->d_name, "f10-", 4), "alphasort64: f10 before f2");
        for (int i = 0; i < number; i++)
                free(list[i]);
        if (number >= 0)
                free(list);

        stream = opendir(".");
        require(stream);
        while ((entry = readdir64(stream)))
                entries += entry->d_ino != 0;
        rewinddir(stream);
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        while (readdir64_r(stream, &buffer.entry, &result) == 0 && result)
                again += result->d_reclen > 0;
        closedir(stream);
        is_int(entries, 7, "readdir64: every entry");
        is_int(again, 7, "readdir64_r: every entry");

        fd = open64(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        got = getdents64(fd, &buffer, sizeof buffer);
        ok(got > 0 && ((struct dirent64 *)(void *)&buffer)->d_reclen <= got,
           "getdents64: reads entries");
        is_int(getdents64(fd, &buffer, sizeof buffer), 0, "getdents64: 0 at the end");
        ok(getdents64(-1, &buffer, sizeof buffer) == -1 && errno == EBADF,
           "getdents64: -1 with errno");
        lseek64(fd, 0, SEEK_SET);
        is_int(getdirentries64(fd, buffer.room, sizeof buffer, &position), got,
               "getdirentries64: reads as much");
        is_int(position, 0, "getdirentries64: began at 0");
        is_int(getdirentries64(fd, buffer.room, sizeof buffer, &position), 0,
               "getdirentries64: 0 at the end");
        is_int(position, lseek64(fd, 0, SEEK_CUR), "getdirentries64: the position at the end");
        lseek64(fd, 0, SEEK_SET);
        plain_got = getdirentries(fd, buffer.room, sizeof buffer, &plain_position);
        ok(plain_got == got && plain_position == 0, "getdirentries: the same");
        close(fd);
        position = plain_position = 42;
        ok(getdirentries64(-1, buffer.room, sizeof buffer, &position) == -1 && errno == EBADF,
           "getdirentries64: -1 with errno");
        is_int(position, 42, "getdirentries64: leaves the position alone then");
        fd = open64(path, O_RDONLY | O_CLOEXEC);
        ok(getdirentries(fd, buffer.room, sizeof buffer, &plain_position) == -1 && errno == ENOTDIR,
           "getdirentries: ENOTDIR");
        is_int(plain_position, 42, "getdirentries: leaves the position alone then");
        close(fd);

        is_int(ftw64(".", visit, 4), 0, "ftw64: walks");
        is_int(visits, 6, "ftw64: every file");
        ok(visited_size_ok, "ftw64: the size past 2 GiB");
        visits = visited_size_ok = 0;
        is_int(nftw64(".", visit_more, 4, FTW_PHYS), 0, "nftw64: walks");
        ok(visits == 6 && visited_size_ok, "nftw64: every file, and the size past 2 GiB");

        is_int(glob64("f*", 0, NULL, &matches), 0, "glob64: finds");
        ok(matches.gl_pathc == 3 && !strncmp(matches.gl_pathv[0], "f1-", 3), "glob64: the files");
        globfree64(&matches);
        ok(glob64("nothing*", 0, NULL, &matches) == GLOB_NOMATCH, "glob64: finds nothing");

        for (int i = 0; i < 4; i++)
                unlink(names[i]);
}

static void file_systems(void)
{
        struct statfs64 fs64;
        struct statfs fs;
        struct statvfs64 vfs64;
        struct statvfs vfs;
        int fd = open64(".", O_RDONLY | O_CLOEXEC);

        require(statfs(".", &fs) == 0 && statvfs(".", &vfs) == 0);
        ok(statfs64(".", &fs64) == 0 && fs64.f_type == fs.f_type && fs64.f_blocks == fs.f_blocks &&
               fs64.f_bsize == fs.f_bsize && fs64.f_namelen == fs.f_namelen,
           "statfs64: as statfs");
        ok(fstatfs64(fd, &fs64) == 0 && fs64.f_files == fs.f_files, "fstatfs64: as statfs");
        ok(statvfs64(".", &vfs64) == 0 && vfs64.f_blocks == vfs.f_blocks &&
               vfs64.f_fsid == vfs.f_fsid && vfs64.f_flag == vfs.f_flag &&
               vfs64.f_namemax == vfs.f_namemax,
           "statvfs64: as statvfs");
        ok(fstatvfs64(fd, &vfs64) == 0 && vfs64.f_files == vfs.f_files, "fstatvfs64: as statvfs");
        close(fd);
}

static void limits(void)
{
        struct rlimit64 limit, old;
        struct rlimit plain;

        require(getrlimit(RLIMIT_CORE, &plain) == 0);
        ok(getrlimit64(RLIMIT_CORE, &limit) == 0 && limit.rlim_max == plain.rlim_max,
           "getrlimit64: as getrlimit");
        limit.rlim_cur = 0;
        is_int(setrlimit64(RLIMIT_CORE, &limit), 0, "setrlimit64: sets");
        ok(getrlimit(RLIMIT_CORE, &plain) == 0 && plain.rlim_cur == 0, "setrlimit64: has set");
        ok(prlimit64(0, RLIMIT_CORE, &limit, &old) == 0 && old.rlim_cur == 0 &&
               old.rlim_max == limit.rlim_max,
           "prlimit64: the old limit");
}

static void asynchronous(void)
{
        char text[4] = "";
        int fd = open64(path, O_RDWR | O_CLOEXEC);
        struct aiocb64 request = {
            .aio_fildes = fd, .aio_offset = FAR + 10, .aio_buf = "aio", .aio_nbytes = 3};
        const struct aiocb64 *const waiting[] = {&request};
        struct aiocb64 *const both[] = {&request};

        request.aio_sigevent.sigev_notify = SIGEV_NONE;
        require(fd >= 0);
        is_int(aio_write64(&request), 0, "aio_write64: queued");
        while (aio_error64(&request) == EINPROGRESS)
                aio_suspend64(waiting, 1, NULL);
        is_int(aio_return64(&request), 3, "aio_write64: written past 2 GiB");
        is_int(aio_fsync64(O_SYNC, &request), 0, "aio_fsync64: queued");
        while (aio_error64(&request) == EINPROGRESS)
                aio_suspend64(waiting, 1, NULL);
        is_int(aio_return64(&request), 0, "aio_fsync64: done");
        request.aio_buf = text;
        is_int(aio_read64(&request), 0, "aio_read64: queued");
        while (aio_error64(&request) == EINPROGRESS)
                aio_suspend64(waiting, 1, NULL);
        ok(aio_return64(&request) == 3 && !strcmp(text, "aio"), "aio_read64: read past 2 GiB");
        memset(text, 0, sizeof text);
        request.aio_lio_opcode = LIO_READ;
        is_int(lio_listio64(LIO_WAIT, both, 1, NULL), 0, "lio_listio64: waits");
        ok(aio_return64(&request) == 3 && !strcmp(text, "aio"), "lio_listio64: read past 2 GiB");
        is_int(aio_cancel64(fd, NULL), AIO_ALLDONE, "aio_cancel64: all is done");
        close(fd);
}

#ifdef LWB_LFS64_FCNTL_H
/* Volatile, or the compiler takes two names for two functions. */
static void same(const char *name, void *volatile large, void *volatile plain)
{
        ok(large == plain, "%s64: is %s itself, so that what interposes the one has the other",
           name, name);
}

#define SAME(name) same(#name, (void *)name##64, (void *)name)
static void identity(void)
{
        SAME(open);
        SAME(lseek);
        SAME(stat);
        SAME(readdir);
        SAME(fopen);
        SAME(glob);
        SAME(mmap);
        SAME(mkstemp);
        SAME(ftw);
        SAME(nftw);
        SAME(globfree);
        SAME(aio_suspend);
        SAME(openat);
        SAME(fcntl);
        SAME(freopen);
        SAME(tmpfile);
        SAME(fseeko);
        SAME(ftello);
        SAME(scandir);
        SAME(pread);
        SAME(pwrite);
        SAME(truncate);
        SAME(ftruncate);
        SAME(getrlimit);
        SAME(setrlimit);
        SAME(sendfile);
        SAME(lockf);
        SAME(statvfs);
        SAME(statfs);
        SAME(fstat);
        SAME(lstat);
        ok(__builtin_types_compatible_p(off64_t, off_t) &&
               __builtin_types_compatible_p(ino64_t, ino_t) &&
               __builtin_types_compatible_p(blkcnt64_t, blkcnt_t) &&
               __builtin_types_compatible_p(fsblkcnt64_t, fsblkcnt_t) &&
               __builtin_types_compatible_p(fsfilcnt64_t, fsfilcnt_t),
           "off64_t: is off_t");
}
#endif

int main(void)
{
        umask(0);
        require(mkdtemp(directory) && chdir(directory) == 0);
        snprintf(path, sizeof path, "sparse");
        types();
        descriptors();
        streams();
        directories();
        file_systems();
        limits();
        asynchronous();
#ifdef LWB_LFS64_FCNTL_H
        identity();
#endif
        unlink(path);
        require(chdir("..") == 0 && rmdir(directory) == 0);
        return done_testing();
}

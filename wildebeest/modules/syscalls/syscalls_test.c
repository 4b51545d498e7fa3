/* The system calls whose functions musl lacks; what this kernel refuses is skipped, and must be
 * refused alike. */
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/pidfd.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "tap.h"

#define SKIPPED 77
#define TMPFS 0x01021994

/* Ends a check: 0, the line that failed, or SKIPPED. */
#define expect(condition)                                                                          \
        do {                                                                                       \
                if (!(condition))                                                                  \
                        return __LINE__;                                                           \
        } while (0)
/* Where the kernel, its emulator or a filter has no such call, or nobody may call it. */
#define refused(result) ((result) < 0 && (errno == ENOSYS || errno == EPERM))

static void point(int (*check)(void), const char *description)
{
        int result = check();

        if (result != SKIPPED) {
                is_int(result, 0, "%s", description);
                return;
        }
        tap_points++;
        printf("ok %d - %s # SKIP not here\n", tap_points, description);
        fflush(stdout);
}

/* The status of a child that makes the check, 128 where its line is beyond a status. */
static int in_child(int (*check)(void))
{
        int status, result;
        pid_t child;

        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (!child) {
                result = check();
                if (result && result != SKIPPED)
                        note("line %d, errno %d", result, errno);
                _exit(result == SKIPPED || !result ? result : 1);
        }
        require(waitpid(child, &status, 0) == child);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status);
}

static int mounts(void)
{
        struct mount_attr attributes = {.attr_set = MOUNT_ATTR_RDONLY};
        char directory[] = "/tmp/syscalls.XXXXXX";
        char other[] = "/tmp/syscalls.XXXXXX";
        char file[64];
        struct statfs fs;
        int context, mounted, copy, fd;

        if (unshare(CLONE_NEWNS) || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL))
                return SKIPPED;
        context = fsopen("tmpfs", FSOPEN_CLOEXEC);
        if (refused(context))
                return SKIPPED;
        expect(context >= 0 && fcntl(context, F_GETFD) == FD_CLOEXEC);
        expect(fsconfig(context, FSCONFIG_SET_STRING, "size", "1048576", 0) == 0);
        errno = 0;
        expect(fsconfig(context, FSCONFIG_SET_STRING, "no such key", "1", 0) == -1 &&
               errno == EINVAL);
        expect(fsconfig(context, FSCONFIG_CMD_CREATE, NULL, NULL, 0) == 0);
        mounted = fsmount(context, FSMOUNT_CLOEXEC, MOUNT_ATTR_NOEXEC);
        expect(mounted >= 0 && fcntl(mounted, F_GETFD) == FD_CLOEXEC);
        expect(mkdtemp(directory) && mkdtemp(other));
        expect(move_mount(mounted, "", AT_FDCWD, directory, MOVE_MOUNT_F_EMPTY_PATH) == 0);
        expect(statfs(directory, &fs) == 0 && fs.f_type == TMPFS);
        expect(fs.f_blocks * (uint64_t)fs.f_bsize == 1048576);
        close(context);

        context = fspick(AT_FDCWD, directory, FSPICK_CLOEXEC);
        expect(context >= 0);
        expect(fsconfig(context, FSCONFIG_SET_STRING, "size", "2097152", 0) == 0);
        expect(fsconfig(context, FSCONFIG_CMD_RECONFIGURE, NULL, NULL, 0) == 0);
        expect(statfs(directory, &fs) == 0);
        expect(fs.f_blocks * (uint64_t)fs.f_bsize == 2097152);

        copy = open_tree(AT_FDCWD, directory, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
        expect(copy >= 0);
        expect(move_mount(copy, "", AT_FDCWD, other, MOVE_MOUNT_F_EMPTY_PATH) == 0);
        if (mount_setattr(AT_FDCWD, other, 0, &attributes, sizeof attributes)) {
                expect(errno == ENOSYS);
        } else {
                snprintf(file, sizeof file, "%s/file", other);
                fd = open(file, O_WRONLY | O_CREAT, 0600);
                expect(fd < 0 && errno == EROFS);
        }
        snprintf(file, sizeof file, "%s/file", directory);
        fd = open(file, O_WRONLY | O_CREAT, 0600);
        expect(fd >= 0);
        close(fd);
        expect(!umount2(other, MNT_DETACH) && !umount2(directory, MNT_DETACH));
        expect(!rmdir(other) && !rmdir(directory));
        return 0;
}

/* The namespace of mounts is the child's, and so are the mounts. */
static int mounts_in_child(void)
{
        return in_child(mounts);
}

static int refuses_mounts(void)
{
        struct mount_attr attributes = {0};

        errno = 0;
        if (refused(fsopen("no such file system", 0)))
                return SKIPPED;
        expect(errno == ENODEV);
        errno = 0;
        expect(fsopen("tmpfs", 0x100) == -1 && errno == EINVAL);
        errno = 0;
        expect(fsmount(-1, 0, 0) == -1 && errno == EBADF);
        errno = 0;
        expect(fsconfig(-1, FSCONFIG_CMD_CREATE, NULL, NULL, 0) == -1 && errno == EINVAL);
        errno = 0;
        expect(fspick(AT_FDCWD, "/nowhere at all", 0) == -1 && errno == ENOENT);
        errno = 0;
        expect(open_tree(AT_FDCWD, "/nowhere at all", 0) == -1 && errno == ENOENT);
        errno = 0;
        expect(move_mount(AT_FDCWD, "/nowhere at all", AT_FDCWD, "/", 0) == -1 && errno == ENOENT);
        errno = 0;
        expect(mount_setattr(AT_FDCWD, "/", 0, &attributes, 1) == -1 &&
               (errno == EINVAL || errno == ENOSYS));
        return 0;
}

/* A child that waits until it is killed. */
static pid_t sleeper(void)
{
        pid_t child = fork();

        require(child >= 0);
        if (!child)
                for (;;)
                        pause();
        return child;
}

static int has_pidfds(void)
{
        int fd = pidfd_open(getpid(), 0);

        if (fd < 0)
                return 0;
        close(fd);
        return 1;
}

static int opens_process(void)
{
        pid_t child;
        int fd, status;

        if (!has_pidfds())
                return SKIPPED;
        child = sleeper();
        fd = pidfd_open(child, 0);
        expect(fd >= 0 && fcntl(fd, F_GETFD) == FD_CLOEXEC);
        expect(pidfd_send_signal(fd, 0, NULL, 0) == 0);
        errno = 0;
        expect(pidfd_send_signal(fd, 1000, NULL, 0) == -1 && errno == EINVAL);
        expect(pidfd_send_signal(fd, SIGTERM, NULL, 0) == 0);
        expect(waitpid(child, &status, 0) == child && WIFSIGNALED(status) &&
               WTERMSIG(status) == SIGTERM);
        errno = 0;
        expect(pidfd_send_signal(fd, SIGTERM, NULL, 0) == -1 && errno == ESRCH);
        close(fd);
        errno = 0;
        expect(pidfd_open(getpid(), 1) == -1 && errno == EINVAL);
        errno = 0;
        expect(pidfd_open(-1, 0) == -1 && errno == EINVAL);
        return 0;
}

static volatile int received;

static void on_signal(int signal, siginfo_t *info, void *context)
{
        (void)signal;
        (void)context;
        received = info->si_value.sival_int;
}

static int sends_information(void)
{
        struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO};
        siginfo_t info = {.si_signo = SIGUSR1, .si_code = SI_QUEUE};
        int fd = pidfd_open(getpid(), 0);

        if (fd < 0)
                return SKIPPED;
        info.si_value.sival_int = 4711;
        info.si_pid = getpid();
        info.si_uid = getuid();
        expect(!sigaction(SIGUSR1, &action, NULL));
        expect(pidfd_send_signal(fd, SIGUSR1, &info, 0) == 0);
        expect(received == 4711);
        close(fd);
        return 0;
}

static int takes_descriptor(void)
{
        int pipes[2];
        char byte = 0;
        int fd, copy;

        fd = pidfd_open(getpid(), 0);
        if (fd < 0)
                return SKIPPED;
        expect(!pipe(pipes));
        copy = pidfd_getfd(fd, pipes[1], 0);
        if (copy < 0 && errno == ENOSYS)
                return SKIPPED;
        expect(copy >= 0 && copy != pipes[1] && fcntl(copy, F_GETFD) == FD_CLOEXEC);
        expect(write(copy, "x", 1) == 1 && read(pipes[0], &byte, 1) == 1 && byte == 'x');
        errno = 0;
        expect(pidfd_getfd(fd, 999, 0) == -1 && errno == EBADF);
        errno = 0;
        expect(pidfd_getfd(fd, pipes[1], 1) == -1 && errno == EINVAL);
        close(copy);
        close(fd);
        close(pipes[0]);
        close(pipes[1]);
        return 0;
}

static int advises(void)
{
        size_t page = (size_t)sysconf(_SC_PAGESIZE);
        struct iovec all[1] = {{NULL, 4 * page}};
        int fd = pidfd_open(getpid(), 0);
        ssize_t result;

        if (fd < 0)
                return SKIPPED;
        all->iov_base =
            mmap(NULL, 4 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        expect(all->iov_base != MAP_FAILED);
        result = process_madvise(fd, all, 1, MADV_COLD, 0);
        if (refused(result))
                return SKIPPED;
        expect(result == (ssize_t)(4 * page));
        errno = 0;
        expect(process_madvise(fd, all, 1, MADV_COLD, 1) == -1 && errno == EINVAL);
        errno = 0;
        expect(process_madvise(-1, all, 1, MADV_COLD, 0) == -1 && errno == EBADF);
        munmap(all->iov_base, 4 * page);
        close(fd);
        return 0;
}

static int releases(void)
{
        pid_t child;
        int fd, result;

        if (!has_pidfds())
                return SKIPPED;
        errno = 0;
        result = process_mrelease(-1, 0);
        if (refused(result))
                return SKIPPED;
        expect(errno == EBADF);
        child = sleeper();
        fd = pidfd_open(child, 0);
        errno = 0;
        expect(process_mrelease(fd, 1) == -1 && errno == EINVAL);
        errno = 0;
        expect(process_mrelease(fd, 0) == -1 && errno == EINVAL); /* it is not being killed */
        expect(!kill(child, SIGKILL));
        result = process_mrelease(fd, 0);
        expect(!result || errno == ESRCH || errno == EAGAIN);
        expect(waitpid(child, NULL, 0) == child);
        close(fd);
        return 0;
}

static char *memory;

static int writes(void)
{
        *(volatile char *)memory = 3;
        return 0;
}

static int protects(void)
{
        size_t page = (size_t)sysconf(_SC_PAGESIZE);
        int key, second;

        memory = mmap(NULL, page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        expect(memory != MAP_FAILED);
        expect(!pkey_mprotect(memory, page, PROT_READ | PROT_WRITE, -1));
        *memory = 1;
        errno = 0;
        key = pkey_alloc(0, PKEY_DISABLE_WRITE);
        if (key < 0) {
                expect(errno == ENOSYS || errno == ENOSPC || errno == EINVAL);
                errno = 0;
#ifndef __GLIBC__
                expect(pkey_get(1) == -1 && (errno == ENOSYS || errno == EINVAL));
#endif
                return SKIPPED;
        }
        expect(pkey_get(key) == PKEY_DISABLE_WRITE);
        expect(!pkey_mprotect(memory, page, PROT_READ | PROT_WRITE, key));
        expect(*memory == 1);
        expect(in_child(writes)); /* SIGSEGV, or a report of ASan */
        expect(!pkey_set(key, 0) && pkey_get(key) == 0);
        *memory = 2;
        second = pkey_alloc(0, 0);
        expect(second > 0 && second != key);
        for (unsigned int rights = 0; rights < 4; rights++) {
                expect(!pkey_set(second, rights) && pkey_get(second) == (int)rights);
                expect(pkey_get(key) == 0 && *memory == 2);
        }
        errno = 0;
        expect(pkey_set(key, 4) == -1 && errno == EINVAL);
        errno = 0;
        expect(pkey_set(-1, 0) == -1 && errno == EINVAL);
        errno = 0;
        expect(pkey_get(100) == -1 && errno == EINVAL);
        expect(!pkey_mprotect(memory, page, PROT_READ, 0));
        expect(!pkey_free(key) && !pkey_free(second));
        errno = 0;
        expect(pkey_free(key) == -1 && errno == EINVAL);
        munmap(memory, page);
        return 0;
}

static int renames(void)
{
        char directory[] = "/tmp/syscalls.XXXXXX";
        struct stat first, second, now;
        int at, result;

        expect(mkdtemp(directory));
        at = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        expect(at >= 0);
        close(openat(at, "a", O_WRONLY | O_CREAT, 0600));
        close(openat(at, "b", O_WRONLY | O_CREAT, 0600));
        expect(!fstatat(at, "a", &first, 0) && !fstatat(at, "b", &second, 0));
        errno = 0;
        result = renameat2(at, "a", at, "b", RENAME_NOREPLACE);
        if (result < 0 && (errno == ENOSYS || errno == EINVAL)) {
                expect(!renameat2(at, "a", at, "b", 0));
                return SKIPPED;
        }
        expect(result == -1 && errno == EEXIST);
        expect(!renameat2(at, "a", at, "b", RENAME_EXCHANGE));
        expect(!fstatat(at, "a", &now, 0) && now.st_ino == second.st_ino);
        expect(!fstatat(at, "b", &now, 0) && now.st_ino == first.st_ino);
        errno = 0;
        expect(renameat2(at, "a", at, "b", RENAME_EXCHANGE | RENAME_NOREPLACE) == -1 &&
               errno == EINVAL);
        expect(!renameat2(at, "a", at, "b", 0));
        expect(!fstatat(at, "b", &now, 0) && now.st_ino == second.st_ino);
        errno = 0;
        expect(fstatat(at, "a", &now, 0) == -1 && errno == ENOENT);
        expect(!unlinkat(at, "b", 0) && !rmdir(directory));
        close(at);
        return 0;
}

static int waits(void)
{
        struct timespec never = {0, -1}, short_time = {0, 3000000}, before, after;
        struct epoll_event event = {.events = EPOLLIN}, got;
        sigset_t mask;
        int pipes[2];
        int fd = epoll_create1(EPOLL_CLOEXEC);

        expect(fd >= 0 && !pipe(pipes) && !sigemptyset(&mask));
        event.data.fd = pipes[0];
        expect(!epoll_ctl(fd, EPOLL_CTL_ADD, pipes[0], &event));
        clock_gettime(CLOCK_MONOTONIC, &before);
        if (epoll_pwait2(fd, &got, 1, &short_time, &mask) < 0 && errno == ENOSYS)
                return SKIPPED;
        clock_gettime(CLOCK_MONOTONIC, &after);
        expect((after.tv_sec - before.tv_sec) * 1000000000LL + after.tv_nsec - before.tv_nsec >=
               3000000);
        errno = 0;
        expect(epoll_pwait2(fd, &got, 1, &never, NULL) == -1 && errno == EINVAL);
        expect(write(pipes[1], "x", 1) == 1);
        expect(epoll_pwait2(fd, &got, 1, NULL, NULL) == 1 && got.data.fd == pipes[0]);
        errno = 0;
        expect(epoll_pwait2(fd, &got, 0, NULL, NULL) == -1 && errno == EINVAL);
        close(fd);
        close(pipes[0]);
        close(pipes[1]);
        return 0;
}

/* A signal that is blocked, and comes only while the call waits. */
static int waits_for_signal(void)
{
        struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO};
        struct epoll_event got;
        sigset_t all, none;
        int fd = epoll_create1(EPOLL_CLOEXEC);

        expect(fd >= 0);
        received = -1;
        sigemptyset(&none);
        sigemptyset(&all);
        sigaddset(&all, SIGUSR2);
        expect(!sigaction(SIGUSR2, &action, NULL) && !sigprocmask(SIG_BLOCK, &all, NULL));
        expect(!raise(SIGUSR2) && received == -1);
        errno = 0;
        expect(epoll_pwait2(fd, &got, 1, NULL, &none) == -1);
        if (errno == ENOSYS)
                return SKIPPED;
        expect(errno == EINTR && received != -1);
        expect(!sigprocmask(SIG_UNBLOCK, &all, NULL));
        close(fd);
        return 0;
}

static int finds_processor(void)
{
        unsigned int cpu = 1U << 30, node = 1U << 30, again = 1U << 30;
        cpu_set_t set;

        if (getcpu(&cpu, &node) < 0 && errno == ENOSYS)
                return SKIPPED;
        /* One of those that this process may use, which need not be the first ones. */
        expect(!sched_getaffinity(0, sizeof set, &set));
        expect(cpu < CPU_SETSIZE && CPU_ISSET(cpu, &set) && node < 1U << 30);
        CPU_ZERO(&set);
        CPU_SET(cpu, &set);
        if (sched_setaffinity(0, sizeof set, &set))
                return SKIPPED;
        expect(!getcpu(&again, NULL) && again == cpu);
        expect(!getcpu(NULL, NULL));
        return 0;
}

static int finds_processor_in_child(void)
{
        return in_child(finds_processor);
}

static int kills_thread(void)
{
        struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO};

        expect(!sigaction(SIGUSR1, &action, NULL));
        received = 7;
        expect(!tgkill(getpid(), gettid(), SIGUSR1) && received != 7);
        errno = 0;
        expect(tgkill(getpid(), 0, 0) == -1 && errno == EINVAL);
        errno = 0;
        expect(tgkill(getpid(), gettid(), 1000) == -1 && errno == EINVAL);
        return 0;
}

static int tells_time(void)
{
        struct ntptimeval value, other;
        struct timex state = {0};
        struct timespec now;
        int result;

        memset(&value, 0x55, sizeof value);
        memset(&other, 0x55, sizeof other);
        result = ntp_gettime(&value);
        if (refused(result))
                return SKIPPED;
        clock_gettime(CLOCK_REALTIME, &now);
        expect(result >= TIME_OK && result <= TIME_ERROR);
        expect(llabs((long long)now.tv_sec - value.time.tv_sec) <= 1);
        expect(ntp_adjtime(&state) == result && ntp_gettimex(&other) == result);
        expect(other.tai == state.tai && value.tai == state.tai);
        expect(other.maxerror >= value.maxerror && value.maxerror <= state.maxerror);
        expect(other.esterror == state.esterror);
        return 0;
}

/* Members of Linux 5.8 and 6.1. */
static int has_statx_members(void)
{
#if defined(STATX_MNT_ID) && defined(STATX_DIOALIGN)
        struct statx st;

        memset(&st, 0, sizeof st);
        expect(sizeof st == 256);
        if (statx(AT_FDCWD, "/", 0, STATX_BASIC_STATS | STATX_MNT_ID | STATX_DIOALIGN, &st))
                return errno == ENOSYS ? SKIPPED : __LINE__;
        expect(S_ISDIR(st.stx_mode) && !st.stx_dio_mem_align);
        /* qemu-user leaves the later members alone. */
        expect(offsetof(struct statx, stx_mnt_id) == 144);
        return 0;
#else
        return SKIPPED; /* kernel headers before Linux 6.1 */
#endif
}

int main(void)
{
        point(mounts_in_child,
              "fsopen: a file system is configured, mounted, copied, made read-only");
        point(refuses_mounts, "fsopen: and its relatives refuse");
        point(opens_process, "pidfd_open: signals to a process");
        point(sends_information, "pidfd_send_signal: with siginfo_t");
        point(takes_descriptor, "pidfd_getfd: a copy of a descriptor");
        point(advises, "process_madvise: bytes, errors");
        point(releases, "process_mrelease: errors, a dying process");
        point(protects, "pkey_alloc: rights of memory");
        point(renames, "renameat2: flags");
        point(waits, "epoll_pwait2: time and events");
        point(waits_for_signal, "epoll_pwait2: mask of signals");
        point(finds_processor_in_child, "getcpu: the processor");
        point(kills_thread, "tgkill: a thread");
        point(tells_time, "ntp_gettime: time and errors");
        point(has_statx_members, "statx: members of later kernels");
        return done_testing();
}

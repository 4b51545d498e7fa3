/* Macros and constants: each has the value that glibc's has, and works. */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <mntent.h>
#include <netdb.h>
#include <paths.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/file.h>
#include <sys/param.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>
#include <utmpx.h>
#include "tap.h"

#define SAME(name, value) is_int(name, value, #name)

static int calls;

/* Fails with EINTR until the last of `times` calls, then returns `result` with `error`. */
static long interrupted(int times, long result, int error)
{
        calls++;
        errno = calls < times ? EINTR : error;
        return calls < times ? -1 : result;
}

static void test_unistd(void)
{
        calls = 0;
        is_int(TEMP_FAILURE_RETRY(interrupted(4, 7, 0)), 7, "TEMP_FAILURE_RETRY: result");
        is_int(calls, 4, "TEMP_FAILURE_RETRY: repeats after EINTR");
        calls = 0;
        ok(TEMP_FAILURE_RETRY(interrupted(1, -1, EBADF)) == -1 && errno == EBADF,
           "TEMP_FAILURE_RETRY: another failure");
        is_int(calls, 1, "TEMP_FAILURE_RETRY: does not repeat after another failure");
        calls = 0;
        ok(TEMP_FAILURE_RETRY(interrupted(1, 0, EINTR)) == 0 && calls == 1,
           "TEMP_FAILURE_RETRY: success, whatever errno");
}

static void test_stat(void)
{
        SAME(ACCESSPERMS, 0777);
        SAME(ALLPERMS, 07777);
        SAME(DEFFILEMODE, 0666);
        SAME(S_BLKSIZE, 512);
}

static void test_wait(void)
{
        int status;

        SAME(WAIT_ANY, -1);
        SAME(WAIT_MYPGRP, 0);
        SAME(WCOREFLAG, 0x80);
        SAME(W_EXITCODE(3, 0), 0x300);
        SAME(W_EXITCODE(0, SIGKILL), SIGKILL);
        SAME(W_STOPCODE(SIGSTOP), SIGSTOP << 8 | 0x7f);
        status = W_EXITCODE(3, 0);
        ok(WIFEXITED(status) && WEXITSTATUS(status) == 3, "W_EXITCODE: an exit");
        status = W_EXITCODE(0, SIGABRT | WCOREFLAG);
        ok(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT && WCOREDUMP(status),
           "W_EXITCODE: a signal and a dump");
        status = W_STOPCODE(SIGTSTP);
        ok(WIFSTOPPED(status) && WSTOPSIG(status) == SIGTSTP, "W_STOPCODE: a stop");
}

static void test_netdb(void)
{
        SAME(NETDB_INTERNAL, -1);
        SAME(NETDB_SUCCESS, 0);
        SAME(SCOPE_DELIMITER, '%');
        is_str(_PATH_HEQUIV, "/etc/hosts.equiv", "_PATH_HEQUIV");
        is_str(_PATH_HOSTS, "/etc/hosts", "_PATH_HOSTS");
        is_str(_PATH_NETWORKS, "/etc/networks", "_PATH_NETWORKS");
        is_str(_PATH_NSSWITCH_CONF, "/etc/nsswitch.conf", "_PATH_NSSWITCH_CONF");
        is_str(_PATH_PROTOCOLS, "/etc/protocols", "_PATH_PROTOCOLS");
        is_str(_PATH_SERVICES, "/etc/services", "_PATH_SERVICES");
}

static void handle(int signal)
{
        (void)signal;
}

static void test_signal(void)
{
        struct sigaction action = {.sa_handler = handle};

        SAME(SIGCLD, SIGCHLD);
        SAME(SA_STACK, SA_ONSTACK);
        SAME(SA_NOMASK, SA_NODEFER);
        SAME(SA_ONESHOT, SA_RESETHAND);
        SAME(SA_INTERRUPT, 0x20000000);
        SAME(sigmask(1), 1);
        SAME(sigmask(SIGTERM), 0x4000);
        SAME(sigmask(32), INT_MIN);
        action.sa_flags = SA_INTERRUPT;
        ok(!sigaction(SIGUSR1, &action, NULL), "SA_INTERRUPT: sigaction takes it");
}

static void test_dlfcn(void)
{
        /* It may be 0, but it must not be a flag that means something else. */
        is_int(RTLD_DEEPBIND & (RTLD_LAZY | RTLD_NOW | RTLD_GLOBAL | RTLD_NOLOAD | RTLD_NODELETE),
               0, "RTLD_DEEPBIND");
        SAME(RTLD_BINDING_MASK, 3);
}

static void test_paths(void)
{
        is_str(_PATH_CSHELL, "/bin/csh", "_PATH_CSHELL");
        is_str(_PATH_DEVDB, "/var/run/dev.db", "_PATH_DEVDB");
        is_str(_PATH_DRUM, "/dev/drum", "_PATH_DRUM");
        is_str(_PATH_GSHADOW, "/etc/gshadow", "_PATH_GSHADOW");
        is_str(_PATH_KMEM, "/dev/kmem", "_PATH_KMEM");
        is_str(_PATH_MEM, "/dev/mem", "_PATH_MEM");
        is_str(_PATH_PRESERVE, "/var/lib", "_PATH_PRESERVE");
        is_str(_PATH_RWHODIR, "/var/spool/rwho", "_PATH_RWHODIR");
        is_str(_PATH_UNIX, "/boot/vmlinux", "_PATH_UNIX");
        is_str(MNTTAB, "/etc/fstab", "MNTTAB");
}

static void test_fcntl(void)
{
        int folder = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC);
        int sink = open("/dev/null", O_WRONLY | O_CLOEXEC);

        require(folder >= 0 && sink >= 0);
        SAME(LOCK_SH, 1);
        SAME(LOCK_EX, 2);
        SAME(LOCK_NB, 4);
        SAME(LOCK_UN, 8);
        SAME(LOCK_MAND, 32);
        SAME(LOCK_READ, 64);
        SAME(LOCK_WRITE, 128);
        SAME(LOCK_RW, 192);
        SAME(F_EXLCK, 4);
        SAME(F_SHLCK, 8);
        SAME(O_FSYNC, O_SYNC);
        SAME(O_ACCMODE, 3);
        is_int(fcntl(folder, F_GETFL) & O_ACCMODE, O_RDONLY, "O_ACCMODE: of an O_PATH descriptor");
        is_int(fcntl(sink, F_GETFL) & O_ACCMODE, O_WRONLY, "O_ACCMODE: of a descriptor to write");
        SAME(FALLOC_FL_NO_HIDE_STALE, 4);
        SAME(FALLOC_FL_COLLAPSE_RANGE, 8);
        SAME(FALLOC_FL_ZERO_RANGE, 16);
        SAME(FALLOC_FL_INSERT_RANGE, 32);
        SAME(FALLOC_FL_UNSHARE_RANGE, 64);
        SAME(SYNC_FILE_RANGE_WRITE_AND_WAIT, 7);
        SAME(RWH_WRITE_LIFE_NOT_SET, 0);
        close(folder);
        close(sink);
}

static void test_limits(void)
{
#if LONG_LONG_MAX != LLONG_MAX || LONG_LONG_MIN != LLONG_MIN || ULONG_LONG_MAX != ULLONG_MAX
#error "must be constants of the preprocessor"
#endif
#if CHAR_WIDTH != 8 || LLONG_WIDTH != 64 || BOOL_MAX != 1
#error "must be constants of the preprocessor"
#endif
        SAME(LONG_LONG_MAX, INT64_MAX);
        SAME(LONG_LONG_MIN, INT64_MIN);
        ok(ULONG_LONG_MAX == UINT64_MAX, "ULONG_LONG_MAX");
        SAME(CHAR_WIDTH, 8);
        SAME(SCHAR_WIDTH, 8);
        SAME(UCHAR_WIDTH, 8);
        SAME(SHRT_WIDTH, 8 * sizeof(short));
        SAME(USHRT_WIDTH, 8 * sizeof(short));
        SAME(INT_WIDTH, 8 * sizeof(int));
        SAME(UINT_WIDTH, 8 * sizeof(int));
        SAME(LONG_WIDTH, 8 * sizeof(long));
        SAME(ULONG_WIDTH, 8 * sizeof(long));
        SAME(LLONG_WIDTH, 64);
        SAME(ULLONG_WIDTH, 64);
        SAME(BOOL_MAX, 1);
        SAME(BOOL_WIDTH, 1);
        SAME(MAX_CANON, 255);
        SAME(MAX_INPUT, 255);
        SAME(RTSIG_MAX, 32);
        SAME(XATTR_NAME_MAX, 255);
        SAME(XATTR_SIZE_MAX, 65536);
        SAME(XATTR_LIST_MAX, 65536);
}

static void test_dirent(void)
{
        DIR *root = opendir("/");
        const struct dirent *entry;
        int exact = 1;
        int room = 1;
        int entries = 0;

        require(root != NULL);
        while ((entry = readdir(root))) {
                size_t length = strlen(entry->d_name);

                entries++;
                exact = exact && _D_EXACT_NAMLEN(entry) == length;
                room = room && (size_t)_D_ALLOC_NAMLEN(entry) > length &&
                       (size_t)_D_ALLOC_NAMLEN(entry) <= sizeof entry->d_name + 8;
        }
        closedir(root);
        ok(entries && exact, "_D_EXACT_NAMLEN");
        ok(entries && room, "_D_ALLOC_NAMLEN");
        SAME(MAXNAMLEN, 255);
}

static void test_sys(void)
{
        ok(NODEV == (dev_t)-1, "NODEV");
        SAME(HZ, 100);
        SAME(HZ, sysconf(_SC_CLK_TCK));
        SAME(RLIMIT_OFILE, RLIMIT_NOFILE);
        SAME(RUSAGE_LWP, RUSAGE_THREAD);
}

static void test_utmp(void)
{
        struct utmp record = {.ut_type = UT_UNKNOWN};

        record.ut_xtime = 5;
        is_int(record.ut_tv.tv_sec, 5, "ut_xtime");
        SAME(UT_UNKNOWN, 0);
        SAME(_HAVE_UT_TYPE, 1);
        SAME(_HAVE_UT_PID, 1);
        SAME(_HAVE_UT_ID, 1);
        SAME(_HAVE_UT_TV, 1);
        SAME(_HAVE_UT_HOST, 1);
        SAME(ACCOUNTING, 9);
        is_str(_PATH_UTMPX, _PATH_UTMP, "_PATH_UTMPX");
        is_str(_PATH_WTMPX, _PATH_WTMP, "_PATH_WTMPX");
        is_str(UTMPX_FILE, UTMP_FILE, "UTMPX_FILE");
        is_str(UTMPX_FILENAME, UTMP_FILENAME, "UTMPX_FILENAME");
        is_str(WTMPX_FILE, WTMP_FILE, "WTMPX_FILE");
        is_str(WTMPX_FILENAME, WTMP_FILENAME, "WTMPX_FILENAME");
}

static pthread_mutex_t recursive = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static pthread_mutex_t checked = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
static pthread_mutex_t adaptive = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;
static struct {
        int before;
        pthread_mutex_t mutex;
        int after;
} inside = {1, PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP, 2};

/* What another thread gets from `mutex`, as "trylock unlock". */
struct answers {
        pthread_mutex_t *mutex;
        int trylock;
        int unlock;
};

static void *other(void *arg)
{
        struct answers *answers = arg;

        answers->trylock = pthread_mutex_trylock(answers->mutex);
        if (!answers->trylock)
                pthread_mutex_unlock(answers->mutex);
        return NULL;
}

static void *other_unlocks(void *arg)
{
        struct answers *answers = arg;

        answers->unlock = pthread_mutex_unlock(answers->mutex);
        return NULL;
}

static struct answers ask(pthread_mutex_t *mutex, void *(*question)(void *))
{
        struct answers answers = {mutex, -1, -1};
        pthread_t thread;

        require(!pthread_create(&thread, NULL, question, &answers));
        require(!pthread_join(thread, NULL));
        return answers;
}

static void test_recursive(pthread_mutex_t *mutex, const char *name)
{
        is_int(pthread_mutex_lock(mutex), 0, "%s: lock", name);
        is_int(pthread_mutex_lock(mutex), 0, "%s: lock again", name);
        is_int(pthread_mutex_trylock(mutex), 0, "%s: trylock again", name);
        is_int(ask(mutex, other).trylock, EBUSY, "%s: another thread", name);
        is_int(pthread_mutex_unlock(mutex), 0, "%s: unlock", name);
        is_int(pthread_mutex_unlock(mutex), 0, "%s: unlock again", name);
        is_int(ask(mutex, other).trylock, EBUSY, "%s: locked once still", name);
        is_int(pthread_mutex_unlock(mutex), 0, "%s: last unlock", name);
        is_int(ask(mutex, other).trylock, 0, "%s: another thread after it", name);
        is_int(pthread_mutex_unlock(mutex), EPERM, "%s: unlock what is not locked", name);
}

static void test_errorcheck(pthread_mutex_t *mutex, const char *name)
{
        is_int(pthread_mutex_unlock(mutex), EPERM, "%s: unlock what is not locked", name);
        is_int(pthread_mutex_lock(mutex), 0, "%s: lock", name);
        is_int(pthread_mutex_lock(mutex), EDEADLK, "%s: lock again", name);
        is_int(ask(mutex, other_unlocks).unlock, EPERM, "%s: another thread's unlock", name);
        is_int(pthread_mutex_unlock(mutex), 0, "%s: unlock", name);
}

static void test_normal(pthread_mutex_t *mutex, const char *name)
{
        is_int(pthread_mutex_lock(mutex), 0, "%s: lock", name);
        is_int(pthread_mutex_trylock(mutex), EBUSY, "%s: trylock again", name);
        is_int(pthread_mutex_unlock(mutex), 0, "%s: unlock", name);
        is_int(ask(mutex, other).trylock, 0, "%s: another thread", name);
}

/* A mutex of this kind made by pthread_mutex_init. */
static pthread_mutex_t *made(int kind, const char *name)
{
        static pthread_mutex_t mutex;
        pthread_mutexattr_t attributes;

        memset(&mutex, 0, sizeof mutex);
        require(!pthread_mutexattr_init(&attributes));
        is_int(pthread_mutexattr_settype(&attributes, kind), 0, "%s: settype", name);
        require(!pthread_mutex_init(&mutex, &attributes));
        return &mutex;
}

static void test_mutexes(void)
{
        test_recursive(&recursive, "PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP");
        test_recursive(&inside.mutex, "PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP: in a struct");
        ok(inside.before == 1 && inside.after == 2,
           "PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP: the struct's other members");
        test_errorcheck(&checked, "PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP");
        test_normal(&adaptive, "PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP");
        test_recursive(made(PTHREAD_MUTEX_RECURSIVE_NP, "PTHREAD_MUTEX_RECURSIVE_NP"),
                       "PTHREAD_MUTEX_RECURSIVE_NP");
        test_errorcheck(made(PTHREAD_MUTEX_ERRORCHECK_NP, "PTHREAD_MUTEX_ERRORCHECK_NP"),
                        "PTHREAD_MUTEX_ERRORCHECK_NP");
        test_normal(made(PTHREAD_MUTEX_ADAPTIVE_NP, "PTHREAD_MUTEX_ADAPTIVE_NP"),
                    "PTHREAD_MUTEX_ADAPTIVE_NP");
        test_normal(made(PTHREAD_MUTEX_TIMED_NP, "PTHREAD_MUTEX_TIMED_NP"),
                    "PTHREAD_MUTEX_TIMED_NP");
        test_normal(made(PTHREAD_MUTEX_FAST_NP, "PTHREAD_MUTEX_FAST_NP"), "PTHREAD_MUTEX_FAST_NP");
}

static int cleaned;

static void clean(void *arg)
{
        cleaned += *(int *)arg;
}

/* Sets asynchronous cancellation, and returns what it is inside and after, as decimal digits. */
static void *defers(void *arg)
{
        int two = 2;
        int *types = arg;
        int type;

        require(!pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL));
        pthread_cleanup_push_defer_np(clean, &two);
        require(!pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &types[0]));
        pthread_cleanup_pop_restore_np(1);
        require(!pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &types[1]));
        pthread_cleanup_push_defer_np(clean, &two);
        pthread_cleanup_pop_restore_np(0);
        require(!pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &type));
        types[2] = type;
        return NULL;
}

/* Ends while its handler is pushed. */
static void *ends(void *arg)
{
        int hundred = 100;

        pthread_cleanup_push_defer_np(clean, &hundred);
        if (arg)
                pthread_exit(NULL);
        pthread_cleanup_pop_restore_np(0);
        return NULL;
}

static void test_cleanup(void)
{
        int types[3] = {-1, -1, -1};
        pthread_t thread;

        require(!pthread_create(&thread, NULL, defers, types));
        require(!pthread_join(thread, NULL));
        is_int(types[0], PTHREAD_CANCEL_DEFERRED, "pthread_cleanup_push_defer_np: defers");
        is_int(types[1], PTHREAD_CANCEL_ASYNCHRONOUS, "pthread_cleanup_pop_restore_np: restores");
        is_int(types[2], PTHREAD_CANCEL_DEFERRED, "pthread_cleanup_pop_restore_np: restores again");
        is_int(cleaned, 2, "pthread_cleanup_pop_restore_np: runs the handler when told");
        require(!pthread_create(&thread, NULL, ends, types));
        require(!pthread_join(thread, NULL));
        is_int(cleaned, 102, "pthread_cleanup_push_defer_np: the handler runs at the end");
}

int main(void)
{
        test_unistd();
        test_stat();
        test_wait();
        test_netdb();
        test_signal();
        test_dlfcn();
        test_paths();
        test_fcntl();
        test_limits();
        test_dirent();
        test_sys();
        test_utmp();
        test_mutexes();
        test_cleanup();
        return done_testing();
}

/* The database: getspent and getspent_r over an /etc/shadow of our own, and its lock. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <shadow.h>
#include <signal.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include "../colonfiles/private_etc.h"

static const char *name(const struct spwd *sp)
{
        return sp ? sp->sp_namp : NULL;
}

static void check_position(void)
{
        char buffer[256];
        struct spwd sp;
        struct spwd *result = &sp;

        etc_file("shadow", "a:x:1:2:3::::\nbad\n#c:x:9::::::\nb:x:2::::::\n+\n-n\nlast:x:3::::::");
        errno = 0;
        is_int(getspent_r(&sp, buffer, 4, &result), ERANGE, "getspent_r: ERANGE");
        ok(!result && errno == ERANGE, "getspent_r: no result then, and errno");
        is_int(getspent_r(&sp, buffer, sizeof buffer, &result), 0,
               "getspent_r: nothing was consumed");
        ok(result == &sp && !strcmp(sp.sp_namp, "a"), "getspent_r: the first entry");
        is_str(name(getspent()), "b", "getspent: the one after getspent_r's");
        is_str(name(getspnam("b")), "b", "getspnam: finds a user");
        is_str(name(getspent()), "+", "getspent: a lookup does not move it");
        is_str(name(getspent()), "-n", "getspent: a - entry");
        is_int(getspent_r(&sp, buffer, sizeof buffer, &result), 0, "getspent_r: the last entry");
        is_int(sp.sp_lstchg, 3, "getspent_r: its day");
        errno = 0;
        is_int(getspent_r(&sp, buffer, sizeof buffer, &result), ENOENT, "getspent_r: the end");
        ok(!result && errno == 0, "getspent_r: no result, and errno as it was");
        ok(!getspent() && errno == 0, "getspent: the end, and errno as it was");
        setspent();
        is_str(name(getspent()), "a", "setspent: makes the next entry the first");
        endspent();
        is_str(name(getspent()), "a", "endspent: then it is opened again");
        endspent();
        endspent();
        etc_remove("shadow");
        ok(!getspent(), "getspent: no file");
        is_int(getspent_r(&sp, buffer, sizeof buffer, &result), ENOENT, "getspent_r: no file");
        ok(!result, "getspent_r: no result");
        endspent();
}

enum { ENTRIES = 5000, THREADS = 4 };

static void *read_all(void *unused)
{
        intptr_t good = 0;
        char buffer[128];
        struct spwd sp;
        struct spwd *result;

        (void)unused;
        while (!getspent_r(&sp, buffer, sizeof buffer, &result))
                good += strtol(sp.sp_namp + 1, NULL, 10) == sp.sp_lstchg;
        return (void *)good;
}

static void check_threads(void)
{
        pthread_t threads[THREADS];
        intptr_t good = 0;
        FILE *stream = fopen("/etc/shadow", "w");

        require(stream);
        for (int i = 0; i < ENTRIES; i++)
                fprintf(stream, "u%d:x:%d::::::\n", i, i);
        require(!fclose(stream));
        setspent();
        for (int i = 0; i < THREADS; i++)
                require(!pthread_create(&threads[i], NULL, read_all, NULL));
        for (int i = 0; i < THREADS; i++) {
                void *result;

                require(!pthread_join(threads[i], &result));
                good += (intptr_t)result;
        }
        is_int(good, ENTRIES, "getspent_r: threads share the position");
        endspent();
}

/* Whether another process could lock the file now. */
static int is_free(void)
{
        int status;
        pid_t child = fork();

        if (!child) {
                struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
                int fd = open("/etc/.pwd.lock", O_WRONLY | O_CLOEXEC);

                _exit(fd == -1 || fcntl(fd, F_SETLK, &whole));
        }
        require(child > 0 && waitpid(child, &status, 0) == child);
        return !status;
}

static void check_lock(void)
{
        static const struct timespec moment = {0, 200 * 1000 * 1000};
        struct stat file;
        int ready[2];
        pid_t child;
        char byte;

        is_int(ulckpwdf(), -1, "ulckpwdf: there is no lock");
        is_int(lckpwdf(), 0, "lckpwdf: locks");
        ok(!stat("/etc/.pwd.lock", &file) && (file.st_mode & 07777) == 0600, "lckpwdf: a file");
        ok(!is_free(), "lckpwdf: that others find locked");
        errno = 0;
        is_int(lckpwdf(), -1, "lckpwdf: it is locked already");
        is_int(errno, 0, "lckpwdf: errno as it was");
        is_int(ulckpwdf(), 0, "ulckpwdf: gives the lock back");
        ok(is_free(), "ulckpwdf: others may lock it");
        is_int(ulckpwdf(), -1, "ulckpwdf: only once");

        /* A child has the lock for a moment. */
        fflush(stdout);
        require(!pipe(ready));
        child = fork();
        if (!child) {
                if (lckpwdf() || write(ready[1], "x", 1) != 1)
                        _exit(1);
                nanosleep(&moment, NULL);
                _exit(0);
        }
        require(child > 0 && read(ready[0], &byte, 1) == 1);
        is_int(lckpwdf(), 0, "lckpwdf: waits for another process");
        require(waitpid(child, NULL, 0) == child);
        is_int(ulckpwdf(), 0, "ulckpwdf: after that too");
        close(ready[0]);
        close(ready[1]);
}

int main(void)
{
        private_etc();
        check_position();
        check_threads();
        check_lock();
        return done_testing();
}

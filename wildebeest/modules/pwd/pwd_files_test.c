/* The database: getpwent and getpwent_r over an /etc/passwd of our own. */
#include <errno.h>
#include <pthread.h>
#include <pwd.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>
#include "../colonfiles/private_etc.h"

static const char *name(const struct passwd *pw)
{
        return pw ? pw->pw_name : NULL;
}

static void check_position(void)
{
        char buffer[256];
        struct passwd pw;
        struct passwd *result = &pw;

        etc_file("passwd", "a:x:1:1:::\nbad\n#c:x:9:9:::\nb:x:2:2:::\nhuge:x:4294967296:0:::\n"
                           "+:::::\n-n\nlast:x:3:3::/d:/shell");
        errno = 0;
        is_int(getpwent_r(&pw, buffer, 4, &result), ERANGE, "getpwent_r: ERANGE");
        ok(!result && errno == ERANGE, "getpwent_r: no result then, and errno");
        is_int(getpwent_r(&pw, buffer, sizeof buffer, &result), 0,
               "getpwent_r: nothing was consumed");
        ok(result == &pw && !strcmp(pw.pw_name, "a"), "getpwent_r: the first entry");
        is_str(name(getpwent()), "b", "getpwent: the one after getpwent_r's");
        is_int(getpwent_r(&pw, buffer, sizeof buffer, &result), 0, "getpwent_r: after getpwent");
        is_str(pw.pw_name, "+", "getpwent_r: an id of 2^32 is no entry, + is");
        is_str(name(getpwnam("last")), "last", "getpwnam: finds a user");
        is_str(name(getpwent()), "-n", "getpwent: a lookup does not move it");
        is_int(getpwent_r(&pw, buffer, sizeof buffer, &result), 0, "getpwent_r: the last entry");
        is_str(pw.pw_shell, "/shell", "getpwent_r: whole though without newline");
        errno = 0;
        is_int(getpwent_r(&pw, buffer, sizeof buffer, &result), ENOENT, "getpwent_r: the end");
        ok(!result && errno == 0, "getpwent_r: no result, and errno as it was");
        ok(!getpwent() && errno == 0, "getpwent: the end, and errno as it was");
        setpwent();
        is_str(name(getpwent()), "a", "setpwent: makes the next entry the first");
        is_str(name(getpwent()), "b", "getpwent: goes on");
        endpwent();
        is_int(getpwent_r(&pw, buffer, sizeof buffer, &result), 0,
               "endpwent: then it is opened again");
        is_str(pw.pw_name, "a", "endpwent: at its beginning");
        endpwent();
        endpwent();
}

static void check_errors(void)
{
        char buffer[256];
        struct passwd pw;
        struct passwd *result = &pw;

        etc_remove("passwd");
        ok(!getpwent(), "getpwent: no file");
        is_int(getpwent_r(&pw, buffer, sizeof buffer, &result), ENOENT, "getpwent_r: no file");
        ok(!result, "getpwent_r: no result");
        endpwent();
        require(!mkdir("/etc/passwd", 0755));
        errno = 0;
        ok(!getpwent() && errno == EISDIR, "getpwent: EISDIR for a directory");
        ok(getpwent_r(&pw, buffer, sizeof buffer, &result) != 0 && !result && errno == EISDIR,
           "getpwent_r: EISDIR for a directory");
        endpwent();
        require(!rmdir("/etc/passwd"));
}

static void check_getpw(void)
{
        char line[1024];

        etc_file("passwd", "root:x:0:0:r t:/:/bin/sh\nuser:*:7:8:g,e:/home/user:/bin/ash\n");
        is_int(getpw(7, line), 0, "getpw: a user");
        is_str(line, "user:*:7:8:g,e:/home/user:/bin/ash", "getpw: the user's line");
        errno = 1;
        ok(getpw(99, line) == -1 && errno == 0, "getpw: no such user");
        etc_remove("passwd");
        ok(getpw(7, line) == -1 && errno == ENOENT, "getpw: no file");
}

enum { ENTRIES = 5000, THREADS = 4 };

static void *read_all(void *unused)
{
        intptr_t good = 0;
        char buffer[64];
        struct passwd pw;
        struct passwd *result;

        (void)unused;
        while (!getpwent_r(&pw, buffer, sizeof buffer, &result))
                good += strtoul(pw.pw_name + 1, NULL, 10) == pw.pw_uid;
        return (void *)good;
}

static void check_threads(void)
{
        pthread_t threads[THREADS];
        intptr_t good = 0;
        FILE *stream = fopen("/etc/passwd", "w");

        require(stream);
        for (int i = 0; i < ENTRIES; i++)
                fprintf(stream, "u%d:x:%d:1:::\n", i, i);
        require(!fclose(stream));
        setpwent();
        for (int i = 0; i < THREADS; i++)
                require(!pthread_create(&threads[i], NULL, read_all, NULL));
        for (int i = 0; i < THREADS; i++) {
                void *result;

                require(!pthread_join(threads[i], &result));
                good += (intptr_t)result;
        }
        is_int(good, ENTRIES, "getpwent_r: threads share the position");
        endpwent();
}

int main(void)
{
        private_etc();
        check_position();
        check_errors();
        check_getpw();
        check_threads();
        return done_testing();
}

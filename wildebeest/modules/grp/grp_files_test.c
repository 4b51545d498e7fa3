/* The database: getgrent and getgrent_r over an /etc/group of our own. */
#include <errno.h>
#include <grp.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/stat.h>
#include "../colonfiles/private_etc.h"

static const char *name(const struct group *gr)
{
        return gr ? gr->gr_name : NULL;
}

static void check_position(void)
{
        char buffer[256];
        struct group gr;
        struct group *result = &gr;

        etc_file("group",
                 "a:x:1:\nbad\n#c:x:9:\nb:x:2:m\nhuge:x:4294967296:\n+:::\n-n\nlast:x:3:m,n");
        errno = 0;
        is_int(getgrent_r(&gr, buffer, 4, &result), ERANGE, "getgrent_r: ERANGE");
        ok(!result && errno == ERANGE, "getgrent_r: no result then, and errno");
        is_int(getgrent_r(&gr, buffer, sizeof buffer, &result), 0,
               "getgrent_r: nothing was consumed");
        ok(result == &gr && !strcmp(gr.gr_name, "a"), "getgrent_r: the first entry");
        is_str(name(getgrent()), "b", "getgrent: the one after getgrent_r's");
        is_int(getgrent_r(&gr, buffer, sizeof buffer, &result), 0, "getgrent_r: after getgrent");
        is_str(gr.gr_name, "+", "getgrent_r: an id of 2^32 is no entry, + is");
        is_str(name(getgrnam("last")), "last", "getgrnam: finds a group");
        is_str(name(getgrent()), "-n", "getgrent: a lookup does not move it");
        is_int(getgrent_r(&gr, buffer, sizeof buffer, &result), 0, "getgrent_r: the last entry");
        is_str(gr.gr_mem[1], "n", "getgrent_r: whole though without newline");
        errno = 0;
        is_int(getgrent_r(&gr, buffer, sizeof buffer, &result), ENOENT, "getgrent_r: the end");
        ok(!result && errno == 0, "getgrent_r: no result, and errno as it was");
        ok(!getgrent() && errno == 0, "getgrent: the end, and errno as it was");
        setgrent();
        is_str(name(getgrent()), "a", "setgrent: makes the next entry the first");
        is_str(name(getgrent()), "b", "getgrent: goes on");
        endgrent();
        is_int(getgrent_r(&gr, buffer, sizeof buffer, &result), 0,
               "endgrent: then it is opened again");
        is_str(gr.gr_name, "a", "endgrent: at its beginning");
        endgrent();
        endgrent();
}

static void check_errors(void)
{
        char buffer[256];
        struct group gr;
        struct group *result = &gr;

        etc_remove("group");
        ok(!getgrent(), "getgrent: no file");
        is_int(getgrent_r(&gr, buffer, sizeof buffer, &result), ENOENT, "getgrent_r: no file");
        ok(!result, "getgrent_r: no result");
        endgrent();
        require(!mkdir("/etc/group", 0755));
        errno = 0;
        ok(!getgrent() && errno == EISDIR, "getgrent: EISDIR for a directory");
        ok(getgrent_r(&gr, buffer, sizeof buffer, &result) != 0 && !result && errno == EISDIR,
           "getgrent_r: EISDIR for a directory");
        endgrent();
        require(!rmdir("/etc/group"));
}

enum { ENTRIES = 5000, THREADS = 4 };

static void *read_all(void *unused)
{
        intptr_t good = 0;
        char buffer[128];
        struct group gr;
        struct group *result;

        (void)unused;
        while (!getgrent_r(&gr, buffer, sizeof buffer, &result))
                good += strtoul(gr.gr_name + 1, NULL, 10) == gr.gr_gid;
        return (void *)good;
}

static void check_threads(void)
{
        pthread_t threads[THREADS];
        intptr_t good = 0;
        FILE *stream = fopen("/etc/group", "w");

        require(stream);
        for (int i = 0; i < ENTRIES; i++)
                fprintf(stream, "g%d:x:%d:m\n", i, i);
        require(!fclose(stream));
        setgrent();
        for (int i = 0; i < THREADS; i++)
                require(!pthread_create(&threads[i], NULL, read_all, NULL));
        for (int i = 0; i < THREADS; i++) {
                void *result;

                require(!pthread_join(threads[i], &result));
                good += (intptr_t)result;
        }
        is_int(good, ENTRIES, "getgrent_r: threads share the position");
        endgrent();
}

int main(void)
{
        private_etc();
        check_position();
        check_errors();
        check_threads();
        return done_testing();
}

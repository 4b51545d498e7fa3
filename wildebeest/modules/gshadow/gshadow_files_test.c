/* The database: lookups and enumeration over an /etc/gshadow of our own. */
#include <errno.h>
#include <gshadow.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../colonfiles/private_etc.h"

static const char *name(const struct sgrp *sg)
{
        return sg ? sg->sg_namp : NULL;
}

static void check_lookup(void)
{
        char buffer[256];
        struct sgrp sg;
        struct sgrp *result = NULL;
        struct sgrp *found;

        etc_file("gshadow", "root:*::\n#g:x::\nbad\ng:x:a,b:c\n+\n+h:x:a:b\ng:y::\nlast");
        found = getsgnam("g");
        ok(found && !strcmp(found->sg_passwd, "x"), "getsgnam: the first entry of that name");
        ok(found && !strcmp(found->sg_adm[1], "b") && !strcmp(found->sg_mem[0], "c"),
           "getsgnam: its lists");
        errno = 0;
        ok(!getsgnam("nobody") && errno == 0, "getsgnam: none leaves errno 0");
        ok(!getsgnam("+") && !getsgnam("+h"), "getsgnam: a compat entry is not found");
        ok(!getsgnam("#g"), "getsgnam: nor is a comment");
        is_int(getsgnam_r("last", &sg, buffer, sizeof buffer, &result), 0, "getsgnam_r: found");
        ok(result == &sg && !strcmp(sg.sg_namp, "last"), "getsgnam_r: the result");
        is_int(getsgnam_r("nobody", &sg, buffer, sizeof buffer, &result), 0,
               "getsgnam_r: none is 0");
        ok(!result, "getsgnam_r: with no result");
        result = &sg;
        errno = 0;
        is_int(getsgnam_r("g", &sg, buffer, 10, &result), ERANGE, "getsgnam_r: ERANGE");
        ok(!result && errno == ERANGE, "getsgnam_r: no result then, and errno");
}

static void check_position(void)
{
        char buffer[256];
        struct sgrp sg;
        struct sgrp *result = &sg;

        setsgent();
        errno = 0;
        is_int(getsgent_r(&sg, buffer, 8, &result), ERANGE, "getsgent_r: ERANGE");
        ok(!result && errno == ERANGE, "getsgent_r: no result then, and errno");
        is_int(getsgent_r(&sg, buffer, sizeof buffer, &result), 0,
               "getsgent_r: nothing was consumed");
        ok(result == &sg && !strcmp(sg.sg_namp, "root"), "getsgent_r: the first entry");
        is_str(name(getsgent()), "bad", "getsgent: the one after getsgent_r's");
        is_str(name(getsgnam("last")), "last", "getsgnam: a lookup");
        is_int(getsgent_r(&sg, buffer, sizeof buffer, &result), 0,
               "getsgent_r: is not moved by it");
        is_str(sg.sg_namp, "g", "getsgent_r: the third entry");
        is_str(name(getsgent()), "+", "getsgent: a + entry");
        while (getsgent())
                ;
        errno = 0;
        ok(!getsgent() && errno == 0, "getsgent: the end, errno as it was");
        is_int(getsgent_r(&sg, buffer, sizeof buffer, &result), ENOENT, "getsgent_r: the end");
        ok(!result && errno == 0, "getsgent_r: no result, errno as it was");
        setsgent();
        is_str(name(getsgent()), "root", "setsgent: makes the next entry the first");
        endsgent();
        is_str(name(getsgent()), "root", "endsgent: then it is opened again");
        endsgent();
        endsgent();
}

static void check_errors(void)
{
        char buffer[256];
        struct sgrp sg;
        struct sgrp *result = &sg;
        int status;

        etc_remove("gshadow");
        ok(!getsgent(), "getsgent: no file");
        is_int(getsgent_r(&sg, buffer, sizeof buffer, &result), ENOENT, "getsgent_r: no file");
        ok(!result, "getsgent_r: no result");
        errno = 0;
        ok(!getsgnam("g") && errno == ENOENT, "getsgnam: ENOENT without a file");
        result = &sg;
        is_int(getsgnam_r("g", &sg, buffer, sizeof buffer, &result), ENOENT, "getsgnam_r: no file");
        ok(!result && errno == ENOENT, "getsgnam_r: no result, and errno");

        /* Without its capabilities even root may not read this; a child gives them up. */
        etc_file("gshadow", "g:x::\n");
        require(!chmod("/etc/gshadow", 0));
        fflush(stdout);
        if (!fork()) {
                int failures = 0;

                if (setuid(65534) && !access("/etc/gshadow", R_OK))
                        _exit(77);
                errno = 0;
                failures += getsgnam("g") || errno != EACCES;
                failures += getsgnam_r("g", &sg, buffer, sizeof buffer, &result) != EACCES;
                failures +=
                    getsgent() || !getsgent_r(&sg, buffer, sizeof buffer, &result) || result;
                _exit(failures);
        }
        require(wait(&status) > 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
                note("can not become a user that may not read the file");
        else
                is_int(status, 0, "getsgnam: EACCES, and no entries, where the file can't be read");
        etc_remove("gshadow");
        endsgent();
}

enum { ENTRIES = 2000, THREADS = 4 };

static void *read_all(void *unused)
{
        intptr_t good = 0;
        char buffer[256];
        struct sgrp sg;
        struct sgrp *result;

        (void)unused;
        while (!getsgent_r(&sg, buffer, sizeof buffer, &result))
                good += !strcmp(sg.sg_namp + 1, sg.sg_mem[0] + 1);
        return (void *)good;
}

static void *look_up(void *wanted)
{
        intptr_t good = 0;
        char buffer[256];
        struct sgrp sg;
        struct sgrp *result;

        for (int i = 0; i < 20; i++)
                good += !getsgnam_r(wanted, &sg, buffer, sizeof buffer, &result) && result &&
                        !strcmp(sg.sg_mem[0] + 1, (const char *)wanted + 1);
        return (void *)good;
}

static void check_threads(void)
{
        static char *const wanted[THREADS] = {"g0", "g1", "g1000", "g1999"};
        pthread_t readers[THREADS];
        pthread_t lookers[THREADS];
        intptr_t read = 0;
        intptr_t found = 0;
        FILE *stream = fopen("/etc/gshadow", "w");

        require(stream);
        for (int i = 0; i < ENTRIES; i++)
                fprintf(stream, "g%d:x::m%d\n", i, i);
        require(!fclose(stream));
        setsgent();
        for (int i = 0; i < THREADS; i++) {
                require(!pthread_create(&readers[i], NULL, read_all, NULL));
                require(!pthread_create(&lookers[i], NULL, look_up, wanted[i]));
        }
        for (int i = 0; i < THREADS; i++) {
                void *result;

                require(!pthread_join(readers[i], &result));
                read += (intptr_t)result;
                require(!pthread_join(lookers[i], &result));
                found += (intptr_t)result;
        }
        is_int(read, ENTRIES, "getsgent_r: threads share the position");
        is_int(found, 20 * THREADS, "getsgnam_r: threads look up at once");
        endsgent();
}

int main(void)
{
        private_etc();
        check_lookup();
        check_position();
        check_errors();
        check_threads();
        return done_testing();
}

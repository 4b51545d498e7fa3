/* fgetspent_r and sgetspent_r: entries, errors, threads, memory. */
#include <errno.h>
#include <pthread.h>
#include <shadow.h>
#include <stdint.h>
#include "oom.h"
#include "tap.h"

static FILE *stream_of(const char *text)
{
        FILE *stream = tmpfile();

        require(stream && fputs(text, stream) >= 0 && !fflush(stream));
        rewind(stream);
        return stream;
}

/* An entry as its fields between bars; NULL for none. */
static const char *text_of(const struct spwd *sp)
{
        static char text[256];

        if (!sp)
                return NULL;
        snprintf(text, sizeof text, "%s|%s|%ld|%ld|%ld|%ld|%ld|%ld|%ld", sp->sp_namp,
                 sp->sp_pwdp ? sp->sp_pwdp : "~", sp->sp_lstchg, sp->sp_min, sp->sp_max,
                 sp->sp_warn, sp->sp_inact, sp->sp_expire, (long)sp->sp_flag);
        return text;
}

/* Checks what a string is parsed as; NULL: it is no entry. */
static void parses(const char *line, const char *expected, const char *what)
{
        errno = 0;
        is_str(text_of(sgetspent(line)), expected, "sgetspent: %s", what);
        if (!expected)
                is_int(errno, 0, "sgetspent: errno as it was behind %s", what);
}

static int is_whole(const struct spwd *sp)
{
        return !strcmp(sp->sp_namp, "user") && !strcmp(sp->sp_pwdp, "password") &&
               sp->sp_lstchg == 1 && sp->sp_flag == 7;
}

static void check_sizes(void)
{
        static const char line[] = "user:password:1:2:3:4:5:6:7";
        FILE *stream = stream_of(line);
        char large[128];
        struct spwd sp;
        struct spwd *result;
        int wrong = 0;
        size_t fits = 0;

        for (size_t size = 0; size < 64; size++) {
                /* Its own allocation, so that a sanitizer sees what is beyond. */
                char *small = malloc(size + 1);
                int error;

                require(small);
                rewind(stream);
                errno = 0;
                result = &sp;
                error = fgetspent_r(stream, &sp, small + 1, size, &result);
                if (!error && !fits)
                        fits = size;
                wrong += error && (error != ERANGE || errno != ERANGE || result);
                if (error)
                        wrong += fgetspent_r(stream, &sp, large, sizeof large, &result) != 0;
                wrong += !is_whole(&sp);
                errno = 0;
                /* glibc looks beyond an empty buffer here. */
                error = size ? sgetspent_r(line, &sp, small + 1, size, &result) : ERANGE;
                if (size < sizeof line)
                        wrong += error != ERANGE || errno != 0;
                else
                        wrong += error || result != &sp || !is_whole(&sp);
                free(small);
        }
        is_int(wrong, 0, "fgetspent_r: an entry, or ERANGE and nothing consumed");
        /* glibc wants two bytes more than the text and its NUL. */
        ok(fits >= sizeof line && fits <= sizeof line + 2,
           "fgetspent_r: the text and a little more is enough (%zu)", fits);
        fclose(stream);
}

static void check_results(void)
{
        FILE *stream = stream_of("# c\n\nu:x:1:2:3::::\n+\nlast:x:::::::");
        char buffer[128];
        struct spwd sp;
        struct spwd *result = NULL;

        is_int(fgetspent_r(stream, &sp, buffer, sizeof buffer, &result), 0,
               "fgetspent_r: an entry");
        ok(result == &sp && sp.sp_max == 3 && sp.sp_warn == -1, "fgetspent_r: the result");
        ok(sp.sp_namp >= buffer && sp.sp_namp < buffer + sizeof buffer,
           "fgetspent_r: is in the buffer");
        is_int(fgetspent_r(stream, &sp, buffer, sizeof buffer, &result), 0, "fgetspent_r: a +");
        ok(!strcmp(sp.sp_namp, "+") && !sp.sp_pwdp, "fgetspent_r: its password is NULL");
        is_int(fgetspent_r(stream, &sp, buffer, sizeof buffer, &result), 0,
               "fgetspent_r: the last");
        ok(sp.sp_lstchg == -1 && sp.sp_flag == (unsigned long)-1,
           "fgetspent_r: -1 for what is empty");
        errno = 0;
        is_int(fgetspent_r(stream, &sp, buffer, sizeof buffer, &result), ENOENT,
               "fgetspent_r: ENOENT at the end");
        ok(errno == ENOENT && !result, "fgetspent_r: in errno too, and no result");
        fclose(stream);
        stream = fopen("/", "r");
        require(stream);
        result = &sp;
        is_int(fgetspent_r(stream, &sp, buffer, sizeof buffer, &result), EISDIR,
               "fgetspent_r: EISDIR");
        ok(errno == EISDIR && !result, "fgetspent_r: in errno too, no result either");
        fclose(stream);

        result = &sp;
        /* glibc returns what errno was. */
        errno = EINVAL;
        is_int(sgetspent_r("bad", &sp, buffer, sizeof buffer, &result), EINVAL,
               "sgetspent_r: no entry");
        ok(!result, "sgetspent_r: no result");
}

enum { ENTRIES = 5000, THREADS = 4 };

/* A stream of each thread's own: glibc does not lock one that is shared. */
static void *read_own(void *unused)
{
        intptr_t good = 0;
        char buffer[128];
        struct spwd sp;
        struct spwd *result;
        FILE *stream = stream_of("");

        (void)unused;
        for (int i = 0; i < ENTRIES; i++)
                fprintf(stream, "u%d:x:%d::::::\n", i, i);
        rewind(stream);
        while (!fgetspent_r(stream, &sp, buffer, sizeof buffer, &result))
                good += strtol(sp.sp_namp + 1, NULL, 10) == sp.sp_lstchg;
        fclose(stream);
        return (void *)good;
}

static void check_threads(void)
{
        pthread_t threads[THREADS];
        intptr_t good = 0;

        for (int i = 0; i < THREADS; i++)
                require(!pthread_create(&threads[i], NULL, read_own, NULL));
        for (int i = 0; i < THREADS; i++) {
                void *result;

                require(!pthread_join(threads[i], &result));
                good += (intptr_t)result;
        }
        is_int(good, THREADS * ENTRIES, "fgetspent_r: threads read at once");
}

static void check_oom(void)
{
        char *line = malloc(5001);
        FILE *stream;

        require(line);
        memset(line, 'n', 5000);
        strcpy(line + 4980, ":x:1:2:3::::\n");
        stream = stream_of(line);
        for (long n = 0; oom_try(n); n++) {
                struct spwd *sp;

                errno = 0;
                sp = fgetspent(stream);
                if (oom_end())
                        ok(!sp && errno == ENOMEM && !ftello(stream),
                           "fgetspent: ENOMEM consumes nothing (%ld)", n);
                else
                        is_int(sp ? sp->sp_max : 0, 3, "fgetspent: a line of 5,000 bytes");
        }
        for (long n = 0; oom_try(n); n++) {
                struct spwd *sp;

                errno = 0;
                sp = sgetspent(line);
                if (oom_end())
                        ok(!sp && errno == ENOMEM, "sgetspent: ENOMEM (%ld)", n);
                else
                        is_int(sp ? sp->sp_max : 0, 3, "sgetspent: a line of 5,000 bytes");
        }
        fclose(stream);
        free(line);
}

static void check_sgetspent(void)
{
        static const char whole[] = "u|x|1|2|3|4|5|6|7";
        static const char empty[] = "u|x|-1|-1|-1|-1|-1|-1|-1";

        parses("u:x:1:2:3:4:5:6:7", whole, "a line");
        parses("u:x:1:2:3:4:5:6:7\nv:y:1:2:3:4:5:6:7", whole, "up to the newline");
        parses("u:x:::::::\n", empty, "empty fields");
        parses(" u:x:1:2:3:4:5:6:7", " u|x|1|2|3|4|5|6|7", "a blank is of the name");
        parses("u", NULL, "a name alone");
        parses("", NULL, "an empty line");
}

int main(void)
{
        check_sizes();
        check_results();
        check_sgetspent();
        check_threads();
        check_oom();
        return done_testing();
}

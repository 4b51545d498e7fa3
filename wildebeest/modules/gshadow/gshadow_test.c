/* <gshadow.h> on streams and strings: entries, errors, threads, memory. */
#include <errno.h>
#include <gshadow.h>
#include <pthread.h>
#include <stdint.h>
#include <unistd.h>
#include "oom.h"
#include "tap.h"

/* An entry as "name|password|administrators|members", with ~ for NULL. */
static const char *text_of(const struct sgrp *sg)
{
        static char text[512];
        char **const lists[] = {sg ? sg->sg_adm : NULL, sg ? sg->sg_mem : NULL};
        size_t used;

        if (!sg)
                return NULL;
        used = (size_t)snprintf(text, sizeof text, "%s|%s", sg->sg_namp,
                                sg->sg_passwd ? sg->sg_passwd : "~");
        for (int i = 0; i < 2; i++) {
                used += (size_t)snprintf(text + used, sizeof text - used, lists[i] ? "|" : "|~");
                for (char **name = lists[i]; name && *name; name++)
                        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s",
                                                 name == lists[i] ? "" : ",", *name);
                require(used < sizeof text);
        }
        return text;
}

static FILE *stream_of(const char *text)
{
        FILE *stream = tmpfile();

        require(stream && fputs(text, stream) >= 0 && !fflush(stream));
        rewind(stream);
        return stream;
}

static void check_fgetsgent(void)
{
        FILE *stream = stream_of("# groups\n\nroot:*::\n  g:!:a,b:c,d\n+\nbare\nlast:x:a: b ,,c");
        char buffer[256];
        struct sgrp sg;
        struct sgrp *result = NULL;

        is_str(text_of(fgetsgent(stream)), "root|*||", "fgetsgent: an entry with empty lists");
        is_int(fgetsgent_r(stream, &sg, buffer, sizeof buffer, &result), 0,
               "fgetsgent_r: an entry");
        ok(result == &sg, "fgetsgent_r: the result");
        is_str(text_of(&sg), "g|!|a,b|c,d", "fgetsgent_r: its fields");
        is_str(text_of(fgetsgent(stream)), "+|~|~|", "fgetsgent: a + alone");
        is_str(text_of(fgetsgent(stream)), "bare|||", "fgetsgent: a name alone");
        is_str(text_of(fgetsgent(stream)), "last|x|a|b ,c", "fgetsgent: a line without newline");
        errno = 0;
        ok(!fgetsgent(stream) && errno == ENOENT, "fgetsgent: ENOENT at the end");
        errno = 0;
        is_int(fgetsgent_r(stream, &sg, buffer, sizeof buffer, &result), ENOENT,
               "fgetsgent_r: ENOENT at the end");
        ok(!result && errno == ENOENT, "fgetsgent_r: in errno too, and no result");
        fclose(stream);
        stream = fopen("/", "r");
        require(stream);
        ok(!fgetsgent(stream) && errno == EISDIR, "fgetsgent: EISDIR for a directory");
        fclose(stream);
}

/* Every size is ERANGE or enough, on streams and strings; nothing is consumed. */
static void check_erange(void)
{
        static const char line[] = "group:x:one,two:three,four";
        char large[512];
        FILE *stream = stream_of(line);
        struct sgrp sg;
        struct sgrp *result;
        int wrong = 0;
        size_t fits = 0;

        for (size_t size = 0; size < 256; size++) {
                /* Its own allocation, so that a sanitizer sees what is beyond. */
                char *small = malloc(size + 1);
                int error;

                require(small);
                rewind(stream);
                errno = 0;
                result = &sg;
                error = fgetsgent_r(stream, &sg, small + 1, size, &result);
                if (!error && !fits)
                        fits = size;
                wrong += error && (error != ERANGE || errno != ERANGE || result);
                if (error)
                        wrong += fgetsgent_r(stream, &sg, large, sizeof large, &result) != 0;
                wrong += strcmp(text_of(&sg), "group|x|one,two|three,four") != 0;
                /* glibc looks beyond an empty buffer here. */
                if (size > 0) {
                        errno = 0;
                        error = sgetsgent_r(line, &sg, small + 1, size, &result);
                        wrong += error ? error != ERANGE || errno != ERANGE
                                       : strcmp(text_of(&sg), "group|x|one,two|three,four") != 0;
                }
                free(small);
        }
        is_int(wrong, 0, "fgetsgent_r: an entry or ERANGE, and then nothing is consumed");
        ok(fits > sizeof line && fits < 128, "fgetsgent_r: how much is enough (%zu)", fits);
        fclose(stream);
}

static void check_sgetsgent(void)
{
        char buffer[256];
        struct sgrp sg;
        struct sgrp *result = NULL;

        is_str(text_of(sgetsgent("g:x:a:b")), "g|x|a|b", "sgetsgent: a line");
        is_str(text_of(sgetsgent("g:x:a:b\nh:x:c:d")), "g|x|a|b", "sgetsgent: up to the newline");
        is_str(text_of(sgetsgent(" g:x")), " g|x||", "sgetsgent: a blank is of the name");
        ok(sgetsgent("#g") && !strcmp(sgetsgent("#g")->sg_namp, "#g"),
           "sgetsgent: so is a number sign");
        is_str(text_of(sgetsgent("")), "|||", "sgetsgent: an empty line");
        is_int(sgetsgent_r("g:x:a:b,c", &sg, buffer, sizeof buffer, &result), 0,
               "sgetsgent_r: a line");
        ok(result == &sg, "sgetsgent_r: the result");
        is_str(text_of(&sg), "g|x|a|b,c", "sgetsgent_r: its fields");
        ok(sg.sg_namp >= buffer && sg.sg_namp < buffer + sizeof buffer,
           "sgetsgent_r: is in the buffer");
}

static void writes(struct sgrp sg, const char *expected, const char *what)
{
        char *text = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&text, &size);
        int result;

        require(stream);
        errno = 0;
        result = putsgent(&sg, stream);
        if (expected)
                is_int(result, 0, "putsgent: %s", what);
        else
                ok(result == -1 && errno == EINVAL, "putsgent: EINVAL for %s", what);
        require(!fclose(stream));
        is_str(text, expected ? expected : "", "putsgent: what is written for %s", what);
        free(text);
}

static void check_putsgent(void)
{
        char *one[] = {"a", NULL};
        char *two[] = {"b", "c", NULL};
        char *colon[] = {"a", "b:", NULL};
        char *comma[] = {"a,b", NULL};
        char *newline[] = {"a\n", NULL};
        struct sgrp sg = {"g", "x", one, two};
        FILE *stream = fopen("/dev/full", "w");

        writes(sg, "g:x:a:b,c\n", "an entry");
        writes((struct sgrp){"g", NULL, NULL, NULL}, "g:::\n", "NULL fields");
        writes((struct sgrp){"+", "x", two, NULL}, "+:x:b,c:\n", "a + entry");
        writes((struct sgrp){NULL, "x", one, two}, NULL, "no name");
        writes((struct sgrp){"g:", "x", one, two}, NULL, "a colon in the name");
        writes((struct sgrp){"g", "x\n", one, two}, NULL, "a newline in the password");
        writes((struct sgrp){"g", "x", colon, two}, NULL, "a colon in an administrator");
        writes((struct sgrp){"g", "x", one, comma}, NULL, "a comma in a member");
        writes((struct sgrp){"g", "x", one, newline}, NULL, "a newline in a member");
        require(stream && !setvbuf(stream, NULL, _IONBF, 0));
        errno = 0;
        ok(putsgent(&sg, stream) == -1 && errno == ENOSPC, "putsgent: ENOSPC on a full device");
        fclose(stream);
}

enum { ENTRIES = 5000, THREADS = 4 };

/* A stream of each thread's own: glibc does not lock one that is shared. */
static void *read_own(void *unused)
{
        intptr_t good = 0;
        char buffer[256];
        struct sgrp sg;
        struct sgrp *result;
        FILE *stream = stream_of("");

        (void)unused;
        for (int i = 0; i < ENTRIES; i++)
                fprintf(stream, "g%d:x:a:b,m%d\n", i, i);
        rewind(stream);
        while (!fgetsgent_r(stream, &sg, buffer, sizeof buffer, &result)) {
                struct sgrp other;
                char more[256];

                good += !strcmp(sg.sg_namp + 1, sg.sg_mem[1] + 1) &&
                        !sgetsgent_r("g:x:a:b", &other, more, sizeof more, &result) &&
                        !strcmp(other.sg_mem[0], "b");
        }
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
        is_int(good, THREADS * ENTRIES, "fgetsgent_r: threads read and parse at once");
}

static void check_oom(void)
{
        char *line = malloc(5001);
        FILE *stream;

        require(line);
        memset(line, ',', 5000);
        strcpy(line + 4990, "m:n\n");
        memcpy(line, "g:x:", 4);
        stream = stream_of(line);
        for (long n = 0; oom_try(n); n++) {
                struct sgrp *sg;

                errno = 0;
                sg = fgetsgent(stream);
                if (oom_end())
                        ok(!sg && errno == ENOMEM && !ftello(stream),
                           "fgetsgent: ENOMEM consumes nothing (%ld)", n);
                else
                        is_str(text_of(sg), "g|x|m|n", "fgetsgent: a line of 5,000 bytes");
        }
        for (long n = 0; oom_try(n); n++) {
                struct sgrp *sg;

                errno = 0;
                sg = sgetsgent(line);
                if (oom_end())
                        ok(!sg && errno == ENOMEM, "sgetsgent: ENOMEM (%ld)", n);
                else
                        is_str(text_of(sg), "g|x|m|n", "sgetsgent: a line of 5,000 bytes");
        }
        fclose(stream);
        free(line);
}

int main(void)
{
        check_fgetsgent();
        check_erange();
        check_sgetsgent();
        check_putsgent();
        check_threads();
        check_oom();
        is_str(GSHADOW, "/etc/gshadow", "GSHADOW: the file");
        return done_testing();
}

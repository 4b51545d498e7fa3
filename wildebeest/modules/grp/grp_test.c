/* fgetgrent_r on streams: entries, errors, threads, memory. */
#include <errno.h>
#include <grp.h>
#include <pthread.h>
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

static void check_fgetgrent_r(void)
{
        static const char line[] = "group:password:1:one,two,three";
        FILE *stream = stream_of(line);
        char buffer[256];
        struct group gr;
        struct group *result;
        int wrong = 0;
        size_t fits = 0;

        for (size_t size = 0; size < 128; size++) {
                /* Its own allocation, so that a sanitizer sees what is beyond. */
                char *small = malloc(size + 1);
                int error;

                require(small);
                rewind(stream);
                errno = 0;
                result = &gr;
                error = fgetgrent_r(stream, &gr, small + 1, size, &result);
                if (!error && !fits)
                        fits = size;
                wrong += error && (error != ERANGE || errno != ERANGE || result);
                if (error)
                        wrong += fgetgrent_r(stream, &gr, buffer, sizeof buffer, &result) != 0;
                wrong += strcmp(gr.gr_name, "group") || gr.gr_gid != 1 ||
                         strcmp(gr.gr_mem[2], "three") || gr.gr_mem[3];
                free(small);
        }
        is_int(wrong, 0, "fgetgrent_r: an entry, or ERANGE and nothing consumed");
        ok(fits > sizeof line && fits < 128, "fgetgrent_r: how much is enough (%zu)", fits);
        fclose(stream);

        stream = stream_of("# c\n\ngroup:x:7:a,b\n+\nlast:y:8");
        is_int(fgetgrent_r(stream, &gr, buffer, sizeof buffer, &result), 0,
               "fgetgrent_r: an entry");
        ok(result == &gr && !strcmp(gr.gr_mem[1], "b"), "fgetgrent_r: the result");
        ok(gr.gr_name >= buffer && gr.gr_name < buffer + sizeof buffer,
           "fgetgrent_r: is in the buffer");
        is_int(fgetgrent_r(stream, &gr, buffer, sizeof buffer, &result), 0, "fgetgrent_r: a +");
        ok(!strcmp(gr.gr_name, "+") && !gr.gr_passwd && !gr.gr_mem[0],
           "fgetgrent_r: it has no password and no members");
        is_int(fgetgrent_r(stream, &gr, buffer, sizeof buffer, &result), 0,
               "fgetgrent_r: the last");
        ok(gr.gr_gid == 8 && !gr.gr_mem[0], "fgetgrent_r: without members");
        errno = 0;
        is_int(fgetgrent_r(stream, &gr, buffer, sizeof buffer, &result), ENOENT,
               "fgetgrent_r: ENOENT at the end");
        ok(errno == ENOENT && !result, "fgetgrent_r: in errno too, and no result");
        fclose(stream);
        stream = fopen("/", "r");
        require(stream);
        result = &gr;
        is_int(fgetgrent_r(stream, &gr, buffer, sizeof buffer, &result), EISDIR,
               "fgetgrent_r: EISDIR");
        ok(errno == EISDIR && !result, "fgetgrent_r: in errno too, no result either");
        fclose(stream);
}

enum { ENTRIES = 5000, THREADS = 4 };

/* A stream of each thread's own: glibc does not lock one that is shared. */
static void *read_own(void *unused)
{
        intptr_t good = 0;
        char buffer[128];
        struct group gr;
        struct group *result;
        FILE *stream = stream_of("");

        (void)unused;
        for (unsigned int i = 0; i < ENTRIES; i++)
                fprintf(stream, "g%u:x:%u:m%u\n", i, i, i);
        rewind(stream);
        while (!fgetgrent_r(stream, &gr, buffer, sizeof buffer, &result))
                good += strtoul(gr.gr_name + 1, NULL, 10) == gr.gr_gid &&
                        !strcmp(gr.gr_mem[0] + 1, gr.gr_name + 1);
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
        is_int(good, THREADS * ENTRIES, "fgetgrent_r: threads read at once");
}

static void check_oom(void)
{
        char *line = malloc(5001);
        FILE *stream;

        require(line);
        memset(line, ',', 5000);
        memcpy(line, "g:x:1:", 6);
        strcpy(line + 4990, "m,n\n");
        stream = stream_of(line);
        for (long n = 0; oom_try(n); n++) {
                struct group *gr;

                errno = 0;
                gr = fgetgrent(stream);
                if (oom_end())
                        ok(!gr && errno == ENOMEM && !ftello(stream),
                           "fgetgrent: ENOMEM consumes nothing (%ld)", n);
                else
                        is_str(gr ? gr->gr_mem[1] : NULL, "n", "fgetgrent: a line of 5,000 bytes");
        }
        fclose(stream);
        free(line);
}

int main(void)
{
        check_fgetgrent_r();
        check_threads();
        check_oom();
        is_int(NSS_BUFLEN_GROUP, 1024, "NSS_BUFLEN_GROUP: its value");
        return done_testing();
}

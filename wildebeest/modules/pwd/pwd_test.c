/* fgetpwent_r, and what needs no database of ours: errors, threads, memory, declarations. */
#include <errno.h>
#include <pthread.h>
#include <pwd.h>
#include <stdint.h>
#include <unistd.h>
#include "oom.h"
#include "tap.h"

static FILE *stream_of(const char *text)
{
        FILE *stream = tmpfile();

        require(stream && fputs(text, stream) >= 0 && !fflush(stream));
        rewind(stream);
        return stream;
}

static void check_fgetpwent_r(void)
{
        FILE *stream = stream_of("#\nbad\nname:x:1:2:gecos:dir:shell\n+\nb:x:3:4\n");
        char buffer[256];
        struct passwd pw;
        struct passwd *result = &pw;
        int consumed = 0;
        size_t fits = 0;

        for (size_t size = 0; size < 64; size++) {
                /* Its own allocation, so that a sanitizer sees what is beyond. */
                char *small = malloc(size + 1);
                int error;

                require(small);
                rewind(stream);
                errno = 0;
                error = fgetpwent_r(stream, &pw, small + 1, size, &result);
                if (!error && !fits)
                        fits = size;
                if (error && (error != ERANGE || errno != ERANGE || result))
                        consumed++;
                if (error && (fgetpwent_r(stream, &pw, buffer, sizeof buffer, &result) ||
                              strcmp(pw.pw_name, "name")))
                        consumed++;
                if (!error && strcmp(pw.pw_shell, "shell"))
                        consumed++;
                free(small);
        }
        is_int(consumed, 0, "fgetpwent_r: ERANGE, a NULL result, and nothing consumed");
        /* glibc wants two bytes more than the text and its NUL. */
        ok(fits >= 27 && fits <= 29, "fgetpwent_r: the text and a little more is enough (%zu)",
           fits);
        rewind(stream);
        is_int(fgetpwent_r(stream, &pw, buffer, sizeof buffer, &result), 0,
               "fgetpwent_r: an entry");
        ok(result == &pw, "fgetpwent_r: the result");
        ok(pw.pw_name >= buffer && pw.pw_shell < buffer + sizeof buffer,
           "fgetpwent_r: is in the buffer");
        is_str(pw.pw_gecos, "gecos", "fgetpwent_r: a field");
        is_int(fgetpwent_r(stream, &pw, buffer, sizeof buffer, &result), 0, "fgetpwent_r: a +");
        ok(!strcmp(pw.pw_name, "+") && !pw.pw_passwd && !pw.pw_shell,
           "fgetpwent_r: its fields are NULL");
        is_int(fgetpwent_r(stream, &pw, buffer, sizeof buffer, &result), 0, "fgetpwent_r: short");
        is_str(pw.pw_dir, "", "fgetpwent_r: its missing field is empty");
        errno = 0;
        is_int(fgetpwent_r(stream, &pw, buffer, sizeof buffer, &result), ENOENT,
               "fgetpwent_r: ENOENT at the end");
        ok(errno == ENOENT && !result, "fgetpwent_r: in errno too, and no result");
        fclose(stream);
        stream = fopen("/", "r");
        require(stream);
        result = &pw;
        is_int(fgetpwent_r(stream, &pw, buffer, sizeof buffer, &result), EISDIR,
               "fgetpwent_r: EISDIR");
        ok(errno == EISDIR && !result, "fgetpwent_r: in errno too, no result either");
        fclose(stream);
}

enum { ENTRIES = 5000, THREADS = 4 };

/* A stream of each thread's own: glibc does not lock one that is shared. */
static void *read_own(void *unused)
{
        intptr_t good = 0;
        char buffer[64];
        struct passwd pw;
        struct passwd *result;
        FILE *stream = stream_of("");

        (void)unused;
        for (unsigned int i = 0; i < ENTRIES; i++)
                fprintf(stream, "u%u:x:%u:%u:::\n", i, i, i + 1);
        rewind(stream);
        while (!fgetpwent_r(stream, &pw, buffer, sizeof buffer, &result))
                good +=
                    strtoul(pw.pw_name + 1, NULL, 10) == pw.pw_uid && pw.pw_gid == pw.pw_uid + 1;
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
        is_int(good, THREADS * ENTRIES, "fgetpwent_r: threads read at once");
}

static void check_oom(void)
{
        char *line = malloc(5001);
        FILE *stream;

        require(line);
        memset(line, 'n', 5000);
        strcpy(line + 4980, ":x:1:2:g:d:s\n");
        stream = stream_of(line);
        for (long n = 0; oom_try(n); n++) {
                struct passwd *pw;

                errno = 0;
                pw = fgetpwent(stream);
                if (oom_end())
                        ok(!pw && errno == ENOMEM && !ftello(stream),
                           "fgetpwent: ENOMEM consumes nothing (%ld)", n);
                else
                        is_str(pw ? pw->pw_shell : NULL, "s", "fgetpwent: a line of 5,000 bytes");
        }
        for (long n = 0; oom_try(n); n++) {
                char text[1024];
                int result;

                errno = 0;
                result = getpw(getuid(), text);
                /* What follows the first allocation is libc's, which may do without it. */
                if (oom_end() && n == 0)
                        ok(result == -1 && errno == ENOMEM, "getpw: ENOMEM");
        }
        fclose(stream);
        free(line);
}

int main(void)
{
        check_fgetpwent_r();
        check_threads();
        check_oom();
        errno = 0;
        ok(getpw(0, NULL) == -1 && errno == EINVAL, "getpw: EINVAL without a buffer");
        is_int(NSS_BUFLEN_PASSWD, 1024, "NSS_BUFLEN_PASSWD: its value");
        return done_testing();
}

/* EBADF for streams that are not open for what is asked, and output without a buffer. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "oom.h"
#include "tap.h"

static char file[] = "stdio_test.XXXXXX";

static FILE *opened(const char *mode)
{
        FILE *stream = fopen(file, mode);

        require(stream);
        return stream;
}

static int vprint(FILE *stream, const char *format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = vfprintf(stream, format, arguments);
        va_end(arguments);
        return result;
}

static int vscan(FILE *stream, const char *format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = vfscanf(stream, format, arguments);
        va_end(arguments);
        return result;
}

static int wide_vprint(FILE *stream, const wchar_t *format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = vfwprintf(stream, format, arguments);
        va_end(arguments);
        return result;
}

static int wide_vscan(FILE *stream, const wchar_t *format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = vfwscanf(stream, format, arguments);
        va_end(arguments);
        return result;
}

/* `expression` on a new stream `f` of that mode gives `failure`, and EBADF. */
#define REFUSED(name, mode, expression, failure)                                                   \
        do {                                                                                       \
                FILE *f = opened(mode);                                                            \
                                                                                                   \
                errno = 0;                                                                         \
                ok((expression) == (failure) && errno == EBADF, name ": EBADF, mode " mode);       \
                fclose(f);                                                                         \
        } while (0)

static void output_refused(void)
{
        REFUSED("fputc", "r", fputc('a', f), EOF);
        REFUSED("putc", "r", putc('a', f), EOF);
        REFUSED("fputs", "r", fputs("abc", f), EOF);
        REFUSED("fwrite", "r", fwrite("abc", 1, 3, f), 0);
        REFUSED("fprintf", "r", fprintf(f, "abc"), -1);
        REFUSED("fprintf, nothing", "r", fprintf(f, "%s", ""), -1);
        REFUSED("vfprintf", "r", vprint(f, "%d", 3), -1);
        REFUSED("putw", "r", putw(3, f), EOF);
        REFUSED("putc_unlocked", "r", putc_unlocked('a', f), EOF);
        REFUSED("fputc_unlocked", "r", fputc_unlocked('a', f), EOF);
        REFUSED("fputs_unlocked", "r", fputs_unlocked("abc", f), EOF);
        REFUSED("fwrite_unlocked", "r", fwrite_unlocked("abc", 1, 3, f), 0);
        REFUSED("fputwc", "r", fputwc(L'a', f), WEOF);
        REFUSED("putwc", "r", putwc(L'a', f), WEOF);
        REFUSED("fputws", "r", fputws(L"abc", f), -1);
        REFUSED("fwprintf", "r", fwprintf(f, L"abc"), -1);
        REFUSED("vfwprintf", "r", wide_vprint(f, L"%d", 3), -1);
        REFUSED("fputwc_unlocked", "r", fputwc_unlocked(L'a', f), WEOF);
        REFUSED("putwc_unlocked", "r", putwc_unlocked(L'a', f), WEOF);
        REFUSED("fputws_unlocked", "r", fputws_unlocked(L"abc", f), -1);
}

static void input_refused(void)
{
        char room[16], *line = NULL;
        wchar_t wide[16];
        size_t size = 0;
        int number;

        REFUSED("fgetc", "w", fgetc(f), EOF);
        REFUSED("getc", "w", getc(f), EOF);
        REFUSED("fgets", "w", fgets(room, 9, f), NULL);
        REFUSED("fread", "w", fread(room, 1, 3, f), 0);
        REFUSED("getline", "w", getline(&line, &size, f), -1);
        REFUSED("getdelim", "w", getdelim(&line, &size, 'x', f), -1);
        REFUSED("fscanf", "w", fscanf(f, "%d", &number), EOF);
        REFUSED("vfscanf", "w", vscan(f, "%d", &number), EOF);
        REFUSED("getw", "w", getw(f), EOF);
        REFUSED("getc_unlocked", "w", getc_unlocked(f), EOF);
        REFUSED("fgetc_unlocked", "w", fgetc_unlocked(f), EOF);
        REFUSED("fgets_unlocked", "w", fgets_unlocked(room, 9, f), NULL);
        REFUSED("fread_unlocked", "w", fread_unlocked(room, 1, 3, f), 0);
        REFUSED("fgetwc", "w", fgetwc(f), WEOF);
        REFUSED("getwc", "w", getwc(f), WEOF);
        REFUSED("fgetws", "w", fgetws(wide, 9, f), NULL);
        REFUSED("fwscanf", "w", fwscanf(f, L"%d", &number), EOF);
        REFUSED("vfwscanf", "w", wide_vscan(f, L"%d", &number), EOF);
        REFUSED("fgetwc_unlocked", "w", fgetwc_unlocked(f), WEOF);
        REFUSED("getwc_unlocked", "w", getwc_unlocked(f), WEOF);
        REFUSED("fgetws_unlocked", "w", fgetws_unlocked(wide, 9, f), NULL);
        free(line);
}

/* Nothing to do is done, whatever the stream is open for. */
static void nothing_done(void)
{
        char room[1];
        FILE *reader = opened("r");
        FILE *writer;

        errno = 0;
        ok(fputs("", reader) >= 0 && !ferror(reader) && errno == 0, "fputs: nothing, mode r");
        ok(fwrite("a", 1, 0, reader) == 0 && !ferror(reader) && errno == 0,
           "fwrite: no objects, mode r");
        ok(fwrite("a", 0, 1, reader) == 0 && !ferror(reader) && errno == 0,
           "fwrite: empty objects, mode r");
        fclose(reader);
        writer = opened("w");
        ok(fread(room, 1, 0, writer) == 0 && !ferror(writer) && errno == 0,
           "fread: no objects, mode w");
        ok(fread(room, 0, 1, writer) == 0 && !ferror(writer) && errno == 0,
           "fread: empty objects, mode w");
        errno = 0;
        ok(fgetc(writer) == EOF && ferror(writer), "fgetc: marks the stream");
        fclose(writer);
        reader = opened("r");
        errno = 0;
        ok(fgetc(reader) == EOF && feof(reader) && errno == 0,
           "fgetc: the end of a file is no error");
        fclose(reader);
}

/* Random calls on a stream and on a string come to the same. */
static void same_bytes(unsigned int seed, int mode, size_t buffer)
{
        static char data[5000], wanted[400000], got[400000], room[8192];
        size_t length = 0, read;
        FILE *stream = opened("w");
        int wrong = 0;

        if (buffer)
                require(setvbuf(stream, mode == _IONBF ? NULL : room, mode, buffer) == 0);
        for (int turn = 0; turn < 60; turn++) {
                size_t size =
                    (size_t)(rand_r(&seed) % 3 ? rand_r(&seed) % 30 : rand_r(&seed) % 4900);

                for (size_t i = 0; i < size; i++)
                        data[i] = rand_r(&seed) % 40 ? (char)('a' + rand_r(&seed) % 26) : '\n';
                data[size] = '\0';
                switch (rand_r(&seed) % 6) {
                case 0:
                        wrong += fputs(data, stream) < 0;
                        break;
                case 1:
                        wrong += fwrite(data, 1, size, stream) != size;
                        break;
                case 2:
                        wrong += fprintf(stream, "%s", data) != (int)size;
                        break;
                case 3:
                        size = size > 3 ? 3 : size;
                        for (size_t i = 0; i < size; i++)
                                wrong += fputc(data[i], stream) != data[i];
                        break;
                case 4:
                        wrong += fwrite_unlocked(data, size ? size : 1, 1, stream) != 1;
                        size = size ? size : 1;
                        break;
                default:
                        wrong += fflush(stream) != 0;
                        size = 0;
                        break;
                }
                memcpy(wanted + length, data, size);
                length += size;
                if (rand_r(&seed) % 10 == 0)
                        wrong += ftell(stream) != (long)length;
        }
        wrong += fclose(stream) != 0;
        stream = opened("r");
        read = fread(got, 1, sizeof got, stream);
        wrong += read != length || memcmp(got, wanted, length) != 0;
        fclose(stream);
        is_int(wrong, 0, "fwrite, fputs, fprintf, fputc: what is written, mode %d, buffer %zu",
               mode, buffer);
}

/* A file of /proc takes each write for a whole value. */
static void proc_file(void)
{
        static const char name[] = "/proc/self/oom_score_adj";
        char value[32] = "";
        FILE *stream = fopen(name, "r");

        if (!stream || !fgets(value, sizeof value, stream) || access(name, W_OK) != 0) {
                note("%s can't be written here", name);
                if (stream)
                        fclose(stream);
                return;
        }
        fclose(stream);
        for (int how = 0; how < 3; how++) {
                static const char *const names[] = {"fputs", "fwrite", "fprintf"};
                int result;

                stream = fopen(name, "w");
                require(stream);
                require(setvbuf(stream, NULL, _IONBF, 0) == 0);
                errno = 0;
                if (how == 0)
                        result = fputs(value, stream) >= 0;
                else if (how == 1)
                        result = fwrite(value, strlen(value), 1, stream) == 1;
                else
                        result = fprintf(stream, "%s", value) == (int)strlen(value);
                ok(result && !ferror(stream) && fclose(stream) == 0,
                   "%s: unbuffered, to a file of /proc", names[how]);
        }
}

/* The error with which fputs ends, where only the privileged may write the value; 0 where they may.
 */
static int error_of_privilege(void)
{
        FILE *stream = fopen("/proc/self/oom_score_adj", "w");

        if (!stream || setvbuf(stream, NULL, _IONBF, 0) || (geteuid() == 0 && setuid(65534)))
                return 0;
        errno = 0;
        return fputs("-1000\n", stream) == EOF ? errno : 0;
}

static void refused_by_proc(void)
{
        pid_t child = fork();
        int status;

        require(child >= 0);
        if (!child)
                _exit(error_of_privilege());
        require(waitpid(child, &status, 0) == child && WIFEXITED(status));
        if (WEXITSTATUS(status) == 0)
                note("this process may write any value to /proc/self/oom_score_adj");
        else
                is_int(WEXITSTATUS(status), EACCES, "fputs: EACCES of a file of /proc, unbuffered");
}

/* What one call writes without a buffer arrives as one message. */
static void one_write(void)
{
        char text[700], got[2000];
        int ends[2];
        FILE *stream;

        memset(text, 'x', sizeof text - 1);
        text[sizeof text - 1] = '\0';
        require(socketpair(AF_UNIX, SOCK_DGRAM, 0, ends) == 0);
        stream = fdopen(ends[0], "w");
        require(stream);
        require(setvbuf(stream, NULL, _IONBF, 0) == 0);
        is_int(fprintf(stream, "%s %d %s", text, 42, "y"), 704, "fprintf: the length, unbuffered");
        is_int(recv(ends[1], got, sizeof got, MSG_DONTWAIT), 704, "fprintf: one write, unbuffered");
        is_int(fprintf(stream, "%d %d", 1, 2), 3,
               "fprintf: the length of a short text, unbuffered");
        is_int(recv(ends[1], got, sizeof got, MSG_DONTWAIT), 3,
               "fprintf: one write of a short text, unbuffered");
        fputs("abc", stream);
        is_int(recv(ends[1], got, sizeof got, MSG_DONTWAIT), 3, "fputs: one write, unbuffered");
        for (long n = 0; oom_try(n); n++) {
                int result = fprintf(stream, "%s %d %s", text, 42, "y");

                if (oom_end())
                        is_int(result, 704, "fprintf: without memory all the same, unbuffered");
        }
        fclose(stream);
        close(ends[1]);
}

static void errors(void)
{
        FILE *stream = fopen("/dev/full", "w");

        if (!stream) {
                note("no /dev/full here");
                return;
        }
        require(setvbuf(stream, NULL, _IONBF, 0) == 0);
        errno = 0;
        ok(fputs("abc", stream) == EOF && errno == ENOSPC && ferror(stream),
           "fputs: ENOSPC, unbuffered");
        clearerr(stream);
        errno = 0;
        ok(fputc('a', stream) == EOF && errno == ENOSPC && ferror(stream),
           "fputc: ENOSPC, unbuffered");
        clearerr(stream);
        errno = 0;
        ok(fprintf(stream, "%d", 3) < 0 && errno == ENOSPC && ferror(stream),
           "fprintf: ENOSPC, unbuffered");
        fclose(stream);
}

/* Streams that are no file's. */
static void memory(void)
{
        char *text = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&text, &size);

        require(stream);
        errno = 0;
        ok(fputs("abc", stream) >= 0 && fputc('d', stream) == 'd' && fprintf(stream, "%d", 5) == 1,
           "fputs: to memory");
        is_int(errno, 0, "fputs: to memory, errno stays");
        require(fclose(stream) == 0);
        is_str(text, "abcd5", "fputs: to memory, text");
        free(text);
}

static void *cancelled(void *stream)
{
        pthread_cancel(pthread_self());
        fputs("abc", stream);
        pthread_testcancel();
        return NULL;
}

/* A thread that is cancelled while it writes leaves the stream to the others. */
static void cancellation(void)
{
        FILE *stream = opened("w");
        pthread_t thread;
        void *result;

        require(setvbuf(stream, NULL, _IONBF, 0) == 0);
        require(pthread_create(&thread, NULL, cancelled, stream) == 0);
        require(pthread_join(thread, &result) == 0);
        ok(result == PTHREAD_CANCELED, "fputs: a thread is cancelled");
        is_int(ftrylockfile(stream), 0, "fputs: a cancelled thread leaves no lock");
        fclose(stream);
}

int main(int count, char **words)
{
        unsigned int seed = count > 1 ? (unsigned int)atol(words[1]) : (unsigned int)time(NULL);
        int descriptor = mkstemp(file);

        require(descriptor >= 0);
        close(descriptor);
        note("seed %u", seed);
        output_refused();
        input_refused();
        nothing_done();
        same_bytes(seed, _IOFBF, 0);
        same_bytes(seed + 1, _IOFBF, 64);
        same_bytes(seed + 2, _IOLBF, 100);
        same_bytes(seed + 3, _IONBF, 1);
        proc_file();
        refused_by_proc();
        one_write();
        errors();
        memory();
        cancellation();
        unlink(file);
        return done_testing();
}

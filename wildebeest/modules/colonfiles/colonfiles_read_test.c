/* How entries are read: what ERANGE, errors and the lack of memory leave, threads, shared files. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>
#include "colonfiles.h"
#include "oom.h"
#include "tap.h"

static FILE *stream_of(const char *text, size_t length)
{
        FILE *stream = tmpfile();

        require(stream && fwrite(text, 1, length, stream) == length && !fflush(stream));
        rewind(stream);
        return stream;
}

static void check_erange(void)
{
        static const char text[] = "# a comment that is longer than any of the buffers\n\nbad\n"
                                   "  group:x:1:one,two,three\nnext:x:2:\n";
        size_t fits = SIZE_MAX;
        int consumed = 0;
        int wrong = 0;

        for (size_t offset = 0; offset < sizeof(char *); offset++) {
                for (size_t size = 0; size <= 80; size++) {
                        /* Exactly as large as is said, so that a sanitizer sees what is beyond. */
                        char *data = malloc(offset + size + 1);
                        char large[256];
                        struct lwb_colon_buffer buffer = {data + offset + 1, size, 0};
                        struct lwb_colon_buffer second = {large, sizeof large, 0};
                        FILE *stream = stream_of(text, sizeof text - 1);
                        struct group gr;
                        int error;

                        require(data);
                        error = __lwb_colon_next(stream, __lwb_parse_group, &gr, &buffer);
                        if (error == 0 && size < fits)
                                fits = size;
                        if (error != 0 && error != ERANGE)
                                wrong++;
                        if (error == ERANGE &&
                            __lwb_colon_next(stream, __lwb_parse_group, &gr, &second))
                                consumed++;
                        if (strcmp(gr.gr_name, "group") || strcmp(gr.gr_mem[2], "three") ||
                            gr.gr_mem[3])
                                consumed++;
                        fclose(stream);
                        free(data);
                }
        }
        is_int(wrong, 0, "__lwb_colon_next: an entry or ERANGE, whatever the size");
        is_int(consumed, 0, "__lwb_colon_next: ERANGE does not consume the entry");
        ok(fits <= 24 + 5 * sizeof(char *),
           "__lwb_colon_next: the text and its pointers are enough");
        ok(fits >= 24 + 4 * sizeof(char *), "__lwb_colon_next: less is not");
}

static void check_end(void)
{
        char data[64];
        struct lwb_colon_buffer buffer = {data, sizeof data, 0};
        struct passwd pw;
        FILE *stream = stream_of("a:x:1:2", 7);

        errno = 0;
        is_int(__lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer), 0,
               "__lwb_colon_next: a line without newline");
        is_int(__lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer), ENOENT,
               "__lwb_colon_next: ENOENT at the end");
        is_int(__lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer), ENOENT,
               "__lwb_colon_next: and again");
        is_int(errno, 0, "__lwb_colon_next: leaves errno");
        fclose(stream);
        stream = stream_of("bad:x:1:2:g:d:s", 15);
        buffer.size = 8;
        is_int(__lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer), ERANGE,
               "__lwb_colon_next: ERANGE in the last line");
        buffer.size = sizeof data;
        is_int(__lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer), 0,
               "__lwb_colon_next: which is still there");
        fclose(stream);
}

static void check_pipe(void)
{
        static const char text[] = "first:x:1:2:evil:x:0:0:::\nsecond:x:3:4:::\n";
        char data[64];
        struct passwd pw;
        int ends[2];
        FILE *stream;

        for (size_t size = 2; size < 27; size++) {
                struct lwb_colon_buffer buffer = {data, size, 0};

                require(!pipe(ends) && write(ends[1], text, sizeof text - 1) == sizeof text - 1);
                close(ends[1]);
                stream = fdopen(ends[0], "r");
                require(stream);
                if (__lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer) != ESPIPE)
                        break;
                buffer.size = sizeof data;
                if (__lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer) ||
                    strcmp(pw.pw_name, "second"))
                        break;
                fclose(stream);
                if (size == 25)
                        ok(1, "__lwb_colon_next: a pipe's line that does not fit is lost, no more");
        }
        is_int(strcmp(pw.pw_name, "first"), 0, "__lwb_colon_next: a pipe's line that fits");
        fclose(stream);
}

static int cookie_error;
static const char *cookie_text;

static ssize_t cookie_read(void *cookie, char *data, size_t size)
{
        size_t length = strlen(cookie_text);

        (void)cookie;
        if (!length) {
                errno = cookie_error;
                return -1;
        }
        if (length > size)
                length = size;
        memcpy(data, cookie_text, length);
        cookie_text += length;
        return (ssize_t)length;
}

static void check_errors(void)
{
        static const int errors[] = {EIO, EINVAL, EINTR, EAGAIN};
        struct passwd pw;
        struct lwb_colon_buffer buffer = {NULL, 0, 1};
        FILE *stream;

        for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
                for (int partial = 0; partial < 2; partial++) {
                        cookie_io_functions_t functions = {.read = cookie_read};

                        cookie_error = errors[i];
                        cookie_text = partial ? "bad\n\na:x:1:2:g" : "";
                        stream = fopencookie(NULL, "r", functions);
                        require(stream);
                        is_int(__lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer),
                               errors[i], "__lwb_colon_next: error %d of a stream%s", errors[i],
                               partial ? " in a line" : "");
                        fclose(stream);
                }
        }
        stream = fopen("/", "r");
        require(stream);
        is_int(__lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer), EISDIR,
               "__lwb_colon_next: a directory");
        fclose(stream);
        stream = fopen("/dev/null", "w");
        require(stream);
        is_int(__lwb_colon_next(stream, __lwb_parse_passwd, &pw, &buffer), EBADF,
               "__lwb_colon_next: a stream for writing");
        fclose(stream);
        free(buffer.data);
}

/* A line of 20,000 members, and one of a megabyte. */
static void check_long(void)
{
        struct lwb_colon_buffer buffer = {NULL, 0, 1};
        struct group gr;
        FILE *stream = tmpfile();
        size_t count = 0;

        require(stream && fputs("g:x:1:", stream) >= 0);
        for (int i = 0; i < 20000; i++)
                fprintf(stream, ",m%d,", i);
        fputs("\nh:x:2:", stream);
        for (int i = 0; i < 1 << 20; i++)
                putc('m', stream);
        rewind(stream);
        is_int(__lwb_colon_next(stream, __lwb_parse_group, &gr, &buffer), 0,
               "__lwb_colon_next: 20,000 members");
        while (gr.gr_mem[count])
                count++;
        is_int(count, 20000, "__lwb_parse_group: finds them all");
        is_str(gr.gr_mem[19999], "m19999", "__lwb_parse_group: the last one");
        is_int(__lwb_colon_next(stream, __lwb_parse_group, &gr, &buffer), 0,
               "__lwb_colon_next: a megabyte");
        is_int(strlen(gr.gr_mem[0]), 1 << 20, "__lwb_parse_group: reads it whole");
        fclose(stream);
        free(buffer.data);
}

static void check_lists(void)
{
        char text[] = "a,b:c";
        char *pointers[8];
        char *rest = text;
        char *space = (char *)pointers;
        size_t size = sizeof pointers;
        char **list;

        is_int(__lwb_colon_list(&rest, ':', &list, &space, &size), 0, "__lwb_colon_list: a list");
        ok(list == pointers && !list[2] && rest == text + 4,
           "__lwb_colon_list: its pointers, and what is left");
        ok(space == (char *)(pointers + 3) && size == 5 * sizeof(char *),
           "__lwb_colon_list: takes three pointers");
        size = 2 * sizeof(char *) - 1;
        is_int(__lwb_colon_list(&rest, '\0', &list, &space, &size), ERANGE,
               "__lwb_colon_list: ERANGE");
        size = 0;
        rest = text + 5;
        is_int(__lwb_colon_list(&rest, '\0', &list, &space, &size), ERANGE,
               "__lwb_colon_list: no room for the end");
        is_int(__lwb_colon_space("a,b,c:"), 6 * sizeof(char *) + sizeof(char *) - 1,
               "__lwb_colon_space: two more than the commas for names, and two ends");
}

static void check_oom(void)
{
        static const char text[] = "a:x:1:b,c,d\n";
        char *line = malloc(4096 + sizeof text);
        FILE *stream;

        require(line);
        memset(line, 'n', 4096);
        memcpy(line + 4096, text, sizeof text);
        stream = stream_of(line, 4095 + sizeof text);
        for (long n = 0; oom_try(n); n++) {
                struct lwb_colon_buffer buffer = {NULL, 0, 1};
                struct group gr;
                int error = __lwb_colon_next(stream, __lwb_parse_group, &gr, &buffer);

                if (oom_end())
                        ok(error == ENOMEM && ftello(stream) == 0,
                           "__lwb_colon_reserve: ENOMEM does not consume the entry (%ld)", n);
                else
                        is_str(error ? NULL : gr.gr_mem[2], "d",
                               "__lwb_colon_next: with memory for %ld allocations", n);
                free(buffer.data);
        }
        fclose(stream);
        free(line);
}

enum { ENTRIES = 20000, THREADS = 4 };
static struct lwb_colon_file shared = LWB_COLON_FILE("colonfiles.shared");
static unsigned char seen[ENTRIES];
static FILE *shared_stream;

static void *read_shared(void *through_file)
{
        char data[64];
        intptr_t failures = 0;

        for (;;) {
                struct lwb_colon_buffer buffer = {data, sizeof data, 0};
                struct passwd pw;
                int error = through_file
                                ? __lwb_colon_file_next(&shared, __lwb_parse_passwd, &pw, &buffer)
                                : __lwb_colon_next(shared_stream, __lwb_parse_passwd, &pw, &buffer);

                if (error)
                        return (void *)(failures + (error != ENOENT));
                if (pw.pw_uid >= ENTRIES || pw.pw_gid != pw.pw_uid + 1 ||
                    strtoul(pw.pw_name + 1, NULL, 10) != pw.pw_uid)
                        failures++;
                else
                        __atomic_fetch_add(&seen[pw.pw_uid], 1, __ATOMIC_RELAXED);
        }
}

static void run_threads(int through_file, const char *name)
{
        pthread_t threads[THREADS];
        intptr_t failures = 0;
        int once = 0;

        memset(seen, 0, sizeof seen);
        for (int i = 0; i < THREADS; i++)
                require(
                    !pthread_create(&threads[i], NULL, read_shared, through_file ? &shared : NULL));
        for (int i = 0; i < THREADS; i++) {
                void *result;

                require(!pthread_join(threads[i], &result));
                failures += (intptr_t)result;
        }
        for (int i = 0; i < ENTRIES; i++)
                once += seen[i] == 1;
        is_int(failures, 0, "%s: threads read whole entries", name);
        is_int(once, ENTRIES, "%s: threads read each entry once", name);
}

static void check_shared(void)
{
        char data[64];
        struct lwb_colon_buffer buffer = {data, sizeof data, 0};
        struct passwd pw;
        FILE *stream = fopen(shared.path, "w");

        require(stream);
        for (unsigned int i = 0; i < ENTRIES; i++)
                fprintf(stream, "u%u:x:%u:%u:g:d:s\n%s", i, i, i + 1, i % 7 ? "" : "bad\n");
        require(!fclose(stream));

        require((shared_stream = fopen(shared.path, "r")) != NULL);
        run_threads(0, "__lwb_colon_next");
        fclose(shared_stream);
        run_threads(1, "__lwb_colon_file_next");

        errno = 0;
        is_int(__lwb_colon_file_next(&shared, __lwb_parse_passwd, &pw, &buffer), ENOENT,
               "__lwb_colon_file_next: the end");
        is_int(errno, 0, "__lwb_colon_file_next: leaves errno at the end");
        is_int(fcntl(shared.lines.fd, F_GETFD), FD_CLOEXEC, "__lwb_colon_file_next: not inherited");
        __lwb_colon_file_close(&shared);
        is_int(errno, 0, "__lwb_colon_file_close: leaves errno");
        is_int(__lwb_colon_file_next(&shared, __lwb_parse_passwd, &pw, &buffer), 0,
               "__lwb_colon_file_close: the next is the first");
        is_int(pw.pw_uid, 0, "__lwb_colon_file_close: which is read");
        buffer.size = 3;
        is_int(__lwb_colon_file_next(&shared, __lwb_parse_passwd, &pw, &buffer), ERANGE,
               "__lwb_colon_file_next: ERANGE");
        is_int(errno, ERANGE, "__lwb_colon_file_next: in errno too");
        buffer.size = sizeof data;
        is_int(__lwb_colon_file_next(&shared, __lwb_parse_passwd, &pw, &buffer), 0,
               "__lwb_colon_file_next: which consumed nothing");
        is_int(pw.pw_uid, 1, "__lwb_colon_file_next: the second entry");
        __lwb_colon_file_close(&shared);
        __lwb_colon_file_close(&shared);
        require(!unlink(shared.path));
        is_int(__lwb_colon_file_next(&shared, __lwb_parse_passwd, &pw, &buffer), ENOENT,
               "__lwb_colon_file_next: no file");
        is_int(errno, ENOENT, "__lwb_colon_file_next: which errno tells from the end");
        require(!mkdir(shared.path, 0700));
        is_int(__lwb_colon_file_next(&shared, __lwb_parse_passwd, &pw, &buffer), EISDIR,
               "__lwb_colon_file_next: a directory");
        __lwb_colon_file_close(&shared);
        require(!rmdir(shared.path));
}

int main(void)
{
        check_erange();
        check_end();
        check_pipe();
        check_errors();
        check_long();
        check_lists();
        check_oom();
        check_shared();
        return done_testing();
}

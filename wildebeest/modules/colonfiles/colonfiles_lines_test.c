/* Whole lines in blocks, searches in them, and lines that are written as they stand. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "colonfiles.h"
#include "lines.h"
#include "tap.h"

static int file_of(const char *text, size_t length)
{
        char path[] = "colonfiles_lines.XXXXXX";
        int fd = mkstemp(path);

        require(fd != -1 && write(fd, text, length) == (ssize_t)length && !lseek(fd, 0, SEEK_SET));
        unlink(path);
        return fd;
}

/* Whether what is read in batches is the text, its last newline supplied, in whole lines. */
static int reads_back(const char *text, size_t length)
{
        struct lwb_lines lines;
        size_t at = 0;
        char *from;
        char *end;
        int error;
        int whole = 1;
        int fd = file_of(text, length);

        __lwb_lines_begin(&lines, fd);
        while (!(error = __lwb_lines_next(&lines, &from, &end))) {
                size_t count = (size_t)(end - from);
                size_t given = count < length - at ? count : length - at;

                whole = whole && count && end[-1] == '\n' && !memcmp(from, text + at, given) &&
                        count - given <= 1;
                at += given;
        }
        whole = whole && error == ENOENT && at == length &&
                __lwb_lines_next(&lines, &from, &end) == ENOENT;
        __lwb_lines_end(&lines);
        close(fd);
        return whole;
}

/* Whether lines that are read one by one, each twice, are the text, its last newline supplied. */
static int reads_lines(const char *text, size_t length)
{
        struct lwb_lines lines;
        size_t at = 0;
        char *line;
        char *newline;
        int error;
        int whole = 1;
        int fd = file_of(text, length);

        __lwb_lines_begin(&lines, fd);
        while (!(error = __lwb_lines_line(&lines, &line, &newline))) {
                const char *first = line;
                size_t count = (size_t)(newline - line);

                whole = whole && count <= length - at && !memcmp(line, text + at, count) &&
                        !memchr(line, '\n', count) && *newline == '\n' &&
                        (newline == lines.added) == (at + count == length);
                lwb_lines_unread(&lines, line);
                whole = whole && !__lwb_lines_line(&lines, &line, &newline) && line == first;
                at += count + (newline != lines.added);
        }
        whole = whole && error == ENOENT && at == length &&
                __lwb_lines_line(&lines, &line, &newline) == ENOENT;
        __lwb_lines_end(&lines);
        close(fd);
        return whole;
}

static void test_lines(void)
{
        static const size_t sizes[] = {1, 65535, 65536, 65537, 131072, 200000};
        char *text = malloc(200000);
        struct lwb_lines lines;
        char *from;
        char *end;
        int wrong = 0;

        require(text);
        ok(reads_back("", 0), "__lwb_lines_next: an empty file");
        ok(reads_back("a\nb", 3), "__lwb_lines_next: the last newline is supplied");
        ok(reads_back("\n\n\0\n", 4), "__lwb_lines_next: empty lines and a NUL");
        ok(reads_lines("", 0), "__lwb_lines_line: an empty file");
        ok(reads_lines("a\n\nb\n\0c", 7), "__lwb_lines_line: lines, the last one without newline");
        ok(reads_lines("a\n\n", 3), "__lwb_lines_line: an empty line at the end");
        for (size_t step = 1; step < 200000; step = step * 3 + 1) {
                for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
                        memset(text, 'x', sizes[s]);
                        for (size_t i = step; i < sizes[s]; i += step)
                                text[i] = '\n';
                        wrong += !reads_back(text, sizes[s]) || !reads_lines(text, sizes[s]);
                }
        }
        is_int(wrong, 0, "__lwb_lines_next: lines of any length about the size of a block");
        free(text);
        __lwb_lines_begin(&lines, -1);
        is_int(__lwb_lines_next(&lines, &from, &end), EBADF, "__lwb_lines_next: error of read");
        __lwb_lines_end(&lines);
}

static void test_search(void)
{
        static const char letters[] = "ab";
        int wrong = 0;

        srand(1);
        for (int round = 0; round < 20000; round++) {
                char text[100 + LWB_LINES_PADDING] = "";
                char wanted[8] = "";
                size_t length = (size_t)rand() % 100;
                size_t size = 1 + (size_t)rand() % 6;

                for (size_t i = 0; i < length; i++)
                        text[i] = letters[rand() % 2];
                for (size_t i = 0; i < size; i++)
                        wanted[i] = letters[rand() % 2];
                wrong += __lwb_lines_search(text, text + length, wanted, size) !=
                         memmem(text, length, wanted, size);
        }
        is_int(wrong, 0, "__lwb_lines_search: finds what memmem finds");
}

static int line(const char *text, size_t length, struct passwd *pw)
{
        static struct lwb_colon_buffer buffer = {NULL, 0, 1};

        return __lwb_colon_line(text, length, __lwb_parse_passwd, pw, &buffer);
}

static void test_line(void)
{
        struct passwd pw = {.pw_name = NULL};

        is_int(line(" \ta:x:1:2:g:/d:/s", 17, &pw), 0, "__lwb_colon_line: blanks before");
        is_str(pw.pw_name, "a", "__lwb_colon_line: name");
        is_int(line("a:x:1:2:g\0:/d", 13, &pw), 0, "__lwb_colon_line: a NUL");
        is_str(pw.pw_gecos, "g", "__lwb_colon_line: a NUL ends the text");
        is_int(line("#a:x:1:2", 8, &pw), LWB_NO_ENTRY, "__lwb_colon_line: a comment");
        is_int(line(" ", 1, &pw), LWB_NO_ENTRY, "__lwb_colon_line: nothing");
        is_int(line("", 0, &pw), LWB_NO_ENTRY, "__lwb_colon_line: nothing at all");
        is_int(line("a:x:y:2", 7, &pw), LWB_NO_ENTRY, "__lwb_colon_line: no entry");
}

/* What becomes of a line that is parsed and written, or "" when it is no entry or can not be. */
static const char *rewritten(const char *text, int group)
{
        static char result[256];
        struct lwb_colon_buffer buffer = {NULL, 0, 1};
        union {
                struct passwd pw;
                struct group gr;
        } entry;
        FILE *stream = fmemopen(result, sizeof result, "w");
        int error =
            __lwb_colon_line(text, strcspn(text, "\n"),
                             group ? __lwb_parse_group : __lwb_parse_passwd, &entry, &buffer);

        require(stream);
        memset(result, 0, sizeof result);
        if (!error)
                (void)(group ? __lwb_put_group(&entry.gr, stream)
                             : __lwb_put_passwd(&entry.pw, stream));
        fclose(stream);
        free(buffer.data);
        return result;
}

static void test_plain(void)
{
        static const char letters[] = "ab:::::,0012# +-\r\n";
        char passwd[] = "a:x:1:2:g,h:/d:/s\nb";
        char group[] = "a:x:1:m,n\nb";
        int plain = 0;
        int wrong = 0;

        ok(__lwb_plain_passwd(passwd) == strchr(passwd, '\n'), "__lwb_plain_passwd: the newline");
        ok(__lwb_plain_group(group) == strchr(group, '\n'), "__lwb_plain_group: the newline");
        srand(2);
        for (int round = 0; round < 200000; round++) {
                char text[64] = "";
                int is_group = round & 1;
                char *newline;
                size_t length = 6 + (size_t)rand() % 12;

                for (size_t i = 0; i < length; i++)
                        text[i] = letters[(size_t)rand() % (sizeof letters - 1)];
                memcpy(text, is_group ? "g:x:2:" : "u::1:2:", (size_t)(rand() % 8));
                text[length] = '\n';
                newline = is_group ? __lwb_plain_group(text) : __lwb_plain_passwd(text);
                if (!newline)
                        continue;
                plain++;
                newline[1] = '\0';
                wrong += strcmp(rewritten(text, is_group), text) != 0;
        }
        ok(plain > 100, "__lwb_plain_passwd, __lwb_plain_group: %d random lines are plain", plain);
        is_int(wrong, 0, "__lwb_plain_passwd, __lwb_plain_group: they are written as they stand");
}

int main(void)
{
        test_lines();
        test_search();
        test_line();
        test_plain();
        return done_testing();
}

/* stdin, stdout and stderr that are assigned to. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "tap.h"

static int vprint(const char *format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = vprintf(format, arguments);
        va_end(arguments);
        return result;
}

static int vscan(const char *format, ...)
{
        va_list arguments;
        int result;

        va_start(arguments, format);
        result = vscanf(format, arguments);
        va_end(arguments);
        return result;
}

struct holder {
        FILE *out;
};

static void narrow(void)
{
        FILE *out = stdout, *in = stdin, *err = stderr;
        char *text = NULL, *errors = NULL;
        char input[] = "a7 12 xyz", word[8] = "";
        size_t size, error_size;
        int seven = 0, twelve = 0, first, second;
        struct holder held;

        stdout = open_memstream(&text, &size);
        stderr = open_memstream(&errors, &error_size);
        stdin = fmemopen(input, strlen(input), "r");
        require(stdout && stderr && stdin);
        held.out = stdout;
        printf("%d", 1);
        vprint("%s", "2");
        puts("3");
        putchar('4');
        putchar_unlocked('5');
        fputs("6", stdout);
        fprintf(held.out, "7");
        fputs("e1 ", stderr);
        errno = ENOENT;
        perror("e2");
        perror(NULL);
        first = getchar();
        second = getchar_unlocked();
        (void)!scanf("%d", &twelve);
        (void)!vscan("%7s", word);
        seven = second - '0';
        fclose(stdout);
        fclose(stderr);
        fclose(stdin);
        stdout = out;
        stdin = in;
        stderr = err;
        is_str(text, "123\n4567", "stdout: output goes to what it is set to");
        is_str(errors, "e1 e2: No such file or directory\nNo such file or directory\n",
               "stderr: messages go to what it is set to");
        ok(first == 'a' && seven == 7 && twelve == 12 && !strcmp(word, "xyz"),
           "stdin: input comes from what it is set to");
        free(text);
        free(errors);
}

/* In files, as glibc has no wide streams in memory of bytes. */
static void wide(void)
{
        FILE *out = stdout, *in = stdin;
        char text[8] = "";
        int number = 0;
        wint_t first;

        stdout = tmpfile();
        stdin = tmpfile();
        require(stdout && stdin);
        require(pwrite(fileno(stdin), "b 34", 4, 0) == 4);
        wprintf(L"%d", 1);
        putwchar(L'2');
        first = getwchar();
        (void)!wscanf(L"%d", &number);
        fflush(stdout);
        (void)!pread(fileno(stdout), text, sizeof text - 1, 0);
        fclose(stdout);
        fclose(stdin);
        stdout = out;
        stdin = in;
        is_str(text, "12", "stdout: wide output goes to what it is set to");
        ok(first == L'b' && number == 34, "stdin: wide input comes from what it is set to");
}

int main(void)
{
        FILE **place = &stdout;

        ok(*place == stdout && stdout != stderr && stdin != stdout, "stdout: has an address");
        is_int(fileno(stdin), 0, "stdin: begins as descriptor 0");
        is_int(fileno(stderr), 2, "stderr: begins as descriptor 2");
        narrow();
        wide();
        return done_testing();
}

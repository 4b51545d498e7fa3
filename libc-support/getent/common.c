/* Messages, memory, and files that may be anything. */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>
#include "getent.h"

const char *program_name = "getent";

void complain(const char *format, ...)
{
        va_list arguments;

        va_start(arguments, format);
        flockfile(stderr);
        fprintf(stderr, "%s: ", program_name);
        vfprintf(stderr, format, arguments);
        fputc('\n', stderr);
        funlockfile(stderr);
        va_end(arguments);
}

_Noreturn void no_memory(void)
{
        complain("%s", strerror(ENOMEM));
        exit(GETENT_FAILED);
}

void *allocate(size_t size)
{
        void *memory = malloc(size ? size : 1);

        if (!memory)
                no_memory();
        return memory;
}

void *enlarge(void *memory, size_t count, size_t size)
{
        size_t bytes;
        void *larger = __builtin_mul_overflow(count, size, &bytes) ? NULL : realloc(memory, bytes);

        if (!larger)
                no_memory();
        return larger;
}

char *duplicate(const char *text)
{
        char *copy = strdup(text);

        if (!copy)
                no_memory();
        return copy;
}

bool is_digits(const char *text)
{
        return *text && !text[strspn(text, "0123456789")];
}

bool is_ascii(const char *text)
{
        while (*text && (unsigned char)*text < 128)
                text++;
        return !*text;
}

/* Says that a file is none, once: some databases pass through it for each family of addresses. */
static void complain_irregular(const char *path)
{
        static const char *last;

        if (!last || strcmp(last, path) != 0)
                complain("%s: not a regular file", path);
        last = path;
}

int open_file(const struct request *request, const char *path)
{
        struct stat status;
        int fd;

        do {
                /* Whatever it is, to open it must not wait for a writer or a carrier. */
                fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
        } while (fd == -1 && errno == EINTR);
        if (fd == -1) {
                if (errno == ENXIO)
                        complain_irregular(path);
                else if (errno != ENOENT)
                        report_error(request, path, errno);
                return -1;
        }
        if (fstat(fd, &status)) {
                report_error(request, path, errno);
        } else if (S_ISREG(status.st_mode)) {
                return fd;
        } else if (S_ISDIR(status.st_mode)) {
                report_error(request, path, EISDIR);
        } else if (!S_ISCHR(status.st_mode) || status.st_rdev != makedev(1, 3)) {
                /* The null device is an empty file, as which it often stands in. */
                complain_irregular(path);
        }
        close(fd);
        return -1;
}

void report_error(const struct request *request, const char *path, int error)
{
        if (request->warn || error == ENOMEM)
                complain("%s: %s", path, strerror(error));
        if (error == ENOMEM)
                exit(GETENT_FAILED);
}

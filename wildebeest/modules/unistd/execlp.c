/*
 * glibc: execlp runs a file that the kernel does not know as a program with /bin/sh.
 * musl:  it fails with ENOEXEC.
 * here:  through this module's execvp.
 * see:   POSIX.1-2024, exec; execlp(3).
 */
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>

int __lwb_execvp(const char *file, char *const argv[]);
int __lwb_execlp(const char *file, const char *arg, ...);

/**
 * execvp with the arguments `arg` and what follows it, up to a null pointer. Returns only on
 * failure: -1 and errno.
 */
int __lwb_execlp(const char *file, const char *arg, ...)
{
        size_t count = 0;
        va_list args;

        va_start(args, arg);
        for (const char *next = arg; next; next = va_arg(args, const char *))
                count++;
        va_end(args);
        {
                /* As large as what the caller has put on the stack. */
                char *argv[count + 1];

                va_start(args, arg);
                for (size_t i = 0; i < count; i++)
                        argv[i] = (char *)(i ? va_arg(args, const char *) : arg);
                va_end(args);
                argv[count] = NULL;
                return __lwb_execvp(file, argv);
        }
}

/*
 * glibc: has them.
 * musl:  lacks them.
 * here:  the same.
 * see:   GNU C Library manual, "Dynamic Output".
 */
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <obstack.h>

/**
 * Lets the object grow by formatted text, without a NUL. Returns its length, or -1 with errno and
 * the object as before; where there is no memory, obstack_alloc_failed_handler is called.
 */
int obstack_vprintf(struct obstack *restrict stack, const char *restrict format, va_list args)
{
        va_list again;
        int n;

        va_copy(again, args);
        n = vsnprintf(obstack_next_free(stack), obstack_room(stack), format, args);
        if (n == INT_MAX) {
                errno = EOVERFLOW;
                n = -1;
        } else if (n >= 0 && (unsigned)n >= obstack_room(stack)) {
                /* vsnprintf wants room for a NUL. */
                obstack_make_room(stack, n + 1);
                n = vsnprintf(obstack_next_free(stack), obstack_room(stack), format, again);
        }
        va_end(again);
        if (n > 0)
                obstack_blank_fast(stack, n);
        return n < 0 ? -1 : n;
}

/** obstack_vprintf with its arguments. */
int obstack_printf(struct obstack *restrict stack, const char *restrict format, ...)
{
        va_list args;
        int n;

        va_start(args, format);
        n = obstack_vprintf(stack, format, args);
        va_end(args);
        return n;
}

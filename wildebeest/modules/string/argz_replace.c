/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  what the manual says, with every length bounded by the vector's.
 * see:   GNU C Library manual, "Argz and Envz Vectors".
 */
#include <argz.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The length of the vector after the replacements; 0 when there would be too much of it. */
static size_t measure(const char *argz, size_t length, const char *string, const char *with)
{
        size_t taken = strlen(string), put = strlen(with), total = length;
        const char *end = argz + length, *found;

        while ((found = memmem(argz, (size_t)(end - argz), string, taken))) {
                total -= taken;
                if (__builtin_add_overflow(total, put, &total))
                        return 0;
                argz = found + taken;
        }
        return total;
}

/**
 * Replaces each occurrence of a string, which no entry's end interrupts, and adds the number of
 * changed entries to `*count` unless that is null; an empty string occurs nowhere. 0 or ENOMEM,
 * which changes nothing.
 */
error_t argz_replace(char **argz, size_t *length, const char *string, const char *with,
                     unsigned *count)
{
        size_t taken = strlen(string), put = strlen(with), total;
        const char *from = *argz, *end, *found, *entry = NULL;
        char *changed, *out;

        if (taken == 0 || *length == 0 || !memmem(from, *length, string, taken))
                return 0;
        end = from + *length;
        total = measure(from, *length, string, with);
        if (total == 0)
                return ENOMEM;
        changed = out = malloc(total);
        if (!changed)
                return ENOMEM;
        while ((found = memmem(from, (size_t)(end - from), string, taken))) {
                /* The first one of its entry: an entry ends between it and the last one. */
                if (count && (!entry || memchr(entry, '\0', (size_t)(found - entry))))
                        ++*count;
                entry = found;
                out = mempcpy(out, from, (size_t)(found - from));
                out = mempcpy(out, with, put);
                from = found + taken;
        }
        memcpy(out, from, (size_t)(end - from));
        free(*argz);
        *argz = changed;
        *length = total;
        return 0;
}

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "oom.h"

static long left = -1;
static int failed;
static int first = 1;

int oom_try(long n)
{
        if (n == 0)
                first = 1;
        if (!first && !failed) {
                left = -1;
                return 0;
        }
        first = 0;
        failed = 0;
        left = n;
        return 1;
}

int oom_end(void)
{
        left = -1;
        return failed;
}

/* Whether this allocation fails. */
static int fails(void)
{
        if (left < 0)
                return 0;
        if (left-- > 0)
                return 0;
        left = -1;
        failed = 1;
        errno = ENOMEM;
        return 1;
}

void *__real_malloc(size_t);
void *__real_calloc(size_t, size_t);
void *__real_realloc(void *, size_t);
void *__wrap_malloc(size_t);
void *__wrap_calloc(size_t, size_t);
void *__wrap_realloc(void *, size_t);
void *__wrap_reallocarray(void *, size_t, size_t);
char *__wrap_strdup(const char *);
char *__wrap_strndup(const char *, size_t);

void *__wrap_malloc(size_t n)
{
        return fails() ? NULL : __real_malloc(n);
}

void *__wrap_calloc(size_t n, size_t size)
{
        return fails() ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *p, size_t n)
{
        return fails() ? NULL : __real_realloc(p, n);
}

void *__wrap_reallocarray(void *p, size_t n, size_t size)
{
        if (size && n > (size_t)-1 / size) {
                errno = ENOMEM;
                return NULL;
        }
        return fails() ? NULL : __real_realloc(p, n * size);
}

char *__wrap_strndup(const char *s, size_t max)
{
        size_t n = strnlen(s, max);
        char *copy = fails() ? NULL : __real_malloc(n + 1);

        if (copy) {
                memcpy(copy, s, n);
                copy[n] = '\0';
        }
        return copy;
}

char *__wrap_strdup(const char *s)
{
        return __wrap_strndup(s, strlen(s));
}

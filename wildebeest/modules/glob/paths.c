/* Lists of paths. */
#include <stdlib.h>
#include <string.h>
#include "glob_internal.h"

int __lwb_glob_take(struct lwb_paths *paths, char *path)
{
        if (paths->n == paths->size) {
                size_t size = paths->size ? paths->size * 2 : 16;
                char **v = reallocarray(paths->v, size, sizeof *v);

                if (!v)
                        return GLOB_NOSPACE;
                paths->v = v;
                paths->size = size;
        }
        paths->v[paths->n++] = path;
        return 0;
}

int __lwb_glob_add(struct lwb_paths *paths, const char *a, size_t a_len, const char *b,
                   size_t b_len)
{
        /* Both are lengths of strings in memory, so that the sum cannot wrap. */
        char *path = malloc(a_len + b_len + 1);
        int status;

        if (!path)
                return GLOB_NOSPACE;
        memcpy(path, a, a_len);
        memcpy(path + a_len, b, b_len);
        path[a_len + b_len] = '\0';
        status = __lwb_glob_take(paths, path);
        if (status)
                free(path);
        return status;
}

void __lwb_glob_drop(struct lwb_paths *paths, size_t from)
{
        while (paths->n > from)
                free(paths->v[--paths->n]);
        if (!from) {
                free(paths->v);
                *paths = (struct lwb_paths){0};
        }
}

static int collate(const char *a, const char *b)
{
        int order = strcoll(a, b);

        return order ? order : strcmp(a, b);
}

/* Sorts `n` paths, stably; `other` has room for half as many. */
static void merge_sort(char **paths, size_t n, char **other)
{
        size_t half = n / 2, a = 0, b = half;

        if (n < 2)
                return;
        merge_sort(paths, half, other);
        merge_sort(paths + half, n - half, other);
        if (collate(paths[half - 1], paths[half]) <= 0)
                return;
        memcpy(other, paths, half * sizeof *paths);
        for (size_t i = 0; a < half; i++)
                paths[i] = b < n && collate(other[a], paths[b]) > 0 ? paths[b++] : other[a++];
}

int __lwb_glob_sort(struct lwb_paths *paths)
{
        char **half;

        if (paths->n < 2)
                return 0;
        half = reallocarray(NULL, paths->n / 2, sizeof *half);
        if (!half)
                return GLOB_NOSPACE;
        merge_sort(paths->v, paths->n, half);
        free(half);
        return 0;
}

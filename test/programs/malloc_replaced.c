/* A program that brings its own malloc: libc takes it for all that the program frees, and its own allocator stays out of it. */
#include <dirent.h>
#include <errno.h>
#include <link.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "tap.h"

enum { unit = 16, units = 1 << 16 };

/* Blocks follow each other, each after a unit that holds its size; nothing is used again. */
static _Alignas(unit) unsigned char memory[units * unit];
static size_t used;
static int live;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int is_ours(const void *block)
{
        return (uintptr_t)block - (uintptr_t)memory < sizeof memory;
}

void *malloc(size_t size)
{
        size_t all = 1 + size / unit + (size % unit != 0);
        unsigned char *block = NULL;

        pthread_mutex_lock(&lock);
        if (size < sizeof memory && all <= units - used) {
                block = memory + (used + 1) * unit;
                memcpy(block - unit, &size, sizeof size);
                used += all;
                live++;
        }
        pthread_mutex_unlock(&lock);
        if (block == NULL) errno = ENOMEM;
        return block;
}

void free(void *block)
{
        if (block == NULL) return;
        if (!is_ours(block)) abort();
        pthread_mutex_lock(&lock);
        live--;
        pthread_mutex_unlock(&lock);
}

void *calloc(size_t count, size_t size)
{
        void *block = size != 0 && count > SIZE_MAX / size ? (errno = ENOMEM, NULL) : malloc(count * size);

        return block == NULL ? NULL : memset(block, 0, count * size);
}

void *realloc(void *block, size_t size)
{
        void *grown = malloc(size);
        size_t before = 0;

        if (block != NULL) memcpy(&before, (unsigned char *)block - unit, sizeof before);
        if (grown == NULL) return NULL;
        if (block != NULL) memcpy(grown, block, before < size ? before : size);
        free(block);
        return grown;
}

/* Calls for work of libc's own as well: threads have a state in most allocators. */
static void *allocate(void *text)
{
        return strdup(text);
}

static int find_interpreter(struct dl_phdr_info *info, size_t size, void *found)
{
        (void)size;
        for (int i = 0; i < info->dlpi_phnum; i++) *(int *)found |= info->dlpi_phdr[i].p_type == PT_INTERP;
        /* The first is the program. */
        return 1;
}

int main(int argc, char **argv)
{
        int before = live, dynamic = 0;
        char *text = NULL, *line = NULL;
        size_t room = 0;
        pthread_t thread;
        void *made = NULL;
        DIR *folder;
        FILE *stream;

        (void)argc;
        ok(is_ours(text = strdup("a string")) && strcmp(text, "a string") == 0, "strdup: calls the program's malloc");
        free(text);
        ok(asprintf(&text, "%s-%d", "a", 7) == 3 && is_ours(text) && strcmp(text, "a-7") == 0, "asprintf: too");
        free(text);
        stream = open_memstream(&text, &room);
        for (int i = 0; stream != NULL && i < 3000; i++) fputc('x', stream);
        ok(stream != NULL && fclose(stream) == 0 && is_ours(text) && room == 3000, "open_memstream: what the program frees is the program's");
        free(text);
        room = 0;
        stream = fmemopen((char[]){"one line\n"}, 9, "r");
        ok(stream != NULL && getline(&line, &room, stream) == 9 && is_ours(line), "getline: too");
        free(line);
        if (stream != NULL) fclose(stream);
        folder = opendir("/");
        ok(folder != NULL && readdir(folder) != NULL && closedir(folder) == 0, "opendir, closedir: work with it");
        ok(pthread_create(&thread, NULL, allocate, argv[0]) == 0 && pthread_join(thread, &made) == 0 && is_ours(made), "a thread calls the program's malloc");
        free(made);
        is_int(live, before, "whatever libc took of it, it gave back");
        dl_iterate_phdr(find_interpreter, &dynamic);
        if (dynamic) {
                errno = 0;
                ok(aligned_alloc(64, 64) == NULL && errno == ENOMEM, "aligned_alloc: gives no block that the program's free does not know");
                ok(posix_memalign(&made, 64, 64) == ENOMEM, "posix_memalign: nor does it");
        }
        return done_testing();
}

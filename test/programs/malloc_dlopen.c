/*
 * Blocks that go to and fro between a program and a library that it loads; threads that leave blocks of the library's behind.
 * The library is this file too, with LIBRARY.
 */
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "tap.h"

/* What the library tells the program. */
struct library {
        char *made;
        void *(*allocate)(size_t);
        void (*release)(void *);
        int (*live)(void);
};

#ifdef LIBRARY

static pthread_key_t key;
static int live;
static struct library this;
static _Thread_local char large[5000] = "of its own";

static void *allocate(size_t size)
{
        char *block = malloc(size);

        if (block == NULL) return NULL;
        memset(block, 6, size);
        if (strcmp(large, "of its own") != 0) abort();
        if (pthread_getspecific(key) == NULL) {
                __atomic_add_fetch(&live, 1, __ATOMIC_SEQ_CST);
                pthread_setspecific(key, malloc(100));
        }
        return block;
}

static void leave(void *block)
{
        __atomic_sub_fetch(&live, 1, __ATOMIC_SEQ_CST);
        free(block);
}

static int count_live(void)
{
        return __atomic_load_n(&live, __ATOMIC_SEQ_CST);
}

__attribute__((constructor)) static void begin(void)
{
        pthread_key_create(&key, leave);
        this = (struct library){strdup("made by a constructor"), allocate, free, count_live};
}

const struct library *library(void)
{
        return &this;
}

#else

static const struct library *loaded;

static void *work(void *unused)
{
        void *blocks[40];

        (void)unused;
        for (int i = 0; i < 40; i++) blocks[i] = i % 2 ? loaded->allocate(i * 50 + 1) : malloc(i * 50 + 1);
        for (int i = 0; i < 40; i++) (i % 3 ? loaded->release : free)(blocks[i]);
        /* Its message is of the thread, and libc's to free. */
        return dlopen("no-such-library.so", RTLD_NOW) == NULL && dlerror() != NULL ? &loaded : NULL;
}

int main(int argc, char **argv)
{
        const struct library *(*library)(void);
        char name[4096], *block;
        int good = 1;

        (void)argc;
        snprintf(name, sizeof name, "%s.so", argv[0]);
        library = (const struct library *(*)(void))dlsym(dlopen(name, RTLD_NOW), "library");
        ok(library != NULL, "dlopen: %s", library != NULL ? "the library is loaded" : dlerror());
        if (library == NULL) return done_testing();
        loaded = library();
        ok(strcmp(loaded->made, "made by a constructor") == 0, "a block that its constructor made");
        free(loaded->made);
        loaded->release(malloc(70000));
        block = loaded->allocate(70000);
        ok(block != NULL && block[69999] == 6, "a block of the library");
        free(block);
        for (int round = 0; round < 50; round++) {
                pthread_t threads[8];
                void *result;
                for (int i = 0; i < 8; i++) good &= pthread_create(&threads[i], NULL, work, NULL) == 0;
                for (int i = 0; i < 8; i++) good &= pthread_join(threads[i], &result) == 0 && result == &loaded;
        }
        ok(good, "threads free each other's side's blocks, and dlopen fails in each");
        is_int(loaded->live(), 1, "the library's destructors of thread-specific data ran, and freed; the first thread lives");
        return done_testing();
}

#endif

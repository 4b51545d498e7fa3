/* 200,000 random operations on obstacks, compared with what objects must hold. */
#include <obstack.h>
#include <stdint.h>
#include "tap.h"

#if defined(__GLIBC__) && defined(__clang__)
/* The macros of glibc's header calculate with null pointers, and store at odd addresses. */
#pragma clang attribute push(__attribute__((no_sanitize("pointer-overflow", "alignment"))),        \
                             apply_to = function)
#endif

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

#define OBJECTS 400
#define SIZE 700

static uint64_t state;

static unsigned pick(unsigned n)
{
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (unsigned)(state >> 33) % n;
}

static struct object {
        unsigned char *at;
        unsigned char *copy;
        unsigned size;
} objects[OBJECTS + 1];

static unsigned char grown[8 * SIZE + 1];
static unsigned size, count;
static struct obstack o;

/* glibc's header has no prototype of it. */
int _obstack_allocated_p(struct obstack *, void *);

static void noted(unsigned n, const unsigned char *bytes)
{
        memcpy(grown + size, bytes, n);
        size += n;
}

static void grow(void)
{
        unsigned char bytes[SIZE];
        unsigned n = pick(4) ? pick(40) : pick(SIZE);
        int number = (int)pick(1u << 30);
        void *pointer = bytes;

        for (unsigned i = 0; i < n; i++)
                bytes[i] = (unsigned char)pick(256);
        switch (pick(7)) {
        case 0:
                obstack_1grow(&o, (char)n);
                noted(1, &(unsigned char){(unsigned char)n});
                break;
        case 1:
                obstack_int_grow(&o, number);
                noted(sizeof number, (unsigned char *)&number);
                break;
        case 2:
                obstack_ptr_grow(&o, pointer);
                noted(sizeof pointer, (unsigned char *)&pointer);
                break;
        case 3:
                obstack_blank(&o, (int)n);
                memcpy((char *)obstack_next_free(&o) - n, bytes, n);
                noted(n, bytes);
                break;
        case 4:
                n = pick(size + 1);
                obstack_blank(&o, -(int)n);
                size -= n;
                break;
        case 5:
                if (size + n >= 8 * SIZE)
                        break;
                obstack_grow0(&o, bytes, n);
                noted(n, bytes);
                noted(1, (const unsigned char *)"");
                break;
        default:
                obstack_grow(&o, bytes, n);
                noted(n, bytes);
        }
}

static int finish(void)
{
        struct object *object = &objects[count++];
        uintptr_t mask = (uintptr_t)obstack_alignment_mask(&o);

        *object = (struct object){obstack_finish(&o), malloc(size + 1), size};
        require(object->copy);
        memcpy(object->copy, grown, size);
        size = 0;
        return !object->size || !((uintptr_t)object->at & mask);
}

static int all_hold(void)
{
        for (unsigned i = 0; i < count; i++) {
                if (memcmp(objects[i].at, objects[i].copy, objects[i].size) != 0 ||
                    (objects[i].size && !_obstack_allocated_p(&o, objects[i].at)))
                        return 0;
        }
        return obstack_object_size(&o) == size && !memcmp(obstack_base(&o), grown, size);
}

static void forget(unsigned from)
{
        while (count > from)
                free(objects[--count].copy);
        size = 0;
}

static int run(uint64_t seed)
{
        state = seed * 0x9e3779b97f4a7c15u + 1;
        obstack_specify_allocation(&o, (int)pick(600), 1 << pick(6), malloc, free);
        for (unsigned step = 0; step < 2000; step++) {
                unsigned what = pick(100);

                if (what < 70 && size < 6 * SIZE)
                        grow();
                else if (what < 96 && count < OBJECTS && !finish())
                        return 0;
                else if (what >= 96 && count && !size) {
                        unsigned from = pick(count);

                        /* Objects of no bytes may have the address of others. */
                        while (from && objects[from - 1].at == objects[from].at)
                                from--;
                        obstack_free(&o, objects[from].at);
                        forget(from);
                }
                if (step % 16 == 0 && !all_hold())
                        return 0;
        }
        if (!all_hold())
                return 0;
        forget(0);
        obstack_free(&o, NULL);
        return 1;
}

int main(void)
{
        for (uint64_t seed = 1; seed <= 100; seed++) {
                if (!run(seed)) {
                        note("seed %llu", (unsigned long long)seed);
                        ok(0, "obstack: objects hold what they were given");
                        return done_testing();
                }
        }
        ok(1, "obstack: objects hold what they were given");
        return done_testing();
}

#if defined(__GLIBC__) && defined(__clang__)
#pragma clang attribute pop
#endif

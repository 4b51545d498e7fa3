/*
 * glibc: has it; equal elements keep their order.
 * musl:  lacks it before 1.2.3; since then it has one that does not keep it.
 * here:  a merge sort; a heap sort, in place, when there is no memory for it.
 * see:   qsort_r(3); POSIX.1-2024, qsort.
 */
#include <errno.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
        /* Longer elements are sorted through pointers, and moved once. */
        MAX_MOVED = 32,
        ON_STACK = 1024,
};

struct order {
        int (*compare)(const void *, const void *, void *);
        void *argument;
        size_t size;
        bool indirect;
};

static int compare(const struct order *order, const char *a, const char *b)
{
        if (order->indirect)
                return order->compare(*(char *const *)(const void *)a,
                                      *(char *const *)(const void *)b, order->argument);
        return order->compare(a, b, order->argument);
}

/* memcpy of few bytes; musl's takes longer to begin than that. */
static void copy(char *to, const char *from, size_t size)
{
        for (; size >= 8; size -= 8, to += 8, from += 8)
                memcpy(to, from, 8);
        if (size & 4) {
                memcpy(to, from, 4);
                to += 4, from += 4;
        }
        for (size_t i = 0; i < (size & 3); i++)
                to[i] = from[i];
}

/* Sorts n elements; `spare` has room for n / 2. Recursion is as deep as n has bits. */
static void merge_sort(const struct order *order, char *base, size_t n, char *spare)
{
        size_t size = order->size, left = n / 2, right = n - left;
        char *out = base, *b = base + left * size;

        if (n < 2)
                return;
        merge_sort(order, base, left, spare);
        merge_sort(order, b, right, spare);
        if (compare(order, b - size, b) <= 0)
                return;
        memcpy(spare, base, left * size);
        while (left && right) {
                bool first = compare(order, spare, b) <= 0;

                copy(out, first ? spare : b, size);
                out += size;
                spare += first ? size : 0;
                b += first ? 0 : size;
                left -= first;
                right -= !first;
        }
        memcpy(out, spare, left * size);
}

static void swap(char *a, char *b, size_t size)
{
        char part[256];

        for (size_t n; size; size -= n, a += n, b += n) {
                n = size < sizeof part ? size : sizeof part;
                memcpy(part, a, n);
                memcpy(a, b, n);
                memcpy(b, part, n);
        }
}

/* Lets the element at `root` sink in the heap of n. */
static void sift(const struct order *order, char *base, size_t root, size_t n)
{
        size_t size = order->size;

        while (root < n / 2) {
                size_t child = 2 * root + 1;

                if (child + 1 < n &&
                    compare(order, base + child * size, base + (child + 1) * size) < 0)
                        child++;
                if (compare(order, base + root * size, base + child * size) >= 0)
                        return;
                swap(base + root * size, base + child * size, size);
                root = child;
        }
}

static void heap_sort(const struct order *order, char *base, size_t n)
{
        for (size_t root = n / 2; root--;)
                sift(order, base, root, n);
        while (n > 1) {
                swap(base, base + --n * order->size, order->size);
                sift(order, base, 0, n);
        }
}

/* Puts element pointers[i] at place i, cycle by cycle. */
static void arrange(char *base, char **pointers, size_t n, size_t size, char *spare)
{
        for (size_t i = 0; i < n; i++) {
                size_t to = i;

                if (pointers[i] == base + i * size)
                        continue;
                memcpy(spare, base + i * size, size);
                for (;;) {
                        char *place = base + to * size, *from = pointers[to];

                        pointers[to] = place;
                        if (from == base + i * size) {
                                memcpy(place, spare, size);
                                break;
                        }
                        memcpy(place, from, size);
                        to = (size_t)(from - base) / size;
                }
        }
}

/* Whether there was memory to sort through pointers. */
static bool sort_indirectly(struct order order, char *base, size_t n)
{
        size_t size = order.size, bytes;
        char **pointers, *memory;

        /* n pointers, n / 2 more to merge them, and one element. */
        if (__builtin_mul_overflow(n + n / 2, sizeof *pointers, &bytes) ||
            __builtin_add_overflow(bytes, size, &bytes))
                return false;
        memory = malloc(bytes);
        if (!memory)
                return false;
        pointers = (char **)(void *)memory;
        for (size_t i = 0; i < n; i++)
                pointers[i] = base + i * size;
        order.indirect = true;
        order.size = sizeof *pointers;
        merge_sort(&order, memory, n, (char *)(pointers + n));
        arrange(base, pointers, n, size, (char *)(pointers + n + n / 2));
        free(memory);
        return true;
}

static bool sort_directly(const struct order *order, char *base, size_t n)
{
        size_t bytes = n / 2 * order->size;
        /* So aligned as an element of this size may want to be: malloc's memory is not always. */
        alignas(MAX_MOVED) char on_stack[ON_STACK];
        char *spare = on_stack, *memory = NULL;

        if (bytes > sizeof on_stack) {
                memory = malloc(bytes + MAX_MOVED - 1);
                if (!memory)
                        return false;
                spare = memory + (-(uintptr_t)memory & (MAX_MOVED - 1));
        }
        merge_sort(order, base, n, spare);
        free(memory);
        return true;
}

/** qsort with an argument for the comparison; stable while there is memory for half the array. */
void qsort_r(void *base, size_t n, size_t size, int (*function)(const void *, const void *, void *),
             void *argument)
{
        struct order order = {function, argument, size, false};
        int saved = errno;
        bool done;

        if (n < 2 || size == 0)
                return;
        done = size > MAX_MOVED ? sort_indirectly(order, base, n) : sort_directly(&order, base, n);
        if (!done)
                heap_sort(&order, base, n);
        errno = saved;
}

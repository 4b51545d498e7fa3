/*
 * 1,000,000 elements sorted. musl has had a qsort_r of its own since 1.2.3, which the module leaves
 * alone; the module's, for older ones, is included under a name of its own. On glibc both are
 * glibc's.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "timing.h"

#ifdef __GLIBC__
#define module_qsort_r qsort_r
#else
void module_qsort_r(void *, size_t, size_t, int (*)(const void *, const void *, void *), void *);
#define qsort_r module_qsort_r
#include "../wildebeest/modules/stdlib/qsort_r.c"
#undef qsort_r
#endif

enum { COUNT = 1000000 };

struct record {
        uint32_t key;
        char data[28];
};

static uint32_t numbers[COUNT];
static struct record records[COUNT];

static int by_number(const void *a, const void *b, void *unused)
{
        uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

        (void)unused;
        return (x > y) - (x < y);
}

/* xorshift32: the same numbers each time. */
static void fill(void)
{
        uint32_t state = 1;

        for (uint32_t i = 0; i < COUNT; i++) {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                numbers[i] = records[i].key = state;
        }
}

#define SORT(what, sort, base) MEASURE(what, 1, sort(base, COUNT, sizeof *(base), by_number, NULL))

int main(void)
{
        fill();
        SORT("numbers", module_qsort_r, numbers);
        SORT("records of 32 bytes", module_qsort_r, records);
        SORT("sorted numbers", module_qsort_r, numbers);
        fill();
        SORT("libc's own, numbers", qsort_r, numbers);
        SORT("libc's own, records of 32 bytes", qsort_r, records);
        SORT("libc's own, sorted numbers", qsort_r, numbers);
        return 0;
}

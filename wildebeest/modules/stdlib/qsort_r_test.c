/* Our qsort_r under a name of its own, for libc has one since musl 1.2.3. */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include "oom.h"
#include "tap.h"

void qsort_r(void *, size_t, size_t, int (*)(const void *, const void *, void *), void *);

struct context {
        long calls;
};

/* Orders by the first byte alone, so that the other bytes show whether equal elements stay in
 * order. */
static int by_first_byte(const void *a, const void *b, void *argument)
{
        struct context *context = argument;

        context->calls++;
        return *(const unsigned char *)a - *(const unsigned char *)b;
}

static int inconsistent(const void *a, const void *b, void *argument)
{
        struct context *context = argument;

        (void)a;
        (void)b;
        return (int)(context->calls++ * 2654435761u >> 7 & 3) - 1;
}

static int by_double(const void *a, const void *b, void *argument)
{
        double x = *(const double *)a, y = *(const double *)b;

        ++*(long *)argument;
        return (x > y) - (x < y);
}

static uint32_t next(void)
{
        static uint32_t state = 2463534242u;

        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state;
}

/* An insertion sort to compare with: the stable order by the first byte. */
static void insert_all(unsigned char *base, size_t n, size_t size)
{
        unsigned char element[300];

        for (size_t i = 1; i < n; i++) {
                size_t at = i;

                memcpy(element, base + i * size, size);
                while (at && base[(at - 1) * size] > element[0])
                        at--;
                memmove(base + (at + 1) * size, base + at * size, (i - at) * size);
                memcpy(base + at * size, element, size);
        }
}

static int same_multiset(const unsigned char *a, const unsigned char *b, size_t bytes)
{
        long counts[256] = {0};

        for (size_t i = 0; i < bytes; i++)
                counts[a[i]]++, counts[b[i]]--;
        for (int i = 0; i < 256; i++)
                if (counts[i])
                        return 0;
        return 1;
}

static int sorted(const unsigned char *base, size_t n, size_t size)
{
        for (size_t i = 1; i < n; i++)
                if (base[(i - 1) * size] > base[i * size])
                        return 0;
        return 1;
}

int main(void)
{
        static const size_t sizes[] = {1, 2, 3, 4, 7, 8, 12, 16, 24, 31, 32, 33, 100, 255, 300};
        enum { MAX = 200, LARGE = 1 << 17 };
        static unsigned char a[MAX * 300], b[MAX * 300];
        static uint64_t large[LARGE];
        static double doubles[1000];
        struct context context = {0};
        long calls = 0;
        int bad;

        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
                size_t size = sizes[s];

                bad = 0;
                for (size_t n = 0; n <= MAX; n += n < 20 ? 1 : 9) {
                        unsigned values = n % 3 == 0 ? 256 : n % 3 == 1 ? 4 : 1;

                        for (size_t i = 0; i < n * size; i++)
                                a[i] = (unsigned char)(i % size ? next() : next() % values);
                        memcpy(b, a, n * size);
                        qsort_r(a, n, size, by_first_byte, &context);
                        insert_all(b, n, size);
                        bad += memcmp(a, b, n * size) != 0;
                }
                is_int(bad, 0, "qsort_r: stable, elements of %zu bytes", size);
        }

        memcpy(b, a, sizeof a);
        context.calls = 0;
        errno = 4711;
        qsort_r(a, 10, 0, by_first_byte, &context);
        qsort_r(a, 0, 10, by_first_byte, &context);
        qsort_r(a, 1, 10, by_first_byte, &context);
        ok(!memcmp(a, b, sizeof a) && context.calls == 0, "qsort_r: nothing to sort");

        for (int pattern = 0; pattern < 5; pattern++) {
                for (size_t i = 0; i < LARGE; i++)
                        large[i] = pattern == 0   ? i
                                   : pattern == 1 ? LARGE - i
                                   : pattern == 2 ? 7
                                   : pattern == 3 ? (i % 2 ? i : LARGE - i)
                                                  : next();
                context.calls = 0;
                qsort_r(large, LARGE, sizeof *large, by_first_byte, &context);
                ok(context.calls <= 17L * LARGE &&
                       sorted((unsigned char *)large, LARGE, sizeof *large),
                   "qsort_r: n log n comparisons, pattern %d", pattern);
        }
        for (size_t i = 0; i < 1000; i++)
                doubles[i] = (double)(next() % 500) / 3;
        qsort_r(doubles, 1000, sizeof *doubles, by_double, &calls);
        bad = 0;
        for (size_t i = 1; i < 1000; i++)
                bad += doubles[i - 1] > doubles[i];
        ok(bad == 0 && calls > 1000, "qsort_r: doubles, with the argument");

        for (size_t i = 0; i < sizeof a; i++)
                a[i] = (unsigned char)next();
        for (size_t size = 1; size <= 100; size += 33) {
                memcpy(b, a, MAX * size);
                qsort_r(a, MAX, size, inconsistent, &context);
                ok(same_multiset(a, b, MAX * size),
                   "qsort_r: a comparison without order loses nothing, elements of %zu bytes",
                   size);
        }
        is_int(errno, 4711, "qsort_r: leaves errno");

        for (size_t size = 4; size <= 300; size += 74) {
                for (long n = 0; oom_try(n); n++) {
                        size_t count = MAX * 300 / size;
                        long limit = 0;
                        int failed;

                        for (size_t i = 0; i < count * size; i++)
                                a[i] = (unsigned char)next();
                        memcpy(b, a, count * size);
                        for (size_t left = count; left; left /= 2)
                                limit += 2 * (long)count;
                        context.calls = 0;
                        errno = 4711;
                        qsort_r(a, count, size, by_first_byte, &context);
                        failed = oom_end();
                        ok(sorted(a, count, size) && same_multiset(a, b, count * size) &&
                               context.calls <= limit && errno == 4711,
                           "qsort_r: %s memory, elements of %zu bytes", failed ? "without" : "with",
                           size);
                }
        }
        return done_testing();
}

/*
 * What musl promises of malloc and its relatives, whichever allocator it has: limits, errors, alignment, contents, threads
 * that come and go, fork among threads, little memory.
 */
#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include "tap.h"

static volatile size_t huge = PTRDIFF_MAX;

static void test_errors(void)
{
        static const size_t sizes[] = {1, 100, 5000, 200000, 8 << 20};
        char *block = malloc(100);
        void *aligned = NULL;
        int kept = 1;

        memset(block, 5, 100);
        errno = 0;
        ok(malloc(huge + 1) == NULL && errno == ENOMEM, "malloc: more than PTRDIFF_MAX is ENOMEM");
        errno = 0;
        ok(malloc(huge) == NULL && errno == ENOMEM, "malloc: PTRDIFF_MAX is ENOMEM");
        errno = 0;
        ok(calloc(huge, 4) == NULL && errno == ENOMEM, "calloc: a product that overflows is ENOMEM");
        errno = 0;
        ok(realloc(block, huge + 1) == NULL && errno == ENOMEM && block[99] == 5, "realloc: ENOMEM leaves the block");
        errno = 0;
        ok(reallocarray(block, huge, 4) == NULL && errno == ENOMEM && block[0] == 5, "reallocarray: as realloc");
        errno = 0;
        ok(aligned_alloc(3, 64) == NULL && errno == EINVAL, "aligned_alloc: no power of two is EINVAL");
        is_int(posix_memalign(&aligned, 24, 64), EINVAL, "posix_memalign: no power of two is EINVAL");
        is_int(posix_memalign(&aligned, 64, huge), ENOMEM, "posix_memalign: too much is ENOMEM");
        free(block);
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
                block = malloc(sizes[i]);
                errno = 77;
                free(block);
                kept = kept && errno == 77;
        }
        errno = 77;
        free(NULL);
        ok(kept && errno == 77, "free: errno stays");
}

static void test_alignment(void)
{
        int good = 1;

        for (size_t size = 0; size < 600; size++) {
                char *block = malloc(size);

                good = good && block != NULL && (uintptr_t)block % alignof(max_align_t) == 0 && malloc_usable_size(block) >= size;
                free(block);
        }
        ok(good, "malloc: blocks are aligned for everything and as large as asked for");
        good = 1;
        for (size_t alignment = sizeof(void *); alignment <= 1 << 20; alignment *= 2)
                for (size_t size = 1; size < 300000; size = size * 7 + 1) {
                        void *a = aligned_alloc(alignment, size);
                        void *b = NULL;

                        good = good && posix_memalign(&b, alignment, size) == 0;
                        good = good && a != NULL && (uintptr_t)a % alignment == 0 && (uintptr_t)b % alignment == 0;
                        memset(a, 1, size);
                        memset(b, 2, size);
                        a = realloc(a, size * 2);
                        good = good && *(char *)a == 1;
                        free(a);
                        free(b);
                }
        ok(good, "aligned_alloc, posix_memalign: aligned up to 1 MiB, and realloc takes the block");
        is_int(malloc_usable_size(NULL), 0, "malloc_usable_size: 0 for a null pointer");
}

static void test_contents(void)
{
        char *block = NULL, *other = malloc(0), *third = malloc(0);
        size_t before = 0;
        int good = 1;

        ok(other != NULL && third != NULL && other != third, "malloc: 0 bytes are a block of their own");
        free(third);
        other = realloc(other, 0);
        ok(other != NULL, "realloc: to 0 gives a block");
        free(other);
        for (size_t size = 1; size < 6 << 20; before = size, size = size * 3 / 2 + 1) {
                block = realloc(block, size);
                require(block != NULL);
                for (size_t i = 0; i < before; i += 97)
                        good = good && block[i] == (char)(i * 31);
                for (size_t i = 0; i < size; i += 97)
                        block[i] = (char)(i * 31);
        }
        for (size_t size = before; size > 0; size /= 3) {
                block = realloc(block, size);
                for (size_t i = 0; i < size; i += 97)
                        good = good && block[i] == (char)(i * 31);
        }
        free(block);
        ok(good, "realloc: what is in the block stays, up and down");
        good = 1;
        for (size_t size = 8; size < 3 << 20; size = size * 5 / 3) {
                block = malloc(size);
                memset(block, 0xa5, size);
                free(block);
                block = calloc(size / 4, 4);
                for (size_t i = 0; i < size / 4 * 4; i++)
                        good = good && block[i] == 0;
                free(block);
        }
        ok(good, "calloc: zero, also where others have been");
}

/* The next of a sequence that needs no lock: a linear congruential generator. */
static unsigned int next(unsigned int *state)
{
        *state = *state * 1664525 + 1013904223;
        return *state >> 8;
}

static void churn(unsigned int seed, int rounds)
{
        char *blocks[40] = {0};
        size_t sizes[40] = {0};

        for (int i = 0; i < rounds; i++) {
                unsigned int slot = next(&seed) % 40;

                for (size_t at = 0; at < sizes[slot]; at += 4096)
                        if (blocks[slot][at] != (char)slot)
                                abort();
                free(blocks[slot]);
                sizes[slot] = next(&seed) % (next(&seed) % 50 == 0 ? 300000 : 2000) + 1;
                blocks[slot] = malloc(sizes[slot]);
                if (blocks[slot] == NULL)
                        abort();
                memset(blocks[slot], (int)slot, sizes[slot]);
        }
        for (int i = 0; i < 40; i++)
                free(blocks[i]);
}

/*
 * Blocks of all sizes from `least` to 2^`octaves` times that, which an allocator keeps or cuts for each other, `slots` at a
 * time: none overlaps another, calloc's are zero.
 */
static void test_sizes(const char *name, size_t least, unsigned int octaves, unsigned int slots)
{
        static struct {
                char *block;
                size_t size;
        } held[200];
        unsigned int seed = 7;
        int intact = 1, aligned = 1, zero = 1;

        memset(held, 0, sizeof held);
        for (unsigned int i = 0; i < 80 * slots; i++) {
                unsigned int slot = next(&seed) % slots, way = next(&seed) % 8;
                size_t size = (least << next(&seed) % octaves) + next(&seed) % least;
                char *block;

                for (size_t at = 0; at < held[slot].size; at += 4096)
                        intact = intact && held[slot].block[at] == (char)slot;
                intact = intact && (held[slot].size == 0 || held[slot].block[held[slot].size - 1] == (char)slot);
                free(held[slot].block);
                block = way == 0 ? calloc(1, size) : way == 1 ? aligned_alloc(8192, (size + 8191) & ~(size_t)8191) : malloc(size);
                require(block != NULL);
                aligned = aligned && (uintptr_t)block % (way == 1 ? 8192 : _Alignof(max_align_t)) == 0;
                for (size_t at = 0; way == 0 && at < size; at += 512)
                        zero = zero && block[at] == 0;
                for (size_t at = 0; at < size; at += 4096)
                        block[at] = (char)slot;
                block[size - 1] = (char)slot;
                held[slot].block = block;
                held[slot].size = size;
        }
        for (unsigned int i = 0; i < slots; i++)
                free(held[i].block);
        ok(intact, "malloc: %s blocks of many sizes, each its own", name);
        ok(aligned, "malloc: %s blocks are aligned", name);
        ok(zero, "calloc: %s blocks are zero, also where others have been", name);
}

static pthread_key_t key;

static void destroy(void *block)
{
        free(block);
        free(malloc(3000));
}

static void *brief(void *number)
{
        char *block = malloc(64);

        block[0] = 1;
        pthread_setspecific(key, malloc(100));
        free(block);
        return malloc((uintptr_t)number % 500);
}

static volatile int stop;

static void *busy(void *seed)
{
        while (!stop)
                churn((unsigned int)(uintptr_t)seed, 200);
        return NULL;
}

static void tick(int signal)
{
        (void)signal;
}

static void test_threads(int threads)
{
        pthread_t running[50];
        void *left;
        int started = 0, forked = 0;

        require(pthread_key_create(&key, destroy) == 0);
        for (int i = 0; i < threads / 50; i++) {
                for (int j = 0; j < 50; j++)
                        started += pthread_create(&running[j], NULL, brief, (void *)(uintptr_t)j) == 0;
                for (int j = 0; j < 50; j++) {
                        pthread_join(running[j], &left);
                        free(left);
                }
        }
        is_int(started, threads / 50 * 50, "threads: many that live briefly, what they leave freed by another");
        signal(SIGALRM, tick);
        setitimer(ITIMER_REAL, &(struct itimerval){{0, 2000}, {0, 2000}}, NULL);
        for (int j = 0; j < 4; j++)
                require(pthread_create(&running[j], NULL, busy, (void *)(uintptr_t)(j + 1)) == 0);
        for (int i = 0; i < 40; i++) {
                pid_t child = fork();
                int status;

                if (child == 0) {
                        churn((unsigned int)i, 300);
                        _exit(33);
                }
                while (waitpid(child, &status, 0) < 0)
                        require(errno == EINTR);
                forked += WIFEXITED(status) && WEXITSTATUS(status) == 33;
        }
        is_int(forked, 40, "fork: among threads that allocate, under a storm of signals, the child allocates");
        setitimer(ITIMER_REAL, &(struct itimerval){{0, 0}, {0, 0}}, NULL);
        stop = 1;
        for (int j = 0; j < 4; j++)
                pthread_join(running[j], NULL);
        ok(1, "threads: ended");
}

/* In a child: 32 MiB of addresses, as `ulimit -v 32768` allows. */
static void test_little_memory(void)
{
        pid_t child = fork();
        int status;

        if (child == 0) {
                struct rlimit limit = {32 << 20, 32 << 20};
                void **list = NULL, **block;
                size_t got = 0;

                setrlimit(RLIMIT_AS, &limit);
                while (got < 40 << 20 && (block = malloc(10000)) != NULL) {
                        *block = list;
                        list = block;
                        got += 10000;
                }
                /* An emulator does not limit its own memory for the program's sake. */
                if (got >= 40 << 20)
                        _exit(34);
                if (got < 8 << 20 || errno != ENOMEM)
                        _exit(35);
                while (list != NULL) {
                        void **rest = *list;

                        free(list);
                        list = rest;
                }
                _exit(malloc(100) != NULL && malloc(10000) != NULL ? 33 : 36);
        }
        require(waitpid(child, &status, 0) == child);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 34)
                note("the limit of addresses is not kept here");
        else
                ok(WIFEXITED(status) && WEXITSTATUS(status) == 33, "32 MiB of addresses: ENOMEM, and after free all is well (status %x)", status);
}

int main(int argc, char **argv)
{
        (void)argv;
        test_errors();
        test_alignment();
        test_contents();
        test_sizes("medium", 4096, 6, 200);
        test_sizes("large", 65536, 6, 24);
        test_little_memory();
        test_threads(argc > 3 ? 1000 : 10000);
        return done_testing();
}

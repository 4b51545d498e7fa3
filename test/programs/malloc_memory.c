/* What LLVM's Scudo does with memory that was freed: it serves blocks of other sizes, and goes back to the kernel. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "tap.h"

enum { MIB = 1 << 20 };

/* Resident memory, bytes. In KiB, as an emulator's pages are not the kernel's. */
static long resident(void)
{
        char line[256];
        long value = 0;
        FILE *file = fopen("/proc/self/status", "r");

        require(file != NULL);
        while (fgets(line, sizeof line, file))
                if (!strncmp(line, "VmRSS:", 6))
                        value = strtol(line + 6, NULL, 10);
        fclose(file);
        return value * 1024;
}

static char *blocks[(32 * MIB) / 64];

/* Allocates and uses `bytes` in blocks of `size`; returns how many. */
static size_t fill(size_t bytes, size_t size)
{
        size_t count = bytes / size;

        for (size_t i = 0; i < count; i++) {
                blocks[i] = malloc(size);
                require(blocks[i] != NULL);
                memset(blocks[i], 1, size);
        }
        return count;
}

static void empty(size_t count)
{
        for (size_t i = 0; i < count; i++)
                free(blocks[i]);
}

static void test_shared(void)
{
        long before = resident(), after;

        empty(fill(24 * MIB, 20000));
        empty(fill(24 * MIB, 100000));
        empty(fill(24 * MIB, 9000));
        after = resident();
        ok(after - before < 32 * MIB, "malloc: what was freed serves blocks of other sizes (%ld KiB more)", (after - before) >> 10);
}

/* A second later, and at a free of whatever: of a size that none of the others had. */
static void test_back(const char *name, size_t size)
{
        long before = resident(), most, after;
        size_t count = fill(32 * MIB, size);

        most = resident();
        empty(count);
        nanosleep(&(struct timespec){1, 100000000}, NULL);
        for (int i = 0; i < 20; i++)
                free(malloc(1700));
        after = resident();
        ok(most - before > 24 * MIB && after - before < 8 * MIB,
           "free: %s blocks go back within a second, at the next calls (%ld KiB more, were %ld)", name, (after - before) >> 10,
           (most - before) >> 10);
}

/* Who writes beyond a block of what lies below an arena must not reach what the arena knows of its own. */
static void test_guard(void)
{
        char *block = malloc(20000);
        uintptr_t arena = (uintptr_t)block & ~((uintptr_t)2 * MIB - 1);
        int ends[2];

        require(pipe(ends) == 0);
        ok(write(ends[1], block, 1) == 1, "malloc: a medium block can be read");
        errno = 0;
        ok(write(ends[1], (void *)arena, 1) == -1 && errno == EFAULT, "malloc: the first page of its arena can not");
        free(block);
}

int main(void)
{
        test_guard();
        /* The table of blocks is resident from now on. */
        memset(blocks, 1, sizeof blocks);
        test_back("small", 64);
        test_back("two KB", 2000);
        test_back("medium", 20000);
        test_back("large", 300000);
        test_shared();
        return done_testing();
}

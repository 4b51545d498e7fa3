/* What LLVM's Scudo says of a heap that is misused: one line, then SIGABRT. */
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "tap.h"

/* Out of the optimizer's sight. */
static void *volatile hidden;

static void free_twice(size_t size)
{
        hidden = malloc(size);
        free(hidden);
        free(hidden);
}

static void small_twice(void)
{
        free_twice(40);
}

static void medium_twice(void)
{
        free_twice(20000);
}

/* Its neighbour was freed too, and both are one free run. */
static void joined_twice(void)
{
        char *neighbour = malloc(20000);

        hidden = malloc(20000);
        free(neighbour);
        free(hidden);
        free(hidden);
}

/* Where a block could begin, with the header of one. */
static void copied_header(void)
{
        char *block = malloc(20000);

        memcpy(block - 16 + 4096, block - 16, 16);
        hidden = block + 4096;
        free(hidden);
}

static void large_twice(void)
{
        free_twice(300000);
}

/* So large that it goes back to the kernel at once. */
static void unmapped_twice(void)
{
        free_twice(64 << 20);
}

static void inside(void)
{
        hidden = malloc(400);
        free((char *)hidden + 64);
}

static void misaligned(void)
{
        hidden = malloc(400);
        free((char *)hidden + 1);
}

static void no_block(void)
{
        static char block[4096];

        hidden = block + 256;
        free(hidden);
}

static void header(void)
{
        hidden = malloc(40);
        /* The size, in the eight bytes that are sixteen before a block. */
        ((char *)hidden)[-14] ^= 0x55;
        free(hidden);
}

static void medium_header(void)
{
        hidden = malloc(20000);
        ((char *)hidden)[-14] ^= 0x55;
        free(hidden);
}

static void resized(void)
{
        hidden = malloc(40);
        free(hidden);
        hidden = realloc(hidden, 400);
}

static void unmapped_resized(void)
{
        hidden = malloc(64 << 20);
        free(hidden);
        hidden = realloc(hidden, 400);
}

/* So much that blocks leave a quarantine of 64 KiB. */
static void churn(void)
{
        for (int i = 0; i < 2000; i++)
                free(malloc(500));
}

static void written(void)
{
        hidden = malloc(40);
        free(hidden);
        ((char *)hidden)[39] = 1;
        churn();
}

static void written_large(void)
{
        hidden = malloc(5000);
        free(hidden);
        ((char *)hidden)[0] = 1;
        churn();
}

/* An emulator says a word of its own on file 2 where the signal ends a program. */
static void aborted(int number)
{
        (void)number;
        _exit(77);
}

static void test(const char *name, void (*misuse)(void), const char *says)
{
        char text[1000] = "";
        size_t length = 0;
        ssize_t n;
        int ends[2], status;
        pid_t child;

        require(pipe(ends) == 0);
        child = fork();
        if (child == 0) {
                dup2(ends[1], 2);
                signal(SIGABRT, aborted);
                misuse();
                _exit(0);
        }
        close(ends[1]);
        while ((n = read(ends[0], text + length, sizeof text - 1 - length)) > 0)
                length += (size_t)n;
        close(ends[0]);
        require(waitpid(child, &status, 0) == child);
        text[length] = '\0';
        ok(strncmp(text, "Scudo ERROR: ", 13) == 0 && strstr(text, says) != NULL && strchr(text, '\n') == text + length - 1,
           "%s: is reported in a line", name);
        ok(WIFEXITED(status) && WEXITSTATUS(status) == 77, "%s: aborts", name);
        if (tap_failures)
                note("status %x, %s", status, text);
}

/* With SCUDO_OPTIONS=quarantine_size_kb=64. */
static void test_quarantine(void)
{
        int again = 0;

        hidden = malloc(40);
        free(hidden);
        for (int i = 0; i < 100; i++) {
                void *other = malloc(40);

                again += other == hidden;
                free(other);
        }
        is_int(again, 0, "quarantine: a freed block is not used again at once");
        test("a write after free", written, "byte 39 of the block");
        test("a write after free to some KiB", written_large, "byte 0 of the block");
}

int main(void)
{
        test("a small block freed twice", small_twice, "invalid chunk state when deallocating");
        test("a medium block freed twice", medium_twice, "invalid chunk state when deallocating");
        test("a medium block, whose neighbour was freed, twice", joined_twice, "invalid chunk state when deallocating");
        test("an address inside a medium block", copied_header, "");
        test("a header of a medium block written over", medium_header, "corrupted chunk header");
        test("a large block freed twice", large_twice, "invalid chunk state when deallocating");
        test("an unmapped block freed twice", unmapped_twice, "invalid chunk state when deallocating");
        test("an address inside a block", inside, "");
        test("a misaligned address", misaligned, "misaligned pointer when deallocating");
        test("an address of no block", no_block, "");
        test("a header written over", header, "corrupted chunk header");
        test("realloc of a freed block", resized, "invalid chunk state when reallocating");
        test("realloc of an unmapped block", unmapped_resized, "invalid chunk state when reallocating");
        if (getenv("SCUDO_OPTIONS"))
                test_quarantine();
        return done_testing();
}

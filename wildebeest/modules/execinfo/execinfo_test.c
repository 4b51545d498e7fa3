/* backtrace and the names of what it finds, in calls whose return addresses are known. */
#include <errno.h>
#include <execinfo.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>
#include "oom.h"
#include "tap.h"

/* Where C functions have no tables unless asked for, nothing can go further than the caller. */
#if defined(__s390x__) || defined(__arm__) || defined(__loongarch__)
#define HAS_TABLES 0
#else
#define HAS_TABLES 1
#endif

#ifdef __powerpc64__
#define CHAINED 1
#else
#define CHAINED 0
#endif

#define DEPTH 6
#define ROOM 64

static void *frames[ROOM];
static int count;
/* The return addresses of levels, innermost last. */
static void *expected[DEPTH + 1];

/* Not the last thing that a function does, so that it has a frame. */
#define FRAME __attribute__((noinline))
#define KEEP(value) __asm__ volatile("" : "+r"(value) : : "memory")

FRAME static int innermost(int size)
{
        int n = backtrace(frames, size);

        expected[0] = __builtin_return_address(0);
        KEEP(n);
        return n;
}

FRAME static int nested(int level, int size)
{
        /* Of various sizes, also not known to the compiler. */
        char room[64];
        int n;

        memset(room, level, sizeof room);
        KEEP(level);
        n = level ? nested(level - 1, size) : innermost(size);
        expected[level + 1 > DEPTH ? DEPTH : level + 1] = __builtin_return_address(0);
        KEEP(n);
        return n + (room[0] != level);
}

#if HAS_TABLES
FRAME static int varying(int length, int size)
{
        char room[length];
        int n;

        memset(room, 1, (size_t)length);
        n = innermost(size);
        KEEP(n);
        return n + (room[0] != 1);
}
#endif

static void test_frames(void)
{
        uintptr_t from = (uintptr_t)innermost;

        count = nested(DEPTH - 1, ROOM);
        ok(count >= 1, "backtrace: finds its caller");
        ok((uintptr_t)frames[0] - from < 256, "backtrace: begins in its caller");
#if HAS_TABLES
        ok(count > DEPTH, "backtrace: finds them all");
        for (int i = 0; i <= DEPTH; i++)
                ok(i + 1 < count && frames[i + 1] == expected[i], "backtrace: level %d", i);
        count = varying(1000, ROOM);
        ok(count > 2 && frames[1] == expected[0], "backtrace: above a frame of varying size");
#endif
        memset(frames, 0, sizeof frames);
        count = nested(DEPTH - 1, 1);
        ok(count == 1 && frames[0] && !frames[1], "backtrace: no more than there is room for");
        ok(nested(0, 0) == 0, "backtrace: no room");
        ok(nested(0, -1) == 0, "backtrace: less than no room");
}

#if HAS_TABLES
static sigjmp_buf back;
static void *faulted_in;
static char *forbidden;

static void on_fault(int signal)
{
        (void)signal;
        count = backtrace(frames, ROOM);
        siglongjmp(back, 1);
}

FRAME static int fault(void)
{
        volatile char *at = forbidden;

        faulted_in = __builtin_return_address(0);
        *at = 1;
        return *at;
}

FRAME static int faulting(void)
{
        int n = fault();

        KEEP(n);
        return n;
}

static void test_signal(void)
{
        struct sigaction action = {.sa_handler = on_fault};
        int found = 0;

        forbidden = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        require(forbidden != MAP_FAILED && !sigaction(SIGSEGV, &action, NULL));
        count = 0;
        if (!sigsetjmp(back, 1))
                faulting();
        signal(SIGSEGV, SIG_DFL);
        ok(count > 0, "backtrace: in a signal handler");
        for (int i = 0; i < count; i++) {
                if (frames[i] == faulted_in)
                        found = i;
        }
        /* A function that calls none has no link in PowerPC's chain. */
        ok(CHAINED || found > 1, "backtrace: beyond a signal handler");
        ok(CHAINED || (found > 0 && (uintptr_t)frames[found - 1] - (uintptr_t)fault < 256),
           "backtrace: what the signal interrupted");
        munmap(forbidden, 4096);
}
#endif

/* Whether a line is "OBJECT(SYMBOL+0xOFFSET) [0xADDRESS]" for an address. */
static int is_described(const char *line, const void *address)
{
        char end[64];
        size_t length = strlen(line), tail;

        snprintf(end, sizeof end, " [0x%lx]", (unsigned long)(uintptr_t)address);
        tail = strlen(end);
        return length > tail && !strcmp(line + length - tail, end) &&
               line[length - tail - 1] == ')' && strchr(line, '(') && strstr(line, "+0x");
}

static void test_symbols(void)
{
        void *nowhere[2] = {(void *)16, (void *)(uintptr_t)innermost};
        char **texts, written[8192];
        size_t length = 0;
        int ends[2], described = 0;
        ssize_t n;

        count = nested(2, ROOM);
        texts = backtrace_symbols(frames, count);
        require(texts);
        for (int i = 0; i < count; i++)
                described += is_described(texts[i], frames[i]);
        is_int(described, count, "backtrace_symbols: each has object, offset and address");
        require(!pipe(ends));
        errno = 77;
        require(oom_try(0) || 1);
        backtrace_symbols_fd(frames, count, ends[1]);
        is_int(oom_end(), 0, "backtrace_symbols_fd: takes no memory");
        is_int(errno, 77, "backtrace_symbols_fd: keeps errno");
        close(ends[1]);
        while ((n = read(ends[0], written + length, sizeof written - 1 - length)) > 0)
                length += (size_t)n;
        close(ends[0]);
        written[length] = '\0';
        length = 0;
        described = 0;
        for (int i = 0; i < count; i++) {
                size_t line = strcspn(texts[i], " ");
                const char *address = texts[i] + line + 1;

                /* Here no blank is before the address. */
                described += !strncmp(written + length, texts[i], line) &&
                             !strncmp(written + length + line, address, strlen(address));
                line += strlen(address);
                described -= written[length + line] != '\n';
                length += line + 1;
        }
        ok(described == count && !written[length], "backtrace_symbols_fd: writes the same");
        free(texts);
        texts = backtrace_symbols(nowhere, 2);
        require(texts);
        is_str(texts[0], "[0x10]", "backtrace_symbols: an address of nothing");
        ok(is_described(texts[1], nowhere[1]), "backtrace_symbols: a function");
        free(texts);
        texts = backtrace_symbols(nowhere, 0);
        ok(texts != NULL, "backtrace_symbols: of none");
        free(texts);
        backtrace_symbols_fd(nowhere, 2, -1);
}

static void test_memory(void)
{
        count = nested(2, ROOM);
        for (long n = 0; oom_try(n); n++) {
                char **texts = backtrace_symbols(frames, count);

                if (oom_end())
                        ok(!texts, "backtrace_symbols: without memory");
                else
                        ok(texts != NULL, "backtrace_symbols: with memory");
                free(texts);
        }
        if (oom_try(0)) {
                nested(2, ROOM);
                is_int(oom_end(), 0, "backtrace: takes no memory");
        }
}

int main(void)
{
        test_frames();
#if HAS_TABLES
        test_signal();
#endif
        test_symbols();
        test_memory();
        return done_testing();
}

/* Backtraces of calls 30 deep, and what their addresses are called. */
#include <execinfo.h>
#include <stdlib.h>

#include "timing.h"

static void *frames[64];

__attribute__((noinline)) static int nested(int level)
{
        int n = level ? nested(level - 1) : backtrace(frames, 64);

        __asm__ volatile("" : "+r"(n) : : "memory");
        return n;
}

int main(void)
{
        int n = nested(30);

        if (n < 31)
                abort();
        MEASURE("backtrace, 30 calls", 20000, nested(30));
        MEASURE("backtrace, 1 call", 100000, nested(0));
        MEASURE("backtrace_symbols", 2000, free(backtrace_symbols(frames, n)));
        return 0;
}

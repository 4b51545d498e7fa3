/* Switches between two contexts. */
#include <stdlib.h>
#include <ucontext.h>

#include "timing.h"

static ucontext_t outer, inner;
static char stack[65536];

static void other(void)
{
        for (;;)
                swapcontext(&inner, &outer);
}

static void there_and_back(void)
{
        ucontext_t here;
        volatile int again = 0;

        getcontext(&here);
        if (!again++)
                setcontext(&here);
}

int main(void)
{
        if (getcontext(&inner))
                return 1;
        inner.uc_stack.ss_sp = stack;
        inner.uc_stack.ss_size = sizeof stack;
        inner.uc_link = NULL;
        makecontext(&inner, other, 0);
        MEASURE("swapcontext", 300000, swapcontext(&outer, &inner));
        MEASURE("getcontext + setcontext", 300000, there_and_back());
        return 0;
}

/*
 * glibc: has it; loads its unwinder at the first call, which takes memory.
 * musl:  lacks it.
 * here:  reads the tables of the program itself, without an unwinder, memory or start-up.
 * see:   backtrace(3); GNU C Library manual, "Backtraces".
 */
#include <execinfo.h>
#include "unwind.h"

/* Where its caller is. */
__attribute__((noinline)) static uintptr_t here(void)
{
        uintptr_t pc = (uintptr_t)__builtin_return_address(0);

        /* So that it is neither inlined nor the end of its caller. */
        __asm__ volatile("" : "+r"(pc));
        return pc;
}

/**
 * The return addresses of the calls that lead here, innermost first: at most `size` are put into
 * `buffer`. Returns their number, 0 for no room. May be called in a signal handler; a function
 * without call frame information (-fno-asynchronous-unwind-tables) ends the list.
 */
__attribute__((noinline)) int backtrace(void **buffer, int size)
{
        struct frame frame = {0};
        struct part_of_object part = {0};
        int n = 0;

        frame.pc = here();
        frame.registers[FRAME_POINTER] = (uintptr_t)__builtin_frame_address(0);
        frame.known[FRAME_POINTER] = true;
#ifdef __powerpc64__
        frame.registers[STACK_POINTER] = (uintptr_t)__builtin_frame_address(0);
#endif
        while (n < size && __lwb_execinfo_step(&frame, &part))
                buffer[n++] = (void *)frame.pc;
        /* Without a table of its own it knows at least that. */
        if (!n && size > 0)
                buffer[n++] = __builtin_return_address(0);
        return n;
}

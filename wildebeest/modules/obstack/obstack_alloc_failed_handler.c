/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same.
 * see:   GNU C Library manual, "Preparing for Obstacks".
 */
#include <stdio.h>
#include <stdlib.h>
#include <obstack.h>

static void fail(void)
{
        fputs("memory exhausted\n", stderr);
        exit(obstack_exit_failure);
}

/** What is called where an obstack gets no memory; it must not return. */
void (*obstack_alloc_failed_handler)(void) = fail;

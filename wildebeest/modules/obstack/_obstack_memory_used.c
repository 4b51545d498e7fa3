/*
 * glibc: has it, behind obstack_memory_used.
 * musl:  lacks it.
 * here:  the same.
 * see:   what glibc 2.36 does.
 */
#include "chunk.h"

/** The bytes of all chunks of the obstack. */
int _obstack_memory_used(struct obstack *stack)
{
        ptrdiff_t used = 0;

        for (const struct _obstack_chunk *chunk = stack->chunk; chunk; chunk = chunk->prev)
                used += chunk->limit - (const char *)chunk;
        return (int)used;
}

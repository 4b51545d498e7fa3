/*
 * glibc: has it, not in the manual.
 * musl:  lacks it.
 * here:  the same.
 * see:   what glibc 2.36 does.
 */
#include "chunk.h"

/* glibc's header has no prototype of it. */
int _obstack_allocated_p(struct obstack *stack, void *object);

/** Whether an address is in the obstack's memory. */
int _obstack_allocated_p(struct obstack *stack, void *object)
{
        const struct _obstack_chunk *chunk = stack->chunk;

        while (chunk && !__lwb_obstack_holds(chunk, object))
                chunk = chunk->prev;
        return chunk != NULL;
}

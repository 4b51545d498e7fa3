/*
 * glibc: has it, behind what makes objects grow.
 * musl:  lacks it.
 * here:  the same; an object that is alone in its chunk takes that with it.
 * see:   GNU C Library manual, "Growing Objects", "Extra Fast Growing Objects".
 */
#include <stdlib.h>
#include <string.h>
#include "chunk.h"

/* Room beyond what is asked for, so that what grows by bytes is not moved at each. */
#define EXTRA 100

/**
 * Moves the growing object to a new chunk with room for `n` bytes more. Where there is no memory
 * obstack_alloc_failed_handler is called, which must not return; the object is as before.
 */
void _obstack_newchunk(struct obstack *stack, int n)
{
        struct _obstack_chunk *old = stack->chunk, *chunk;
        char *object = stack->object_base;
        size_t size = (size_t)(stack->next_free - object);

        chunk = __lwb_obstack_push(stack, size + (size_t)n + size / 8 + EXTRA);
        if (!chunk)
                abort();
        stack->object_base = start_of(chunk, stack->alignment_mask);
        stack->next_free = stack->object_base + size;
        if (size)
                memcpy(stack->object_base, object, size);
        /* By the least mask, since the other may have changed after there were objects. */
        if (!stack->maybe_empty_object && object == start_of(old, 0)) {
                chunk->prev = old->prev;
                __lwb_obstack_release(stack, old);
        }
        stack->maybe_empty_object = 0;
}

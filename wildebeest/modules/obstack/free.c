/*
 * glibc: has it, also under the name that has an underscore before it.
 * musl:  lacks it.
 * here:  the same.
 * see:   GNU C Library manual, "Freeing Objects in an Obstack".
 */
#include <stdlib.h>
#include "chunk.h"

#undef obstack_free

/**
 * Frees an object, everything allocated after it and the growing one; with null everything, after
 * which the obstack must be initialized anew. Aborts where the object is not the obstack's.
 */
void obstack_free(struct obstack *stack, void *object)
{
        struct _obstack_chunk *chunk = stack->chunk;

        while (chunk && !(object && __lwb_obstack_holds(chunk, object))) {
                struct _obstack_chunk *before = chunk->prev;

                __lwb_obstack_release(stack, chunk);
                chunk = before;
                /* An empty object may lie at the end of this one. */
                stack->maybe_empty_object = 1;
        }
        stack->chunk = chunk;
        if (chunk) {
                stack->object_base = stack->next_free = object;
                stack->chunk_limit = chunk->limit;
        } else if (object) {
                abort();
        }
}

/* glibc exports it undeclared: configure scripts ask the linker for this name. */
extern __typeof__(obstack_free) _obstack_free __attribute__((alias("obstack_free")));

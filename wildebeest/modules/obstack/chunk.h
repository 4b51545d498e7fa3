/* The chunks of an obstack. */
#ifndef LWB_OBSTACK_CHUNK_H
#define LWB_OBSTACK_CHUNK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <obstack.h>

/**
 * A further chunk with room for `n` bytes after its head; null where there is no memory and
 * obstack_alloc_failed_handler, which should not, has returned.
 */
struct _obstack_chunk *__lwb_obstack_push(struct obstack *stack, size_t n);

/** Gives a chunk back, with all that is in it. */
void __lwb_obstack_release(const struct obstack *stack, struct _obstack_chunk *chunk);

/** Whether an address is that of an object in a chunk, or the end of the last one. */
bool __lwb_obstack_holds(const struct _obstack_chunk *chunk, const void *object);

/* What every first object of a chunk is aligned to, whatever obstack_alignment_mask is. */
#define LEAST_MASK 15

/** The first address in a chunk that is aligned to a mask, a power of two less 1. */
static inline char *start_of(struct _obstack_chunk *chunk, int mask)
{
        return chunk->contents + (-(uintptr_t)chunk->contents & (uintptr_t)(mask | LEAST_MASK));
}

#endif

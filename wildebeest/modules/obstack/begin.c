/*
 * glibc: has them, behind obstack_init, obstack_begin and obstack_specify_allocation.
 * musl:  lacks them.
 * here:  the same; a chunk has room for an object, however small it was asked for.
 * see:   GNU C Library manual, "Preparing for Obstacks", "Obstack Chunks".
 */
#include <stdlib.h>
#include "chunk.h"

/* With what malloc needs besides, a page. */
#define DEFAULT_CHUNK_SIZE 4064

/* The rest of the two functions below. */
static int begin(struct obstack *stack, int size, int alignment)
{
        struct _obstack_chunk *chunk;

        stack->alignment_mask = (alignment ? alignment : (int)_Alignof(max_align_t)) - 1;
        stack->chunk_size = size > 0 ? size : DEFAULT_CHUNK_SIZE;
        stack->chunk = NULL;
        stack->maybe_empty_object = 0;
        chunk = __lwb_obstack_push(stack, 0);
        if (!chunk)
                abort();
        stack->object_base = stack->next_free = start_of(chunk, stack->alignment_mask);
        return 1;
}

/**
 * Makes an obstack with one chunk. `size`: bytes of a chunk, 0 for the default; `alignment` of
 * objects: a power of two, 0 for the default. Returns 1; obstack_alloc_failed_handler is called
 * where there is no memory, and must not return.
 */
int _obstack_begin(struct obstack *stack, int size, int alignment, void *(*allocate)(long),
                   void (*release)(void *))
{
        stack->chunkfun = (struct _obstack_chunk * (*)(void *, long))(void (*)(void))allocate;
        stack->freefun = (void (*)(void *, struct _obstack_chunk *))(void (*)(void))release;
        stack->extra_arg = NULL;
        stack->use_extra_arg = 0;
        return begin(stack, size, alignment);
}

/** The same with functions that get `argument` first. */
int _obstack_begin_1(struct obstack *stack, int size, int alignment,
                     void *(*allocate)(void *, long), void (*release)(void *, void *),
                     void *argument)
{
        stack->chunkfun = (struct _obstack_chunk * (*)(void *, long))(void (*)(void))allocate;
        stack->freefun = (void (*)(void *, struct _obstack_chunk *))(void (*)(void))release;
        stack->extra_arg = argument;
        stack->use_extra_arg = 1;
        return begin(stack, size, alignment);
}

#include <stdlib.h>
#include "../../shared/foreign_callback.h"
#include "chunk.h"

/* Called as the caller of obstack_init declared it, as far as can be known: malloc is likely. */
CALLS_FOREIGN_CALLBACK static void *allocate(const struct obstack *stack, size_t n)
{
        void *(*plain)(size_t) = (void *(*)(size_t))(void (*)(void))stack->chunkfun;

        return stack->use_extra_arg ? stack->chunkfun(stack->extra_arg, (long)n) : plain(n);
}

CALLS_FOREIGN_CALLBACK void __lwb_obstack_release(const struct obstack *stack,
                                                  struct _obstack_chunk *chunk)
{
        void (*plain)(void *) = (void (*)(void *))(void (*)(void))stack->freefun;

        if (stack->use_extra_arg)
                stack->freefun(stack->extra_arg, chunk);
        else
                plain(chunk);
}

bool __lwb_obstack_holds(const struct _obstack_chunk *chunk, const void *object)
{
        return (uintptr_t)object > (uintptr_t)chunk && (uintptr_t)object <= (uintptr_t)chunk->limit;
}

struct _obstack_chunk *__lwb_obstack_push(struct obstack *stack, size_t n)
{
        size_t head = offsetof(struct _obstack_chunk, contents) +
                      (size_t)(stack->alignment_mask | LEAST_MASK);
        size_t least = (size_t)stack->chunk_size;
        struct _obstack_chunk *chunk = NULL;

        if (n <= PTRDIFF_MAX - head) {
                n = n + head < least ? least : n + head;
                chunk = allocate(stack, n);
        }
        if (!chunk) {
                obstack_alloc_failed_handler();
                return NULL;
        }
        chunk->limit = (char *)chunk + n;
        chunk->prev = stack->chunk;
        stack->chunk = chunk;
        stack->chunk_limit = chunk->limit;
        return chunk;
}

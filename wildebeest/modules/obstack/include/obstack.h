/*
 * <obstack.h>, which musl lacks: stacks of objects of which the last one grows.
 */
#ifndef LWB_OBSTACK_OBSTACK_H
#define LWB_OBSTACK_OBSTACK_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <stddef.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The members that programs use have glibc's names and types. */
struct _obstack_chunk {
        char *limit;
        struct _obstack_chunk *prev;
        char contents[4];
};

struct obstack {
        long chunk_size;
        struct _obstack_chunk *chunk;
        char *object_base;
        char *next_free;
        char *chunk_limit;
        int alignment_mask;
        struct _obstack_chunk *(*chunkfun)(void *, long);
        void (*freefun)(void *, struct _obstack_chunk *);
        void *extra_arg;
        unsigned use_extra_arg : 1;
        unsigned maybe_empty_object : 1;
};

extern void (*obstack_alloc_failed_handler)(void);
extern int obstack_exit_failure;

int _obstack_begin(struct obstack *, int, int, void *(*)(long), void (*)(void *));
int _obstack_begin_1(struct obstack *, int, int, void *(*)(void *, long), void (*)(void *, void *),
                     void *);
void _obstack_newchunk(struct obstack *, int);
int _obstack_allocated_p(struct obstack *, void *);
int _obstack_memory_used(struct obstack *);
void obstack_free(struct obstack *, void *);
void _obstack_free(struct obstack *, void *);

#define obstack_init(stack)                                                                        \
        _obstack_begin((stack), 0, 0, (void *(*)(long))obstack_chunk_alloc,                        \
                       (void (*)(void *))obstack_chunk_free)
#define obstack_begin(stack, size)                                                                 \
        _obstack_begin((stack), (size), 0, (void *(*)(long))obstack_chunk_alloc,                   \
                       (void (*)(void *))obstack_chunk_free)
#define obstack_specify_allocation(stack, size, alignment, allocate, release)                      \
        _obstack_begin((stack), (size), (alignment), (void *(*)(long))(allocate),                  \
                       (void (*)(void *))(release))
#define obstack_specify_allocation_with_arg(stack, size, alignment, allocate, release, argument)   \
        _obstack_begin_1((stack), (size), (alignment), (void *(*)(void *, long))(allocate),        \
                         (void (*)(void *, void *))(release), (argument))
#define obstack_chunkfun(stack, allocate)                                                          \
        ((void)((stack)->chunkfun = (struct _obstack_chunk * (*)(void *, long))(allocate)))
#define obstack_freefun(stack, release)                                                            \
        ((void)((stack)->freefun = (void (*)(void *, struct _obstack_chunk *))(release)))

/* What every first object of a chunk is aligned to, whatever obstack_alignment_mask is. */
#define __LWB_OBSTACK_LEAST_MASK 15

/* These may be assigned to. */
#define obstack_next_free(stack) ((stack)->next_free)
#define obstack_alignment_mask(stack) ((stack)->alignment_mask)
#define obstack_chunk_size(stack) ((stack)->chunk_size)

#define obstack_memory_used(stack) _obstack_memory_used(stack)

#define __LWB_OBSTACK static __inline __attribute__((__unused__))

__LWB_OBSTACK void *__lwb_obstack_base(struct obstack *__stack)
{
        return __stack->object_base;
}
#define obstack_base(stack) __lwb_obstack_base(stack)

__LWB_OBSTACK unsigned __lwb_obstack_object_size(const struct obstack *__stack)
{
        return (unsigned)(__stack->next_free - __stack->object_base);
}
#define obstack_object_size(stack) __lwb_obstack_object_size(stack)

__LWB_OBSTACK unsigned __lwb_obstack_room(const struct obstack *__stack)
{
        return (unsigned)(__stack->chunk_limit - __stack->next_free);
}
#define obstack_room(stack) __lwb_obstack_room(stack)

__LWB_OBSTACK int __lwb_obstack_empty_p(const struct obstack *__stack)
{
        __SIZE_TYPE__ __start = (__SIZE_TYPE__)__stack->chunk->contents;
        __SIZE_TYPE__ __mask = (__SIZE_TYPE__)__stack->alignment_mask | __LWB_OBSTACK_LEAST_MASK;

        return !__stack->chunk->prev &&
               (__SIZE_TYPE__)__stack->next_free == ((__start + __mask) & ~__mask);
}
#define obstack_empty_p(stack) __lwb_obstack_empty_p(stack)

__LWB_OBSTACK void __lwb_obstack_make_room(struct obstack *__stack, int __n)
{
        if (__n > __stack->chunk_limit - __stack->next_free)
                _obstack_newchunk(__stack, __n);
}
#define obstack_make_room(stack, n) __lwb_obstack_make_room((stack), (n))

__LWB_OBSTACK void __lwb_obstack_blank(struct obstack *__stack, int __n)
{
        __lwb_obstack_make_room(__stack, __n);
        __stack->next_free += __n;
}
#define obstack_blank(stack, n) __lwb_obstack_blank((stack), (n))
#define obstack_blank_fast(stack, n) ((void)((stack)->next_free += (n)))

__LWB_OBSTACK void __lwb_obstack_grow(struct obstack *__stack, const void *__data, int __n)
{
        __lwb_obstack_make_room(__stack, __n);
        if (__n > 0)
                memcpy(__stack->next_free, __data, (__SIZE_TYPE__)__n);
        __stack->next_free += __n;
}
#define obstack_grow(stack, data, n) __lwb_obstack_grow((stack), (data), (n))

__LWB_OBSTACK void __lwb_obstack_1grow(struct obstack *__stack, char __c)
{
        __lwb_obstack_make_room(__stack, 1);
        *__stack->next_free++ = __c;
}
#define obstack_1grow(stack, c) __lwb_obstack_1grow((stack), (char)(c))
#define obstack_1grow_fast(stack, c) ((void)(*(stack)->next_free++ = (char)(c)))

__LWB_OBSTACK void __lwb_obstack_grow0(struct obstack *__stack, const void *__data, int __n)
{
        __lwb_obstack_grow(__stack, __data, __n);
        __lwb_obstack_1grow(__stack, '\0');
}
#define obstack_grow0(stack, data, n) __lwb_obstack_grow0((stack), (data), (n))

/* The object may end anywhere, so that what is put there need not be aligned. */
__LWB_OBSTACK void __lwb_obstack_ptr_grow_fast(struct obstack *__stack, const void *__data)
{
        memcpy(__stack->next_free, &__data, sizeof __data);
        __stack->next_free += sizeof __data;
}
#define obstack_ptr_grow_fast(stack, data) __lwb_obstack_ptr_grow_fast((stack), (data))

__LWB_OBSTACK void __lwb_obstack_ptr_grow(struct obstack *__stack, const void *__data)
{
        __lwb_obstack_make_room(__stack, (int)sizeof __data);
        __lwb_obstack_ptr_grow_fast(__stack, __data);
}
#define obstack_ptr_grow(stack, data) __lwb_obstack_ptr_grow((stack), (data))

__LWB_OBSTACK void __lwb_obstack_int_grow_fast(struct obstack *__stack, int __data)
{
        memcpy(__stack->next_free, &__data, sizeof __data);
        __stack->next_free += sizeof __data;
}
#define obstack_int_grow_fast(stack, data) __lwb_obstack_int_grow_fast((stack), (data))

__LWB_OBSTACK void __lwb_obstack_int_grow(struct obstack *__stack, int __data)
{
        __lwb_obstack_make_room(__stack, (int)sizeof __data);
        __lwb_obstack_int_grow_fast(__stack, __data);
}
#define obstack_int_grow(stack, data) __lwb_obstack_int_grow((stack), (data))

__LWB_OBSTACK void *__lwb_obstack_finish(struct obstack *__stack)
{
        char *__object = __stack->object_base;
        __SIZE_TYPE__ __mask = (__SIZE_TYPE__)__stack->alignment_mask;
        __SIZE_TYPE__ __pad = -(__SIZE_TYPE__)__stack->next_free & __mask;

        /* An empty object has the address of the one after it, whose chunk may be moved away. */
        if (__stack->next_free == __object)
                __stack->maybe_empty_object = 1;
        if (__pad > (__SIZE_TYPE__)(__stack->chunk_limit - __stack->next_free))
                __stack->next_free = __stack->chunk_limit;
        else
                __stack->next_free += __pad;
        __stack->object_base = __stack->next_free;
        return __object;
}
#define obstack_finish(stack) __lwb_obstack_finish(stack)

__LWB_OBSTACK void *__lwb_obstack_alloc(struct obstack *__stack, int __n)
{
        __lwb_obstack_blank(__stack, __n);
        return __lwb_obstack_finish(__stack);
}
#define obstack_alloc(stack, n) __lwb_obstack_alloc((stack), (n))

__LWB_OBSTACK void *__lwb_obstack_copy(struct obstack *__stack, const void *__data, int __n)
{
        __lwb_obstack_grow(__stack, __data, __n);
        return __lwb_obstack_finish(__stack);
}
#define obstack_copy(stack, data, n) __lwb_obstack_copy((stack), (data), (n))

__LWB_OBSTACK void *__lwb_obstack_copy0(struct obstack *__stack, const void *__data, int __n)
{
        __lwb_obstack_grow0(__stack, __data, __n);
        return __lwb_obstack_finish(__stack);
}
#define obstack_copy0(stack, data, n) __lwb_obstack_copy0((stack), (data), (n))

#ifdef __cplusplus
}
#endif

#endif

/*
 * glibc: mallopt sets a parameter of the allocator, malloc_trim gives free memory back.
 * musl:  has neither; its allocator has no parameters, and gives memory back as it goes.
 * here:  both say that they did nothing.
 * see:   mallopt(3), malloc_trim(3).
 */
#include <malloc.h>

/** 0: no parameter can be set. */
int mallopt(int parameter, int value)
{
        (void)parameter, (void)value;
        return 0;
}

/** 0: no memory was given back. */
int malloc_trim(size_t keep)
{
        (void)keep;
        return 0;
}

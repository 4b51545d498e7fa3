/* A file of its own: a strict C99 program may define the name itself and still link malloc statically. */
#include <errno.h>
#include <stdlib.h>
#include "dynlink.h"

hidden void *__malloc_aligned(size_t, size_t);

/*
 * Allocates `size` bytes at a multiple of `align`, which must be a power of two (EINVAL) of at most 16 MiB (ENOMEM), as
 * is all that there is no memory for. Where the program has a malloc of its own but no aligned_alloc, its free would
 * not know the block: ENOMEM, as in musl.
 */
void *aligned_alloc(size_t align, size_t size) {
  if (!align || (align & (align - 1))) {
    errno = EINVAL;
    return 0;
  }
  if (__malloc_replaced && !__aligned_alloc_replaced) {
    errno = ENOMEM;
    return 0;
  }
  return __malloc_aligned(align, size);
}

/* A file of its own: the name is not C's, and a program may define it. */
#include <stdlib.h>
#include <malloc.h>

hidden size_t __malloc_size(void *);

/* The size that the block was allocated with; 0 for a null pointer. Writing beyond it is an overflow. */
size_t malloc_usable_size(void *p) { return __malloc_size(p); }

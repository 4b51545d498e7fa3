/* A C99 program may define every name that is not C's, and malloc has to do without them. */
/* <stdlib.h> of musl declares C11's name at every level. */
#define aligned_alloc declared_aligned_alloc
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MINE(name)                                                                                                             \
        void name(void);                                                                                                       \
        void name(void)                                                                                                        \
        {                                                                                                                      \
                puts("not ok 1 - malloc calls the program's " #name);                                                          \
                exit(1);                                                                                                       \
        }
MINE(clock_gettime)
MINE(close)
MINE(getrandom)
MINE(madvise)
MINE(malloc_usable_size)
MINE(mmap)
MINE(mprotect)
MINE(munmap)
MINE(open)
MINE(pthread_once)
MINE(read)
MINE(sched_getaffinity)
MINE(sched_yield)
MINE(secure_getenv)
MINE(syscall)
MINE(sysconf)
MINE(write)

#undef aligned_alloc
MINE(aligned_alloc)

int main(void)
{
        int good = 1;

        for (size_t size = 1; size < 3000000; size = size * 3 / 2 + 1) {
                char *block = malloc(size), *zero = calloc(size, 1);

                memset(block, 1, size);
                good = good && zero[size - 1] == 0;
                block = realloc(block, size + 1000);
                free(block);
                free(zero);
        }
        printf("%sok 1 - malloc, calloc, realloc and free leave the program its names\n1..1\n", good ? "" : "not ");
        return !good;
}

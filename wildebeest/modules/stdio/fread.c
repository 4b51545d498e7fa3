#include "stream.h"

LIBC_OWN(fread);
LIBC_OWN(fread_unlocked);
size_t __lwb_fread(void *restrict room, size_t size, size_t count, FILE *restrict stream);
size_t __lwb_fread_unlocked(void *room, size_t size, size_t count, FILE *stream);

static size_t checked(size_t result, size_t count, FILE *stream)
{
        if (result < count && !__freadable(stream))
                errno = EBADF;
        return result;
}

/** Reads `count` objects of `size` bytes; how many, with errno where an error ended it. */
size_t __lwb_fread(void *restrict room, size_t size, size_t count, FILE *restrict stream)
{
        return size ? checked(libc_own_fread(room, size, count, stream), count, stream) : 0;
}

/** The same without locking the stream. */
size_t __lwb_fread_unlocked(void *room, size_t size, size_t count, FILE *stream)
{
        return size ? checked(libc_own_fread_unlocked(room, size, count, stream), count, stream)
                    : 0;
}

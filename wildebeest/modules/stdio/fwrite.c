#include "stream.h"

LIBC_OWN(fwrite);
LIBC_OWN(fwrite_unlocked);
size_t __lwb_fwrite(const void *restrict data, size_t size, size_t count, FILE *restrict stream);
size_t __lwb_fwrite_unlocked(const void *data, size_t size, size_t count, FILE *stream);

/* Objects that do not fit into the buffer; those of which all is written. */
static size_t put_direct(const void *data, size_t size, size_t count, FILE *stream)
{
        return __lwb_stdio_put(data, size * count, stream) / size;
}

/* Whether the objects, some, may pass the buffer by, and their size in bytes is a number. */
static int large(size_t size, size_t count, FILE *stream)
{
        size_t bytes;

        return !__builtin_mul_overflow(size, count, &bytes) && bytes > __fbufsize(stream);
}

static size_t checked(size_t result, size_t count, FILE *stream)
{
        if (result < count && !__fwritable(stream))
                errno = EBADF;
        return result;
}

/** Writes `count` objects of `size` bytes; how many, with errno where it is fewer. */
size_t __lwb_fwrite(const void *restrict data, size_t size, size_t count, FILE *restrict stream)
{
        if (size == 0 || count == 0)
                return 0;
        if (large(size, count, stream))
                return put_direct(data, size, count, stream);
        return checked(libc_own_fwrite(data, size, count, stream), count, stream);
}

/** The same without locking the stream. */
size_t __lwb_fwrite_unlocked(const void *data, size_t size, size_t count, FILE *stream)
{
        if (size == 0 || count == 0)
                return 0;
        if (large(size, count, stream))
                return put_direct(data, size, count, stream);
        return checked(libc_own_fwrite_unlocked(data, size, count, stream), count, stream);
}

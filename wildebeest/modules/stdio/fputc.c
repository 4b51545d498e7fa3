#include "stream.h"

LIBC_OWN(fputc);
LIBC_OWN(fputc_unlocked);
int __lwb_fputc(int byte, FILE *stream);
int __lwb_fputc_unlocked(int byte, FILE *stream);

/* A byte to a stream without a buffer. */
static int put_direct(int byte, FILE *stream)
{
        unsigned char value = (unsigned char)byte;

        return __lwb_stdio_put(&value, 1, stream) == 1 ? value : EOF;
}

static int checked(int result, FILE *stream)
{
        if (result == EOF && !__fwritable(stream))
                errno = EBADF;
        return result;
}

/** Writes a byte; it, or EOF with errno. Also putc. */
int __lwb_fputc(int byte, FILE *stream)
{
        return __fbufsize(stream) ? checked(libc_own_fputc(byte, stream), stream)
                                  : put_direct(byte, stream);
}

/** The same without locking the stream. Also putc_unlocked. */
int __lwb_fputc_unlocked(int byte, FILE *stream)
{
        return __fbufsize(stream) ? checked(libc_own_fputc_unlocked(byte, stream), stream)
                                  : put_direct(byte, stream);
}

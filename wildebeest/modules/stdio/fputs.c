#include <string.h>

#include "stream.h"

int __lwb_fputs(const char *restrict text, FILE *restrict stream);

/** Writes a string; 1, as with glibc, or EOF with errno. Also fputs_unlocked. */
int __lwb_fputs(const char *restrict text, FILE *restrict stream)
{
        size_t size = strlen(text);

        return size == 0 || fwrite(text, 1, size, stream) == size ? 1 : EOF;
}

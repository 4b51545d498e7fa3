/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  memchr, which reads no further than what it finds.
 * see:   rawmemchr(3); ISO/IEC 9899:2011, 7.24.5.1.
 */
#include <stdint.h>
#include <string.h>

/** The first byte of that value, which must be there. */
void *rawmemchr(const void *memory, int byte)
{
        return memchr(memory, byte, SIZE_MAX);
}

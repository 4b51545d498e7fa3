/*
 * glibc: has it since 2.36.
 * musl:  lacks it.
 * here:  the kernel's generator, in as many calls as the length needs.
 * see:   arc4random_buf(3).
 */
#include <stdlib.h>
#include "arc4random.h"

/** Fills the buffer with random bytes. Never fails, as arc4random. */
void arc4random_buf(void *buffer, size_t length)
{
        __lwb_random_bytes(buffer, length);
}

/*
 * glibc: has it since 2.36.
 * musl:  lacks it.
 * here:  masks to the next power of two and draws again what is too large, so no value is favoured.
 * see:   arc4random_uniform(3).
 */
#include <stdint.h>
#include <stdlib.h>
#include "arc4random.h"

/** A random number below the bound; 0 for the bounds 0 and 1. */
uint32_t arc4random_uniform(uint32_t bound)
{
        uint32_t mask, value;

        if (bound < 2)
                return 0;
        mask = UINT32_MAX >> __builtin_clz(bound - 1);
        do {
                __lwb_random_bytes(&value, sizeof value);
                value &= mask;
        } while (value >= bound);
        return value;
}

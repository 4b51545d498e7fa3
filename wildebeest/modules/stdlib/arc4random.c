/*
 * glibc: has it since 2.36.
 * musl:  lacks it.
 * here:  the kernel's generator; no state of its own, so a fork can not repeat it.
 * see:   arc4random(3).
 */
#include <stdint.h>
#include <stdlib.h>
#include "arc4random.h"

/** 32 random bits. Never fails: without a source of randomness the program ends. */
uint32_t arc4random(void)
{
        uint32_t value;

        __lwb_random_bytes(&value, sizeof value);
        return value;
}

/* Shared by the arc4random functions. */
#ifndef LWB_STDLIB_ARC4RANDOM_H
#define LWB_STDLIB_ARC4RANDOM_H

#include <stddef.h>

/** Fills the buffer with random bytes; ends the program when the kernel has none. Keeps errno. */
void __lwb_random_bytes(void *buffer, size_t length);

#endif

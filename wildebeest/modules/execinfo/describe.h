/* What an address is called. */
#ifndef LWB_EXECINFO_DESCRIBE_H
#define LWB_EXECINFO_DESCRIBE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The parts of "OBJECT(SYMBOL+0xOFFSET) [0xADDRESS]"; without an object the last one alone. */
#define PARTS 8

struct part {
        const char *text;
        size_t length;
};

/* Room for two numbers. */
struct description {
        struct part parts[PARTS];
        size_t count;
        char offset[2 * sizeof(uintptr_t)];
        char address[2 * sizeof(uintptr_t)];
};

/** Describes an address, with a blank before "[" if `spaced`; takes no memory. */
void __lwb_execinfo_describe(struct description *description, const void *address, bool spaced);

#endif

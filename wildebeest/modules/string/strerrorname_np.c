/*
 * glibc: has it since 2.32.
 * musl:  lacks it.
 * here:  a switch over a list of our own, never translated.
 * see:   GNU C Library manual, "Error Messages".
 */
#include <errno.h>
#include <string.h>

#define ERROR(name, text)                                                                          \
        case name:                                                                                 \
                return #name;

/** The name of an error, "0" for 0; null for an unknown one. */
const char *strerrorname_np(int error)
{
        switch (error) {
        case 0:
                return "0";
#include "../errtext/errors.h"
        default:
                return NULL;
        }
}

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
                return text;

/** The untranslated text of an error; null for an unknown one. */
const char *strerrordesc_np(int error)
{
        switch (error) {
        case 0:
                return "Success";
#include "errors.h"
        default:
                return NULL;
        }
}

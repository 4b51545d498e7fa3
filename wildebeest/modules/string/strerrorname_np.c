/*
 * glibc: has it since 2.32.
 * musl:  lacks it.
 * here:  a list of our own, never translated.
 * see:   GNU C Library manual, "Error Messages".
 */
#include <string.h>
#include "../errtext/error_text.h"

/** The name of an error, "0" for 0; null for an unknown one. */
const char *strerrorname_np(int error)
{
        return __lwb_error_name(error);
}

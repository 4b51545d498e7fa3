/*
 * perror to stderr, the variable; libc's knows the constant alone.
 */
#include <errno.h>
#include <string.h>

#include "streams.h"

void __lwb_perror(const char *prefix);

/** Writes `prefix` (none if NULL or empty) and what errno means to stderr. */
void __lwb_perror(const char *prefix)
{
        const char *text = strerror(errno);
        int named = prefix && *prefix;

        fprintf(*__lwb_stderr(), "%s%s%s\n", named ? prefix : "", named ? ": " : "", text);
}

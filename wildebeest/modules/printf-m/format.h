/* Formats whose %m are done, for the functions that print by libc's own. */
#ifndef LWB_PRINTF_M_FORMAT_H
#define LWB_PRINTF_M_FORMAT_H

#include <stdbool.h>

struct lwb_format {
        /** What libc's function is given: the program's own format, or text of ours. */
        const char *text;
        char *allocated;
        char room[512];
};

/**
 * Replaces each %m of `format` by the text of errno, with its flags, width and precision. Keeps
 * errno; false: ENOMEM. What it gives is valid until `format` or `done` ends.
 */
bool __lwb_m_begin(struct lwb_format *done, const char *format);

/** Frees what __lwb_m_begin took; `result` comes back, errno is kept. */
int __lwb_m_end(struct lwb_format *done, int result);

#endif

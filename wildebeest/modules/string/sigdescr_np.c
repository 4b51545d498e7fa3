/*
 * glibc: has it since 2.32.
 * musl:  lacks it.
 * here:  a switch over a list of our own, never translated.
 * see:   GNU C Library manual, "Signal Messages".
 */
#include <signal.h>
#include <string.h>

#define SIGNAL(name, text)                                                                         \
        case SIG##name:                                                                            \
                return text;

/** The untranslated text of a signal; null for an unknown or real-time one. */
const char *sigdescr_np(int signal)
{
        switch (signal) {
#include "signals.h"
        default:
                return NULL;
        }
}

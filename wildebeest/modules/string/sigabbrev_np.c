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
                return #name;

/** The name of a signal without SIG; null for an unknown or real-time one. */
const char *sigabbrev_np(int signal)
{
        switch (signal) {
#include "signals.h"
        default:
                return NULL;
        }
}

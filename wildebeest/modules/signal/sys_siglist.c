/*
 * glibc: had it until 2.31; strsignal and sigdescr_np took its place.
 * musl:  lacks it.
 * here:  the texts of sigdescr_np, the names of sigabbrev_np; null for 0, real-time and unknown
 * signals. see:   GNU C Library manual, "Signal Messages"; release notes of glibc 2.32.
 */
#include <signal.h>

extern const char *const sys_siglist[_NSIG];
extern const char *const _sys_siglist[_NSIG];

/** What each signal means, in English; never translated. */
const char *const sys_siglist[_NSIG] = {
#define SIGNAL(name, text) [SIG##name] = text,
#include "../string/signals.h"
#undef SIGNAL
};

/** The same under its reserved name. */
extern const char *const _sys_siglist[_NSIG] __attribute__((alias("sys_siglist")));

#include <signal.h>

extern const char *const sys_sigabbrev[_NSIG];

/** The names of the signals without SIG; null as in sys_siglist. glibc had it until 2.31. */
const char *const sys_sigabbrev[_NSIG] = {
#define SIGNAL(name, text) [SIG##name] = #name,
#include "../string/signals.h"
};

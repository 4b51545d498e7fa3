/* sys_siglist and sys_sigabbrev, which glibc had until 2.31. */
#include <signal.h>
#include <string.h>
#include "tap.h"

/* For the sanitizer runs: glibc's headers have them no longer. */
#ifdef __GLIBC__
extern const char *const sys_siglist[NSIG], *const _sys_siglist[NSIG], *const sys_sigabbrev[NSIG];
#endif

int main(void)
{
        is_int(sizeof sys_siglist / sizeof *sys_siglist, NSIG, "sys_siglist: its size");
        is_int(sizeof sys_sigabbrev / sizeof *sys_sigabbrev, NSIG, "sys_sigabbrev: its size");
        is_str(sys_siglist[SIGSEGV], "Segmentation fault", "sys_siglist: a text");
        is_str(sys_sigabbrev[SIGSEGV], "SEGV", "sys_sigabbrev: a name");
        for (int i = 0; i < NSIG; i++) {
                is_str(sys_siglist[i], sigdescr_np(i), "sys_siglist: signal %d", i);
                is_str(_sys_siglist[i], sigdescr_np(i), "_sys_siglist: signal %d", i);
                is_str(sys_sigabbrev[i], sigabbrev_np(i), "sys_sigabbrev: signal %d", i);
        }
        return done_testing();
}

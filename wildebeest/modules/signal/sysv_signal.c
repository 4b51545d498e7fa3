/*
 * glibc: has it under two names; signal is the second with _XOPEN_SOURCE alone.
 * musl:  has the second alone, another name of its signal, which is BSD's.
 * here:  the handler is reset when it is called, the signal not blocked meanwhile, calls are
 * interrupted. see:   sysv_signal(3).
 */
#include <errno.h>
#include <signal.h>

void (*__lwb_sysv_signal(int number, void (*handler)(int)))(int);

/**
 * Sets what a signal does, as System V had it: once. The handler from before, or SIG_ERR: EINVAL
 * for a signal that is none or can't be caught.
 */
void (*__lwb_sysv_signal(int number, void (*handler)(int)))(int)
{
        struct sigaction action = {.sa_handler = handler,
                                   .sa_flags = (int)(SA_RESETHAND | SA_NODEFER)};
        struct sigaction before;

        if (handler == SIG_ERR) {
                errno = EINVAL;
                return SIG_ERR;
        }
        sigemptyset(&action.sa_mask);
        return sigaction(number, &action, &before) ? SIG_ERR : before.sa_handler;
}

/** The same under its other name. See sysv_signal(3). */
void (*sysv_signal(int number, void (*handler)(int)))(int)
{
        return __lwb_sysv_signal(number, handler);
}

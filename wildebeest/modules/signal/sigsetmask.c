/*
 * glibc: has the three functions of BSD.
 * musl:  lacks them.
 * here:  the lowest 32 signals of the thread's mask, the others as they are for sigblock, unblocked
 * by sigsetmask. see:   sigvec(3), GNU C Library manual, "BSD Signal Handling".
 */
#include <signal.h>

#define BITS 32

static int to_bits(const sigset_t *set)
{
        unsigned int bits = 0;

        for (int i = 1; i <= BITS; i++)
                if (sigismember(set, i) > 0)
                        bits |= 1U << (i - 1);
        return (int)bits;
}

/* sigaddset refuses the signals that libc keeps for itself: glibc's functions leave those out, too.
 */
static int change(int how, int mask)
{
        sigset_t set, before;

        sigemptyset(&set);
        for (int i = 1; i <= BITS; i++)
                if ((unsigned int)mask & 1U << (i - 1))
                        sigaddset(&set, i);
        return sigprocmask(how, &set, &before) ? -1 : to_bits(&before);
}

/** Blocks the signals of a mask too, bit 0 for signal 1; returns the mask from before. See
 * sigblock(3). */
int sigblock(int mask)
{
        return change(SIG_BLOCK, mask);
}

/** Blocks the signals of a mask and no others; returns the mask from before. See sigsetmask(3). */
int sigsetmask(int mask)
{
        return change(SIG_SETMASK, mask);
}

/** The mask of blocked signals, bit 0 for signal 1. See siggetmask(3). */
int siggetmask(void)
{
        return change(SIG_BLOCK, 0);
}

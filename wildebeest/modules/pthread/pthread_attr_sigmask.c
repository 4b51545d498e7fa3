/*
 * glibc: has both functions since 2.32.
 * musl:  lacks them: a thread has its creator's mask.
 * here:  the mask belongs to the attributes, without the signals that libc keeps for itself.
 * see:   pthread_attr_setsigmask_np(3).
 */
#include <errno.h>
#include "extension.h"

/** Sets the signals that a thread has blocked from its start; null: as its creator. 0, or ENOMEM.
 */
int pthread_attr_setsigmask_np(pthread_attr_t *attributes, const sigset_t *mask)
{
        struct extension *extension = mask ? __lwb_extension(attributes) : extension_of(attributes);

        if (mask && !extension)
                return ENOMEM;
        if (!extension)
                return 0;
        extension->has_mask = mask != NULL;
        if (!mask)
                return 0;
        sigemptyset(&extension->mask);
        for (int i = 1; i < _NSIG; i++)
                if (sigismember(mask, i) == 1)
                        sigaddset(&extension->mask, i);
        return 0;
}

/** Stores the mask that is set. 0, or PTHREAD_ATTR_NO_SIGMASK_NP, and an empty one, where none is.
 */
int pthread_attr_getsigmask_np(const pthread_attr_t *attributes, sigset_t *mask)
{
        const struct extension *extension = extension_of(attributes);

        if (!extension || !extension->has_mask) {
                sigemptyset(mask);
                return PTHREAD_ATTR_NO_SIGMASK_NP;
        }
        *mask = extension->mask;
        return 0;
}

/*
 * glibc: the thread starts on the processors and with the mask of its attributes.
 * musl:  knows of neither.
 * here:  the new thread sets both before it calls its function; its creator waits for that, and
 * takes a failure for its own. see:   pthread_create(3), pthread_attr_setaffinity_np(3),
 * pthread_attr_setsigmask_np(3).
 */
#include <errno.h>
#include <semaphore.h>
#include "../../shared/libc_own.h"
#include "extension.h"

LIBC_OWN(pthread_create);
int __lwb_pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes,
                         void *(*function)(void *), void *restrict argument);

/* What the new thread needs; it is on its creator's stack. */
struct start {
        void *(*function)(void *);
        void *argument;
        const struct extension *extension;
        sigset_t mask;
        int error;
        sem_t done;
};

static void *start(void *data)
{
        struct start *from = data;
        struct start own = *from;
        const struct extension *extension = own.extension;

        if (extension->processors && sched_setaffinity(0, extension->size, extension->processors))
                own.error = from->error = errno;
        sem_post(&from->done);
        if (own.error)
                return NULL;
        pthread_sigmask(SIG_SETMASK, &own.mask, NULL);
        return own.function(own.argument);
}

/**
 * Starts a thread, with the processors and the mask of its attributes, too. 0, EAGAIN, EINVAL (also
 * where none of the processors is there), EPERM.
 */
int __lwb_pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes,
                         void *(*function)(void *), void *restrict argument)
{
        const struct extension *extension = attributes ? extension_of(attributes) : NULL;
        struct start data = {.function = function, .argument = argument, .extension = extension};
        sigset_t all, before;
        int detached, cancel, error;
        pthread_t own;

        if (!extension || (!extension->processors && !extension->has_mask))
                return libc_own_pthread_create(thread, attributes, function, argument);
        sem_init(&data.done, 0, 0);
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        data.mask = extension->has_mask ? extension->mask : before;
        error = libc_own_pthread_create(&own, attributes, start, &data);
        if (!error) {
                pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel);
                while (sem_wait(&data.done))
                        ;
                error = data.error;
                pthread_attr_getdetachstate(attributes, &detached);
                if (error && detached == PTHREAD_CREATE_JOINABLE)
                        pthread_join(own, NULL);
                pthread_setcancelstate(cancel, NULL);
        }
        sem_destroy(&data.done);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        if (!error)
                *thread = own;
        return error;
}

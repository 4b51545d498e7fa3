/*
 * What the attributes of a thread have here and not in musl: the processors that it may run on, the
 * signals that it has blocked. The last pointer's worth of pthread_attr_t, which musl leaves unused
 * and zeroes, points to it.
 */
#ifndef LWB_PTHREAD_EXTENSION_H
#define LWB_PTHREAD_EXTENSION_H

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <string.h>

struct extension {
        cpu_set_t *processors; /* null: not set */
        size_t size;           /* of it, bytes */
        sigset_t mask;
        int has_mask;
};

/* Of musl's words the first five are in use. */
_Static_assert(sizeof(pthread_attr_t) == (sizeof(long) == 8 ? 14 : 9) * sizeof(int),
               "libc's attributes have changed");

/* The extension, or null. */
static inline struct extension *extension_of(const pthread_attr_t *attributes)
{
        struct extension *extension;

        memcpy(&extension, (const char *)attributes + sizeof *attributes - sizeof extension,
               sizeof extension);
        return extension;
}

/* The extension, made where there is none; null without memory. */
struct extension *__lwb_extension(pthread_attr_t *attributes);

#endif

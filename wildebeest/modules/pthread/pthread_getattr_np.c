/*
 * glibc: stores the processors of the thread, too.
 * musl:  stores its stack and whether it is detached.
 * here:  as glibc.
 * see:   pthread_getattr_np(3).
 */
#include <errno.h>
#include <stdlib.h>
#include "../../shared/libc_own.h"
#include "extension.h"

LIBC_OWN(pthread_getattr_np);
int __lwb_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes);

/* The largest set that is asked for: some 8 million processors. */
#define LARGEST (1 << 20)

/* The set of a thread's processors, which grows until the kernel's fits; 0 or an errno value. */
static int add_processors(pthread_t thread, pthread_attr_t *attributes)
{
        cpu_set_t *processors = NULL;
        int error = EINVAL;

        for (size_t size = sizeof *processors; error == EINVAL && size <= LARGEST; size *= 2) {
                cpu_set_t *larger = realloc(processors, size);

                if (!larger) {
                        free(processors);
                        return ENOMEM;
                }
                processors = larger;
                error = pthread_getaffinity_np(thread, size, processors);
                if (!error)
                        error = pthread_attr_setaffinity_np(attributes, size, processors);
        }
        free(processors);
        /* Where a filter forbids to ask, the attributes have none. */
        return error == ENOMEM ? ENOMEM : 0;
}

/** Stores the attributes of a thread, to be freed with pthread_attr_destroy. 0, or an errno value:
 * ENOMEM. */
int __lwb_pthread_getattr_np(pthread_t thread, pthread_attr_t *attributes)
{
        int error = libc_own_pthread_getattr_np(thread, attributes);

        if (error)
                return error;
        error = add_processors(thread, attributes);
        if (error)
                pthread_attr_destroy(attributes);
        return error;
}

/*
 * glibc: has both functions.
 * musl:  lacks them; a thread that runs already can be moved (pthread_setaffinity_np).
 * here:  a copy of the set belongs to the attributes.
 * see:   pthread_attr_setaffinity_np(3).
 */
#include <errno.h>
#include <stdlib.h>
#include "extension.h"

/**
 * Sets the processors that a thread may run on from its start, `size` bytes of them; null or 0: as
 * its creator. 0, or ENOMEM. pthread_create fails with EINVAL where none of them is there.
 */
int pthread_attr_setaffinity_np(pthread_attr_t *attributes, size_t size,
                                const cpu_set_t *processors)
{
        struct extension *extension;
        cpu_set_t *copy = NULL;

        if (!processors || !size) {
                extension = extension_of(attributes);
                if (!extension)
                        return 0;
                size = 0;
        } else {
                extension = __lwb_extension(attributes);
                copy = malloc(size);
                if (!extension || !copy) {
                        free(copy);
                        return ENOMEM;
                }
                memcpy(copy, processors, size);
        }
        free(extension->processors);
        extension->processors = copy;
        extension->size = size;
        return 0;
}

/**
 * Stores the processors that are set, up to `size` bytes; all bits set where none are. 0, or EINVAL
 * where `size` is too small for them.
 */
int pthread_attr_getaffinity_np(const pthread_attr_t *attributes, size_t size,
                                cpu_set_t *processors)
{
        const struct extension *extension = extension_of(attributes);
        const char *bytes;

        if (!extension || !extension->processors) {
                memset(processors, 0xff, size);
                return 0;
        }
        bytes = (const char *)extension->processors;
        for (size_t i = size; i < extension->size; i++)
                if (bytes[i])
                        return EINVAL;
        memset(processors, 0, size);
        memcpy(processors, bytes, size < extension->size ? size : extension->size);
        return 0;
}

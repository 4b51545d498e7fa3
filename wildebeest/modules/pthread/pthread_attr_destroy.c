/*
 * glibc: frees what pthread_attr_setaffinity_np and pthread_attr_setsigmask_np have allocated.
 * musl:  has nothing to free.
 * here:  as glibc.
 * see:   POSIX.1-2024.
 */
#include <stdlib.h>
#include "../../shared/libc_own.h"
#include "extension.h"

LIBC_OWN(pthread_attr_destroy);
int __lwb_pthread_attr_destroy(pthread_attr_t *attributes);

/** Frees what belongs to the attributes, which then have to be initialized again. 0. */
int __lwb_pthread_attr_destroy(pthread_attr_t *attributes)
{
        struct extension *extension = extension_of(attributes);

        if (extension) {
                free(extension->processors);
                free(extension);
                memset((char *)attributes + sizeof *attributes - sizeof extension, 0,
                       sizeof extension);
        }
        return libc_own_pthread_attr_destroy(attributes);
}

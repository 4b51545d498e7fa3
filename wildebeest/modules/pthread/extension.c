#include <stdlib.h>
#include "extension.h"

struct extension *__lwb_extension(pthread_attr_t *attributes)
{
        struct extension *extension = extension_of(attributes);

        if (extension)
                return extension;
        extension = calloc(1, sizeof *extension);
        if (extension)
                memcpy((char *)attributes + sizeof *attributes - sizeof extension, &extension,
                       sizeof extension);
        return extension;
}

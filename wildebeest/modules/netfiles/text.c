#include "text.h"
#include <errno.h>
#include <stdlib.h>

int __lwb_text_append(struct netfile_text *text, char c)
{
        if (text->length == text->size) {
                size_t size = text->size ? text->size * 2 : 256;
                char *bytes = size > text->size ? realloc(text->bytes, size) : NULL;

                if (!bytes)
                        return ENOMEM;
                text->bytes = bytes;
                text->size = size;
        }
        text->bytes[text->length++] = c;
        return 0;
}

int __lwb_netfile_byte(struct netfile *file, int *c)
{
        if (file->next == file->end) {
                int error = __lwb_netfile_fill(file);

                if (error)
                        return error;
        }
        *c = file->end ? (unsigned char)file->block[file->next++] : -1;
        return 0;
}

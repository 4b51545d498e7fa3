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
        struct lwb_lines *lines = &file->lines;

        if (lines->line == lines->lines_end) {
                char *line;
                char *newline;
                int error = __lwb_lines_line(lines, &line, &newline);

                *c = -1;
                if (error)
                        return error == ENOENT ? 0 : error;
                lwb_lines_unread(lines, line);
        }
        /* The newline that the file lacks is not for those who look at bytes. */
        *c = lines->line == lines->added ? -1 : (unsigned char)*lines->line++;
        return 0;
}

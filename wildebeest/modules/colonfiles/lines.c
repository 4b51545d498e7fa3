#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>
#include "lines.h"

enum { BLOCK = 64 * 1024 };

void __lwb_lines_begin(struct lwb_lines *lines, int fd)
{
        *lines = (struct lwb_lines){.fd = fd};
}

void __lwb_lines_end(struct lwb_lines *lines)
{
        free(lines->data);
        *lines = (struct lwb_lines){.fd = lines->fd, .at_end = 1};
}

/* Makes room for a block behind the beginning of a line that is not complete. */
static int make_room(struct lwb_lines *lines)
{
        size_t kept = lines->end - lines->next;
        size_t size = lines->size;
        char *data;

        if (kept && lines->next)
                memmove(lines->data, lines->data + lines->next, kept);
        lines->next = 0;
        lines->end = kept;
        if (size - kept > size / 2)
                return 0;
        if (size > (SIZE_MAX - 1 - LWB_LINES_PADDING) / 2)
                return ENOMEM;
        size = size ? size * 2 : BLOCK;
        /* One byte more for the newline that the last line may lack. */
        data = realloc(lines->data, size + 1 + LWB_LINES_PADDING);
        if (!data)
                return ENOMEM;
        memset(data + size + 1, 0, LWB_LINES_PADDING);
        lines->data = data;
        lines->size = size;
        return 0;
}

/* Reads a block; at_end is set where there is none. */
static int read_block(struct lwb_lines *lines)
{
        ssize_t count;

        do {
                count = read(lines->fd, lines->data + lines->end, lines->size - lines->end);
        } while (count == -1 && errno == EINTR);
        if (count == -1)
                return errno;
        lines->end += (size_t)count;
        lines->at_end = !count;
        return 0;
}

int __lwb_lines_next(struct lwb_lines *lines, char **from, char **end)
{
        int saved = errno;
        size_t seen = lines->end - lines->next;

        while (!lines->at_end) {
                const char *newline;
                int error = make_room(lines);

                if (!error)
                        error = read_block(lines);
                errno = saved;
                if (error)
                        return error;
                newline = memrchr(lines->data + seen, '\n', lines->end - seen);
                seen = lines->end;
                if (newline) {
                        *from = lines->data;
                        *end = lines->data + (newline - lines->data) + 1;
                        lines->next = (size_t)(*end - lines->data);
                        return 0;
                }
        }
        if (lines->next == lines->end)
                return ENOENT;
        lines->added = lines->data + lines->end;
        *lines->added = '\n';
        *from = lines->data + lines->next;
        *end = lines->data + lines->end + 1;
        lines->next = lines->end;
        return 0;
}

int __lwb_lines_line(struct lwb_lines *lines, char **line, char **newline)
{
        if (lines->line == lines->lines_end) {
                int error = __lwb_lines_next(lines, &lines->line, &lines->lines_end);

                if (error) {
                        lines->line = lines->lines_end;
                        return error;
                }
        }
        *line = lines->line;
        *newline = lwb_newline(lines->line);
        lines->line = *newline + 1;
        return 0;
}

const char *__lwb_lines_search(const char *from, const char *end, const char *bytes, size_t size)
{
        const lwb_vector first = (lwb_vector){0} + (unsigned char)bytes[0];
        const lwb_vector last = (lwb_vector){0} + (unsigned char)bytes[size - 1];

        if (size > (size_t)(end - from))
                return NULL;
        end -= size - 1;
        /* Where the first byte and the last stand at their distance, the rest is compared. */
        for (; from < end; from += 16) {
                lwb_vector both = lwb_vector_equal(lwb_vector_load(from), first) &
                                  lwb_vector_equal(lwb_vector_load(from + size - 1), last);
                unsigned int index;

                while ((index = lwb_vector_first(both)) < 16) {
                        if (from + index >= end)
                                return NULL;
                        if (!memcmp(from + index, bytes, size))
                                return from + index;
                        both[index] = 0;
                }
        }
        return NULL;
}

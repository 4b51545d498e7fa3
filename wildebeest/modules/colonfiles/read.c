#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include "colonfiles.h"

int __lwb_colon_reserve(struct lwb_colon_buffer *buffer, size_t size)
{
        size_t larger = buffer->size < 256 ? 256 : buffer->size;
        char *data;

        if (size <= buffer->size)
                return 0;
        if (!buffer->grows)
                return ERANGE;
        while (larger < size && larger <= SIZE_MAX / 2)
                larger *= 2;
        if (larger < size)
                larger = size;
        data = realloc(buffer->data, larger);
        if (!data)
                return ENOMEM;
        buffer->data = data;
        buffer->size = larger;
        return 0;
}

/* Reads the rest of a line that is not wanted. */
static void skip_line(FILE *stream)
{
        int c;

        do {
                c = getc_unlocked(stream);
        } while (c != '\n' && c != EOF);
}

/* A line while it is read. */
struct line {
        /* How many of its bytes are taken off the stream. */
        off_t taken;
        /* Whether its newline is among them. */
        int complete;
};

/* Reads a line that is neither empty nor a comment, without the blanks before it, to the buffer. */
static int read_line(FILE *stream, struct lwb_colon_buffer *buffer, struct line *line)
{
        size_t length = 0;
        int ended = 0;

        *line = (struct line){0, 0};
        /* Where no entry can fit nothing is read, which matters if one can not seek back. */
        if (__lwb_colon_reserve(buffer, 2))
                return buffer->grows ? ENOMEM : ERANGE;
        for (;;) {
                int c;
                int error;

                errno = 0;
                c = getc_unlocked(stream);
                if (c == EOF) {
                        /* musl sets no errno on a stream that is for writing only. */
                        if (!feof_unlocked(stream))
                                return errno ? errno : __freadable(stream) ? EIO : EBADF;
                        if (!length)
                                return ENOENT;
                        break;
                }
                line->taken++;
                if (c == '\n' && length) {
                        line->complete = 1;
                        break;
                }
                if (!length && c == '#' && !ended)
                        skip_line(stream);
                if (!length && (c == '\n' || (c == '#' && !ended))) {
                        line->taken = 0;
                        ended = 0;
                        continue;
                }
                if (ended || (!length && isspace(c)))
                        continue;
                if (c == '\0') {
                        ended = 1;
                        continue;
                }
                error = length > SIZE_MAX - 2 ? ENOMEM : __lwb_colon_reserve(buffer, length + 2);
                if (error)
                        return error;
                buffer->data[length++] = (char)c;
        }
        buffer->data[length] = '\0';
        return 0;
}

/* Parses the text that the buffer begins with. */
static int parse_buffer(lwb_colon_parser *parse, void *entry, struct lwb_colon_buffer *buffer)
{
        size_t text = strlen(buffer->data) + 1;

        if (buffer->grows) {
                size_t size;

                if (__builtin_add_overflow(text, __lwb_colon_space(buffer->data), &size))
                        return ENOMEM;
                if (__lwb_colon_reserve(buffer, size))
                        return ENOMEM;
        }
        return parse(buffer->data, entry, buffer->data + text, buffer->size - text);
}

int __lwb_colon_next(FILE *stream, lwb_colon_parser *parse, void *entry,
                     struct lwb_colon_buffer *buffer)
{
        int saved = errno;
        int error;
        struct line line;

        flockfile(stream);
        do {
                error = read_line(stream, buffer, &line);
                if (!error)
                        error = parse_buffer(parse, entry, buffer);
        } while (error == LWB_NO_ENTRY);
        if ((error == ERANGE || error == ENOMEM) && line.taken &&
            fseeko(stream, -line.taken, SEEK_CUR)) {
                error = errno;
                /* What is left of the line must not pass for an entry of its own. */
                if (!line.complete)
                        skip_line(stream);
        }
        funlockfile(stream);
        errno = saved;
        return error;
}

/* Parses bytes that are copied to the buffer. */
static int parse_copy(const char *text, size_t length, lwb_colon_parser *parse, void *entry,
                      struct lwb_colon_buffer *buffer)
{
        int error = length == SIZE_MAX ? ENOMEM : __lwb_colon_reserve(buffer, length + 1);

        if (error)
                return error;
        memcpy(buffer->data, text, length);
        buffer->data[length] = '\0';
        return parse_buffer(parse, entry, buffer);
}

int __lwb_colon_string(const char *text, lwb_colon_parser *parse, void *entry,
                       struct lwb_colon_buffer *buffer)
{
        int error = parse_copy(text, strcspn(text, "\n"), parse, entry, buffer);

        return error == LWB_NO_ENTRY ? EINVAL : error;
}

int __lwb_colon_line(const char *text, size_t length, lwb_colon_parser *parse, void *entry,
                     struct lwb_colon_buffer *buffer)
{
        const char *nul = memchr(text, '\0', length);

        if (nul)
                length = (size_t)(nul - text);
        for (; length && isspace((unsigned char)*text); length--)
                text++;
        if (!length || *text == '#')
                return LWB_NO_ENTRY;
        return parse_copy(text, length, parse, entry, buffer);
}

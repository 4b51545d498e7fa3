/*
 * Any bytes as a file of each format, through buffers of any size. What is read with a small
 * buffer and retries is what a growing one reads, and what can be written reads back the same.
 * The input's first byte chooses the format, its second the buffer's size.
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "colonfiles.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

union entry {
        struct passwd pw;
        struct group gr;
        struct spwd sp;
        struct lwb_gshadow sg;
};

static int put_passwd(const union entry *entry, FILE *stream)
{
        return __lwb_put_passwd(&entry->pw, stream);
}

static int put_group(const union entry *entry, FILE *stream)
{
        return __lwb_put_group(&entry->gr, stream);
}

static int put_shadow(const union entry *entry, FILE *stream)
{
        return __lwb_put_shadow(&entry->sp, stream);
}

static int put_gshadow(const union entry *entry, FILE *stream)
{
        return __lwb_put_gshadow(&entry->sg, stream);
}

static const struct {
        lwb_colon_parser *parse;
        int (*put)(const union entry *, FILE *);
} formats[] = {
    {__lwb_parse_passwd, put_passwd},
    {__lwb_parse_group, put_group},
    {__lwb_parse_shadow, put_shadow},
    {__lwb_parse_gshadow, put_gshadow},
};

/* The entry as a line, or NULL where it can not be one. */
static char *line_of(int format, const union entry *entry)
{
        char *text = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&text, &size);
        int result = formats[format].put(entry, stream);

        fclose(stream);
        if (!result)
                return text;
        if (errno != EINVAL)
                abort();
        free(text);
        return NULL;
}

/* Whether a parser takes what its writer writes: shadow's large numbers turn negative, as in glibc.
 */
static int reads_back(int format, const union entry *entry)
{
        const struct spwd *sp = &entry->sp;

        return formats[format].put != put_shadow ||
               (sp->sp_lstchg >= -1 && sp->sp_min >= -1 && sp->sp_max >= -1 && sp->sp_warn >= -1 &&
                sp->sp_inact >= -1 && sp->sp_expire >= -1);
}

/* What is written is one line, which reads back as the same; but compat entries lose their ids. */
static void check_line(int format, const char *line)
{
        struct lwb_colon_buffer buffer = {NULL, 0, 1};
        union entry entry;
        char *again;

        if (strchr(line, '\n') != line + strlen(line) - 1)
                abort();
        if (__lwb_colon_string(line, formats[format].parse, &entry, &buffer))
                abort();
        again = line_of(format, &entry);
        if (!again || strcmp(line, again))
                abort();
        free(again);
        free(buffer.data);
}

/* A plain line is written as it stands, and a whole line reads as the stream of it does. */
static void check_plain(int format, const uint8_t *data, size_t size)
{
        const uint8_t *newline = memchr(data, '\n', size);
        size_t length = newline ? (size_t)(newline - data) : size;
        struct lwb_colon_buffer buffer = {NULL, 0, 1};
        char *text = malloc(length + 2);
        char *(*plain)(char *) = NULL;
        union entry entry;
        int error;

        memcpy(text, data, length);
        text[length] = '\n';
        text[length + 1] = '\0';
        error = __lwb_colon_line(text, length, formats[format].parse, &entry, &buffer);
        if (formats[format].put == put_passwd)
                plain = __lwb_plain_passwd;
        else if (formats[format].put == put_group)
                plain = __lwb_plain_group;
        if (plain && plain(text)) {
                char *line;

                if (error || plain(text) != text + length)
                        abort();
                line = line_of(format, &entry);
                if (!line || strcmp(line, text))
                        abort();
                free(line);
        }
        free(text);
        free(buffer.data);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        struct lwb_colon_buffer growing = {NULL, 0, 1};
        int format;
        size_t small;
        int grown;
        FILE *first;
        FILE *second;

        if (size < 3)
                return 0;
        format = data[0] % 4;
        small = data[1];
        check_plain(format, data + 2, size - 2);
        first = fmemopen((void *)(uintptr_t)(data + 2), size - 2, "r");
        second = fmemopen((void *)(uintptr_t)(data + 2), size - 2, "r");
        do {
                union entry one;
                union entry other;
                size_t room = small;
                int error;
                char *space;
                char *line;
                char *same;

                grown = __lwb_colon_next(first, formats[format].parse, &one, &growing);
                for (;;) {
                        space = malloc(room + 1);
                        /* At the allocation's end, unaligned as it falls. */
                        error = __lwb_colon_next(second, formats[format].parse, &other,
                                                 &(struct lwb_colon_buffer){space + 1, room, 0});
                        if (error != ERANGE)
                                break;
                        free(space);
                        room = room * 2 + 8;
                }
                if (error != grown || (grown && grown != ENOENT))
                        abort();
                if (!grown) {
                        line = line_of(format, &one);
                        same = line_of(format, &other);
                        if (!line != !same || (line && strcmp(line, same)))
                                abort();
                        if (line && reads_back(format, &one))
                                check_line(format, line);
                        free(line);
                        free(same);
                }
                free(space);
        } while (!grown);
        fclose(first);
        fclose(second);
        free(growing.data);
        return 0;
}

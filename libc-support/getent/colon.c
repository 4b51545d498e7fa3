/* Scans of passwd, group, shadow and gshadow: all keys in one pass, only likely lines parsed. */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../../wildebeest/modules/colonfiles/lines.h"
#include "colon.h"

/* Names are hashed by so many of their first bytes, to one of so many numbers. */
enum { HASHED = 16, HASHES = 4096 };

/* A pass through a file. */
struct pass {
        struct request *request;
        const struct colon_format *format;
        struct lwb_colon_buffer buffer;
        /* How many keys are active and not found. */
        size_t left;
        /* The hashes of the names that are looked for, and the ids, modulo 64. */
        uint64_t names[HASHES / 64];
        uint64_t ids;
        bool named;
        /* The one name that is looked for, or NULL. */
        const char *name;
        size_t name_length;
};

/* Lines from `from` to `end` are given to this; false ends the pass. */
typedef bool batch(struct pass *pass, char *from, char *end);

static bool read_batches(struct pass *pass, const char *path, batch *take)
{
        struct lwb_lines lines;
        char *from;
        char *end;
        int error;
        int fd = open_file(pass->request, path);

        if (fd == -1)
                return false;
        __lwb_lines_begin(&lines, fd);
        while (!(error = __lwb_lines_next(&lines, &from, &end)))
                if (!take(pass, from, end))
                        break;
        __lwb_lines_end(&lines);
        close(fd);
        if (error && error != ENOENT)
                report_error(pass->request, path, error);
        return true;
}

void colon_put(struct request *request, const struct colon_format *format,
               const union colon_entry *entry, FILE *stream)
{
        errno = 0;
        if (!format->put(entry, stream) || errno != EINVAL)
                return;
        fprintf(stderr, "error writing %s entry: %s\n", format->name, strerror(EINVAL));
        request->spoiled = true;
}

/* Parses a line; whether it is an entry. */
static bool parse(struct pass *pass, const char *line, const char *newline,
                  union colon_entry *entry)
{
        int error = __lwb_colon_line(line, (size_t)(newline - line), pass->format->parse, entry,
                                     &pass->buffer);

        if (error == ENOMEM)
                no_memory();
        return !error;
}

static void put_line(struct pass *pass, const char *line, const char *newline)
{
        union colon_entry entry;

        if (parse(pass, line, newline, &entry))
                colon_put(pass->request, pass->format, &entry, stdout);
}

/* Writes the entries of a batch; lines in a row that need no change go out as one piece. */
static bool write_batch(struct pass *pass, char *from, char *end)
{
        while (from < end) {
                char *line = from;
                char *newline = NULL;

                while (line < end && pass->format->plain && (newline = pass->format->plain(line)))
                        line = newline + 1;
                if (line > from)
                        fwrite_unlocked(from, 1, (size_t)(line - from), stdout);
                if (line < end) {
                        newline = lwb_newline(line);
                        put_line(pass, line, newline);
                        line = newline + 1;
                }
                from = line;
        }
        return !ferror(stdout);
}

void colon_enumerate(struct request *request, const struct colon_format *format)
{
        struct pass pass = {.request = request, .format = format, .buffer = {NULL, 0, 1}};

        read_batches(&pass, format->path, write_batch);
        free(pass.buffer.data);
}

/* A number below HASHES by the first bytes of a name; HASHED bytes can be read there. */
static inline unsigned int name_hash(const char *name, size_t length)
{
        uint64_t low = 0;
        uint64_t high = 0;

        if (length >= 8) {
                memcpy(&low, name, 8);
                memcpy(&high, name + (length < HASHED ? length - 8 : 8), 8);
        } else {
                for (size_t i = 0; i < length; i++)
                        low = low << 8 | (unsigned char)name[i];
        }
        return (unsigned int)((low * 0x9e3779b97f4a7c15 + high) * 0xbf58476d1ce4e5b9 >> 52);
}

/* How long a name is that ends with its field, line or text; HASHED when it is longer. */
static inline size_t name_length(const char *name)
{
        const lwb_vector bytes = lwb_vector_load(name);
        const lwb_vector zero = {0};

        return lwb_vector_first(lwb_vector_equal(bytes, zero + ':') |
                                lwb_vector_equal(bytes, zero + '\n') |
                                lwb_vector_equal(bytes, zero));
}

static bool matches(const struct colon_format *format, const union colon_entry *entry,
                    const struct key *key)
{
        const char *name = format->entry_name(entry);

        if (__lwb_colon_compat(name) || key->impossible)
                return false;
        return key->numeric ? format->entry_id(entry) == key->id : !strcmp(name, key->text);
}

/* Compares the entry of a line, if it is one, with all keys that are not found yet. */
static void try_line(struct pass *pass, const char *line, const char *newline)
{
        union colon_entry entry;

        if (!parse(pass, line, newline, &entry))
                return;
        for (size_t i = 0; i < pass->request->count; i++) {
                struct key *key = &pass->request->keys[i];

                if (!key->active || key->result == LOOKUP_SUCCESS ||
                    !matches(pass->format, &entry, key))
                        continue;
                colon_put(pass->request, pass->format, &entry, key_begin(key));
                key_end(key);
                pass->left--;
        }
}

static bool is_blank(char c)
{
        return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Where a line of one name is: it is first in its line but for blanks, and a field of its own. */
static bool find_name(struct pass *pass, char *from, char *end)
{
        const char *p = from;

        while ((p = __lwb_lines_search(p, end, pass->name, pass->name_length))) {
                const char *line = p;
                char behind = p[pass->name_length];

                p++;
                if (behind != ':' && behind != '\n' && behind != '\0')
                        continue;
                while (line > from && line[-1] != '\n' && is_blank(line[-1]))
                        line--;
                if (line > from && line[-1] != '\n')
                        continue;
                try_line(pass, line, lwb_newline((char *)line));
                if (!pass->left)
                        return false;
        }
        return true;
}

/*
 * Whether the id of a line can be one of those looked for; whatever is not plainly another number
 * can be.
 */
static bool may_have_id(const struct pass *pass, const char *p)
{
        uint32_t id = 0;
        int digits = 0;

        while (*p != ':' && *p != '\n')
                p++;
        if (*p++ != ':')
                return false;
        while (*p != ':' && *p != '\n')
                p++;
        if (*p++ != ':')
                return false;
        for (; *p >= '0' && *p <= '9' && digits < 9; digits++)
                id = id * 10 + (uint32_t)(*p++ - '0');
        return *p != ':' || (pass->ids >> (id & 63) & 1);
}

/* As find_name, for any keys. */
static bool find_any(struct pass *pass, char *from, char *end)
{
        for (char *line = from; line < end;) {
                bool likely = false;
                const char *p = line;
                char *newline;

                while (is_blank(*p) && *p != '\n')
                        p++;
                if (pass->ids)
                        likely = may_have_id(pass, p);
                if (pass->named && !likely) {
                        unsigned int hash = name_hash(p, name_length(p));

                        likely = pass->names[hash / 64] >> (hash % 64) & 1;
                }
                newline = lwb_newline((char *)p);
                if (likely) {
                        try_line(pass, line, newline);
                        if (!pass->left)
                                return false;
                }
                line = newline + 1;
        }
        return true;
}

void colon_find(struct request *request, const struct colon_format *format, const char *path)
{
        struct pass pass = {.request = request, .format = format, .buffer = {NULL, 0, 1}};
        bool opened;

        for (size_t i = 0; i < request->count; i++) {
                struct key *key = &request->keys[i];
                char name[HASHED + 1] = "";
                unsigned int hash;

                if (!key->active || key->impossible)
                        continue;
                pass.left++;
                pass.name = pass.left == 1 && !key->numeric && *key->text ? key->text : NULL;
                if (key->numeric) {
                        pass.ids |= (uint64_t)1 << (key->id & 63);
                        continue;
                }
                strncpy(name, key->text, HASHED);
                hash = name_hash(name, strlen(name));
                pass.names[hash / 64] |= (uint64_t)1 << (hash % 64);
                pass.named = true;
        }
        if (pass.name)
                pass.name_length = strlen(pass.name);
        opened = read_batches(&pass, path, pass.name ? find_name : find_any);
        for (size_t i = 0; opened && i < request->count; i++)
                if (request->keys[i].active && request->keys[i].result != LOOKUP_SUCCESS)
                        request->keys[i].result = LOOKUP_NOTFOUND;
        free(pass.buffer.data);
}

void read_ids(struct request *request)
{
        for (size_t i = 0; i < request->count; i++) {
                struct key *key = &request->keys[i];
                const char *digits = key->text;
                bool negative;
                unsigned long long id;

                while (is_blank(*digits))
                        digits++;
                negative = *digits == '-';
                digits += negative || *digits == '+';
                if (!is_digits(digits))
                        continue;
                errno = 0;
                id = strtoull(digits, NULL, 10);
                if (errno == ERANGE)
                        id = UINT64_MAX;
                else if (negative)
                        id = -id;
                key->numeric = true;
                key->id = (uint32_t)id;
                /* As with strtoul, -2 is the second last id; but none is taken modulo 2^32. */
                key->impossible = id > UINT32_MAX && id < (uint64_t)INT32_MIN;
        }
}

/* /etc/aliases: name: member, member…; a blank continues, `:include:` names a file of members. */
#include "text.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/** Begins to read the entries of `file`, which stays the caller's. */
void __lwb_alias_begin(struct alias_reader *reader, struct netfile *file)
{
        *reader = (struct alias_reader){.file = file};
}

/** Frees what the reader holds, and with it the last entry. */
void __lwb_alias_end(struct alias_reader *reader)
{
        free(reader->text.bytes);
        free(reader->members);
        *reader = (struct alias_reader){.file = reader->file};
}

/* Reads on to the end of a line. */
static int skip_line(struct netfile *file, int c)
{
        int error = 0;

        while (!error && c != '\n' && c != -1)
                error = __lwb_netfile_byte(file, &c);
        return error;
}

/*
 * Reads text without the blanks before it up to one of `stop`, which goes to `*c`, or to the
 * line's end: '\n', or '\0' where a comment or a NUL cut it off, or -1.
 */
static int read_text(struct netfile *file, struct netfile_text *text, char stop, int *c)
{
        size_t begin = text->length;

        for (;;) {
                int error = __lwb_netfile_byte(file, c);

                if (error)
                        return error;
                if (*c == '#' || *c == '\0') {
                        error = skip_line(file, *c);
                        *c = '\0';
                        return error;
                }
                if (*c == -1 || *c == '\n' || *c == stop)
                        return 0;
                if (text->length == begin && netfile_is_blank((char)*c))
                        continue;
                error = __lwb_text_append(text, (char)*c);
                if (error)
                        return error;
        }
}

static int read_members(struct alias_reader *reader, struct netfile *file, bool includes,
                        size_t *count, int *c);

/* Reads the members that a file has, line by line; what can not be read has none. */
static int include(struct alias_reader *reader, const char *path, size_t *count)
{
        struct netfile file;
        struct stat status;
        int error = 0;
        int c = '\n';
        int fd;

        /* Not to wait for the writer of a FIFO; the caller keeps errno. */
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
        if (fd == -1)
                return errno == ENOMEM ? ENOMEM : 0;
        __lwb_netfile_begin(&file, fd);
        if (!fstat(fd, &status) && S_ISREG(status.st_mode))
                while (!error && c != -1)
                        error = read_members(reader, &file, false, count, &c);
        __lwb_netfile_close(&file);
        return error;
}

/* Reads the members of a line; `*c` is -1 at the end of the file. */
static int read_members(struct alias_reader *reader, struct netfile *file, bool includes,
                        size_t *count, int *c)
{
        static const char prefix[] = ":include:";
        struct netfile_text *text = &reader->text;

        do {
                size_t begin = text->length;
                int error = read_text(file, text, ',', c);

                if (!error && text->length > begin)
                        error = __lwb_text_append(text, '\0');
                if (error)
                        return error;
                if (text->length == begin)
                        continue;
                if (includes && !strncmp(text->bytes + begin, prefix, sizeof prefix - 1)) {
                        char *path = strdup(text->bytes + begin + sizeof prefix - 1);

                        text->length = begin;
                        error = path ? include(reader, path, count) : ENOMEM;
                        free(path);
                        if (error)
                                return error;
                } else {
                        ++*count;
                }
        } while (*c == ',');
        return 0;
}

/* Whether the next line continues this one. */
static int is_continued(struct netfile *file, bool *continued)
{
        int c;
        int error = __lwb_netfile_byte(file, &c);

        if (error)
                return error;
        *continued = c != -1 && c != '\n' && netfile_is_blank((char)c);
        if (c != -1)
                lwb_lines_unread(&file->lines, file->lines.line - 1);
        return 0;
}

/* Points to the members, which stand behind the name. */
static int list_members(struct alias_reader *reader, struct mail_alias *alias)
{
        size_t size;
        char *member = reader->text.bytes;
        char **members = NULL;

        if (!__builtin_mul_overflow(alias->count, sizeof *members, &size))
                members = realloc(reader->members, size);
        if (!members)
                return ENOMEM;
        reader->members = members;
        alias->name = member;
        alias->members = members;
        for (size_t i = 0; i < alias->count; i++) {
                member += strlen(member) + 1;
                members[i] = member;
        }
        return 0;
}

/* Reads one entry; EINVAL when lines are none. */
static int read_entry(struct alias_reader *reader, struct mail_alias *alias)
{
        struct netfile_text *text = &reader->text;
        bool continued = true;
        int c;
        int error;

        text->length = 0;
        alias->count = 0;
        error = read_text(reader->file, text, ':', &c);
        if (error)
                return error;
        if (c == -1)
                return NETFILE_END;
        if (c != ':')
                return EINVAL;
        if (!text->length) {
                error = skip_line(reader->file, c);
                return error ? error : EINVAL;
        }
        error = __lwb_text_append(text, '\0');
        while (!error && continued) {
                error = read_members(reader, reader->file, true, &alias->count, &c);
                if (!error)
                        error = is_continued(reader->file, &continued);
        }
        if (error)
                return error;
        return alias->count ? list_members(reader, alias) : EINVAL;
}

/** The next entry; it lives until the next call. Returns 0, NETFILE_END, ENOMEM… */
int __lwb_alias_next(struct alias_reader *reader, struct mail_alias *alias)
{
        int saved = errno;
        int error;

        do {
                error = read_entry(reader, alias);
        } while (error == EINVAL);
        errno = saved;
        return error;
}

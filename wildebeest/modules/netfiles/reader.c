/* Lines of any length out of a block of fixed size. */
#include "netfiles.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/** Opens `path`; `block` must outlive the file. Returns 0 or the errno of open(2). */
int __lwb_netfile_open(struct netfile *file, const char *path, char *block, size_t size)
{
        int saved = errno;
        int error;

        *file = (struct netfile){.fd = -1, .block = block, .size = size};
        do {
                file->fd = open(path, O_RDONLY | O_CLOEXEC);
        } while (file->fd == -1 && errno == EINTR);
        error = file->fd == -1 ? errno : 0;
        errno = saved;
        return error;
}

/** Closes the file; nothing happens when it is not open. */
void __lwb_netfile_close(struct netfile *file)
{
        if (file->fd != -1)
                close(file->fd);
        file->fd = -1;
}

/** Reads the next block; `end` is 0 at the end of the file. Returns 0 or the errno of read(2). */
int __lwb_netfile_fill(struct netfile *file)
{
        int saved = errno;
        int error;
        ssize_t count;

        if (file->error)
                return file->error;
        file->base += (off_t)file->end;
        file->next = 0;
        file->end = 0;
        do {
                count = read(file->fd, file->block, file->size);
        } while (count == -1 && errno == EINTR);
        error = count == -1 ? errno : 0;
        errno = saved;
        if (!error)
                file->end = (size_t)count;
        return error;
}

/* How many bytes come before a comment or a NUL, which ends a line as it would in a string. */
static size_t significant(const char *text, size_t size)
{
        const char *comment = memchr(text, '#', size);
        const char *nul;

        if (comment)
                size = (size_t)(comment - text);
        nul = memchr(text, '\0', size);
        return nul ? (size_t)(nul - text) : size;
}

/* Reads one line without its leading blanks and its comment; it may turn out empty. */
static int read_line(struct netfile *file, char *line, size_t size)
{
        size_t length = 0;
        bool begun = false;
        bool ended = false;

        file->line = file->base + (off_t)file->next;
        for (;;) {
                const char *from, *newline;
                size_t count, keep;

                if (file->next == file->end) {
                        int error = __lwb_netfile_fill(file);

                        if (error)
                                return error;
                        if (!file->end)
                                break;
                }
                begun = true;
                from = file->block + file->next;
                count = file->end - file->next;
                newline = memchr(from, '\n', count);
                if (newline)
                        count = (size_t)(newline - from);
                file->next += count + (newline != NULL);
                if (!ended) {
                        while (!length && count && netfile_is_blank(*from)) {
                                from++;
                                count--;
                        }
                        keep = significant(from, count);
                        ended = keep < count;
                        if (keep && keep >= size - length)
                                return ERANGE;
                        if (keep)
                                memcpy(line + length, from, keep);
                        length += keep;
                }
                if (newline)
                        break;
        }
        if (!begun)
                return NETFILE_END;
        if (size)
                line[length] = '\0';
        return length ? 0 : EINVAL;
}

/** Reads the next line that is neither blank nor a comment, and keeps what is before a comment. */
int __lwb_netfile_line(struct netfile *file, char *line, size_t size)
{
        int error;

        do {
                if (file->error)
                        return file->error;
                error = read_line(file, line, size);
        } while (error == EINVAL);
        if (error == ERANGE)
                error = __lwb_netfile_unread(file);
        return error;
}

/** Takes the last line back; ERANGE, or ESPIPE where that is impossible: a long line of a FIFO. */
int __lwb_netfile_unread(struct netfile *file)
{
        int saved = errno;

        if (file->line >= file->base) {
                file->next = (size_t)(file->line - file->base);
                return ERANGE;
        }
        if (lseek(file->fd, file->line, SEEK_SET) == -1) {
                file->error = errno;
                errno = saved;
                return file->error;
        }
        file->base = file->line;
        file->next = 0;
        file->end = 0;
        return ERANGE;
}

/** Reads lines until one is an entry: it and what it points to lie in the buffer. */
int __lwb_netfile_next(struct netfile *file, netfile_parser *parse, void *entry, char *buffer,
                       size_t size)
{
        int saved = errno;
        int error;

        do {
                struct netspace space;
                size_t used;

                error = __lwb_netfile_line(file, buffer, size);
                if (error)
                        return error;
                used = strlen(buffer) + 1;
                space = (struct netspace){.next = buffer + used, .left = size - used};
                error = parse(buffer, &space, entry);
                errno = saved;
        } while (error == EINVAL);
        return error == ERANGE ? __lwb_netfile_unread(file) : error;
}

/** Looks for the first entry that matches; as with glibc, ERANGE may come from a line before it. */
int __lwb_netfile_find(const char *path, netfile_parser *parse, netfile_match *match,
                       const void *key, void *entry, char *buffer, size_t size)
{
        struct netfile file;
        char block[4096];
        int error = __lwb_netfile_open(&file, path, block, sizeof block);

        if (error)
                return error;
        do {
                error = __lwb_netfile_next(&file, parse, entry, buffer, size);
        } while (!error && !match(entry, key));
        __lwb_netfile_close(&file);
        return error;
}

/* Lines of words: comments and blanks are left out, and what does not fit is read again. */
#include "netfiles.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/** Begins to read `fd`, which is the file's from now on. */
void __lwb_netfile_begin(struct netfile *file, int fd)
{
        *file = (struct netfile){.line = NULL};
        __lwb_lines_begin(&file->lines, fd);
}

/** Opens `path`. Returns 0 or the errno of open(2). */
int __lwb_netfile_open(struct netfile *file, const char *path)
{
        int saved = errno;
        int error;
        int fd;

        do {
                fd = open(path, O_RDONLY | O_CLOEXEC);
        } while (fd == -1 && errno == EINTR);
        error = fd == -1 ? errno : 0;
        __lwb_netfile_begin(file, fd);
        errno = saved;
        return error;
}

/** Closes the file; nothing happens when it is not open. */
void __lwb_netfile_close(struct netfile *file)
{
        if (file->lines.fd != -1)
                close(file->lines.fd);
        __lwb_lines_end(&file->lines);
        file->lines.fd = -1;
}

/* The part of a line without its leading blanks, before a comment or a NUL, which ends a line as
 * it would in a string. */
static size_t significant(char **line, const char *newline)
{
        size_t size;
        const char *end;

        while (*line < newline && netfile_is_blank(**line))
                ++*line;
        size = (size_t)(newline - *line);
        end = memchr(*line, '#', size);
        if (end)
                size = (size_t)(end - *line);
        end = memchr(*line, '\0', size);
        return end ? (size_t)(end - *line) : size;
}

/** Reads the next line that is neither blank nor a comment, and keeps what is before a comment. */
int __lwb_netfile_line(struct netfile *file, char *line, size_t size)
{
        size_t length;
        char *from;

        do {
                char *newline;
                int error = __lwb_lines_line(&file->lines, &file->line, &newline);

                if (error)
                        return error == ENOENT ? NETFILE_END : error;
                from = file->line;
                length = significant(&from, newline);
        } while (!length);
        if (length >= size)
                return __lwb_netfile_unread(file);
        memcpy(line, from, length);
        line[length] = '\0';
        return 0;
}

/** Takes the last line back. Returns ERANGE, which is the reason to do so. */
int __lwb_netfile_unread(struct netfile *file)
{
        lwb_lines_unread(&file->lines, file->line);
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
        int error = __lwb_netfile_open(&file, path);

        if (error)
                return error;
        do {
                error = __lwb_netfile_next(&file, parse, entry, buffer, size);
        } while (!error && !match(entry, key));
        __lwb_netfile_close(&file);
        return error;
}

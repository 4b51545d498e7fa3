#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include "colonfiles.h"

/* Opens the file unless that is done; the caller has the lock. */
static int open_file(struct lwb_colon_file *file)
{
        int fd;

        if (file->open)
                return 0;
        do {
                fd = open(file->path, O_RDONLY | O_CLOEXEC);
        } while (fd == -1 && errno == EINTR);
        if (fd == -1)
                return errno;
        __lwb_lines_begin(&file->lines, fd);
        file->open = 1;
        return 0;
}

/* Reads lines until one is an entry. */
static int next_entry(struct lwb_lines *lines, lwb_colon_parser *parse, void *entry,
                      struct lwb_colon_buffer *buffer)
{
        int error;

        do {
                char *line;
                char *newline;

                error = __lwb_lines_line(lines, &line, &newline);
                if (error)
                        return error;
                error = __lwb_colon_line(line, (size_t)(newline - line), parse, entry, buffer);
                if (error == ERANGE || error == ENOMEM)
                        lwb_lines_unread(lines, line);
        } while (error == LWB_NO_ENTRY);
        return error;
}

int __lwb_colon_file_open(struct lwb_colon_file *file)
{
        int error;

        pthread_mutex_lock(&file->lock);
        error = open_file(file);
        pthread_mutex_unlock(&file->lock);
        return error;
}

int __lwb_colon_file_next(struct lwb_colon_file *file, lwb_colon_parser *parse, void *entry,
                          struct lwb_colon_buffer *buffer)
{
        int error;

        pthread_mutex_lock(&file->lock);
        error = open_file(file);
        if (!error) {
                error = next_entry(&file->lines, parse, entry, buffer);
                if (error && error != ENOENT)
                        errno = error;
        }
        pthread_mutex_unlock(&file->lock);
        return error;
}

void __lwb_colon_file_close(struct lwb_colon_file *file)
{
        int saved = errno;

        pthread_mutex_lock(&file->lock);
        if (file->open) {
                close(file->lines.fd);
                __lwb_lines_end(&file->lines);
                file->open = 0;
        }
        pthread_mutex_unlock(&file->lock);
        errno = saved;
}

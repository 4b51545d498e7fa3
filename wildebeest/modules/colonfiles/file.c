#include <errno.h>
#include "colonfiles.h"

int __lwb_colon_file_next(struct lwb_colon_file *file, lwb_colon_parser *parse, void *entry,
                          struct lwb_colon_buffer *buffer)
{
        int error = 0;

        pthread_mutex_lock(&file->lock);
        if (!file->stream) {
                file->stream = fopen(file->path, "rce");
                if (!file->stream)
                        error = errno;
        }
        if (!error) {
                error = __lwb_colon_next(file->stream, parse, entry, buffer);
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
        if (file->stream) {
                fclose(file->stream);
                file->stream = NULL;
        }
        pthread_mutex_unlock(&file->lock);
        errno = saved;
}

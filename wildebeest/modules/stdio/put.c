#include <pthread.h>
#include <stdbool.h>
#include <unistd.h>

#include "stream.h"

LIBC_OWN(fwrite);

/* Whether the stream is a file's, open for output, and its buffer has no part in these bytes. */
static bool bypasses_buffer(FILE *stream, size_t size)
{
        int saved = errno;
        bool direct = size > 0 && size > __fbufsize(stream) && __fpending(stream) == 0 &&
                      __fwritable(stream) && !__freading(stream) && fileno(stream) >= 0;

        errno = saved;
        return direct;
}

size_t __lwb_stdio_put(const void *data, size_t size, FILE *stream)
{
        const char *bytes = data;
        size_t done = 0;
        int refused = 0;

        flockfile(stream);
        if (bypasses_buffer(stream, size)) {
                ssize_t part = 0;
                int state;

                /* write() may end the thread, which would leave the stream locked; libc's own does
                 * not. */
                pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);
                while (done < size && (part = write(fileno(stream), bytes + done, size - done)) > 0)
                        done += (size_t)part;
                if (part < 0)
                        refused = errno;
                pthread_setcancelstate(state, NULL);
        }
        /* What is left, the kernel refused: libc's own fails too, and marks the stream. Its error
         * may be of the empty piece that it puts first. */
        if (done < size) {
                done += libc_own_fwrite(bytes + done, 1, size - done, stream);
                if (done < size && refused)
                        errno = refused;
        }
        if (done < size && !__fwritable(stream))
                errno = EBADF;
        funlockfile(stream);
        return done;
}

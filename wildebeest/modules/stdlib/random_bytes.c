#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include "arc4random.h"

enum { GETENTROPY_LIMIT = 256 };

/* For kernels and sandboxes without getrandom. */
static int read_urandom(unsigned char *buffer, size_t length)
{
        struct pollfd seeded = {.fd = open("/dev/random", O_RDONLY | O_CLOEXEC), .events = POLLIN};
        int fd;

        /* Unlike getrandom, urandom does not wait until it has been seeded once after boot. */
        if (seeded.fd >= 0) {
                while (poll(&seeded, 1, -1) < 0 && errno == EINTR)
                        ;
                close(seeded.fd);
        }
        fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
        if (fd < 0)
                return -1;
        while (length) {
                ssize_t n = read(fd, buffer, length);

                if (n > 0) {
                        buffer += n;
                        length -= (size_t)n;
                } else if (n == 0 || errno != EINTR) {
                        close(fd);
                        return -1;
                }
        }
        return close(fd) == 0 || errno == EINTR ? 0 : -1;
}

void __lwb_random_bytes(void *buffer, size_t length)
{
        unsigned char *next = buffer;
        int saved = errno;

        while (length) {
                size_t n = length < GETENTROPY_LIMIT ? length : GETENTROPY_LIMIT;

                if (getentropy(next, n)) {
                        int cancel, failed;

                        /* Reading is a cancellation point, arc4random is none. */
                        pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel);
                        failed = read_urandom(next, length);
                        pthread_setcancelstate(cancel, &cancel);
                        if (failed)
                                abort();
                        break;
                }
                next += n;
                length -= n;
        }
        errno = saved;
}

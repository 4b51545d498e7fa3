/* See aio_cancel(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <aio.h>

/** aio_cancel(3) under its LFS64 name. */
int aio_cancel64(int fd, struct aiocb64 *request)
{
        return aio_cancel(fd, (struct aiocb *)request);
}

/* See aio_write(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <aio.h>

/** aio_write(3) under its LFS64 name. */
int aio_write64(struct aiocb64 *request)
{
        return aio_write((struct aiocb *)request);
}

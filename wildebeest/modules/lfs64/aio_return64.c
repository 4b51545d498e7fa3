/* See aio_return(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <aio.h>

/** aio_return(3) under its LFS64 name. */
ssize_t aio_return64(struct aiocb64 *request)
{
        return aio_return((struct aiocb *)request);
}

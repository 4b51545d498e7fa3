/* See aio_error(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <aio.h>

/** aio_error(3) under its LFS64 name. */
int aio_error64(const struct aiocb64 *request)
{
        return aio_error((const struct aiocb *)request);
}

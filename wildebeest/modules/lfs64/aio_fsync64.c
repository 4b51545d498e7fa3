/* See aio_fsync(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <aio.h>

/** aio_fsync(3) under its LFS64 name. */
int aio_fsync64(int operation, struct aiocb64 *request)
{
        return aio_fsync(operation, (struct aiocb *)request);
}

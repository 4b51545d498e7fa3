/* See aio_suspend(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <aio.h>

/** aio_suspend(3) under its LFS64 name. */
int aio_suspend64(const struct aiocb64 *const list[], int number, const struct timespec *timeout)
{
        return aio_suspend((const struct aiocb *const *)list, number, timeout);
}

/* See aio_read(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <aio.h>
#include <stddef.h>

_Static_assert(sizeof(struct aiocb64) == sizeof(struct aiocb), "struct aiocb64");
_Static_assert(offsetof(struct aiocb64, aio_fildes) == offsetof(struct aiocb, aio_fildes),
               "aio_fildes");
_Static_assert(offsetof(struct aiocb64, aio_buf) == offsetof(struct aiocb, aio_buf), "aio_buf");
_Static_assert(offsetof(struct aiocb64, aio_nbytes) == offsetof(struct aiocb, aio_nbytes),
               "aio_nbytes");
_Static_assert(offsetof(struct aiocb64, aio_sigevent) == offsetof(struct aiocb, aio_sigevent),
               "aio_sigevent");
_Static_assert(offsetof(struct aiocb64, aio_offset) == offsetof(struct aiocb, aio_offset),
               "aio_offset");

/** aio_read(3) under its LFS64 name. */
int aio_read64(struct aiocb64 *request)
{
        return aio_read((struct aiocb *)request);
}

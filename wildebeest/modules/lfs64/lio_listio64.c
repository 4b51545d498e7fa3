/* See lio_listio(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <aio.h>

/** lio_listio(3) under its LFS64 name. */
int lio_listio64(int mode, struct aiocb64 *const list[restrict], int number,
                 struct sigevent *restrict notify)
{
        return lio_listio(mode, (struct aiocb *const *)list, number, notify);
}

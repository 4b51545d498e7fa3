/* See mmap(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/mman.h>
#include <sys/types.h>

/** mmap(2) under its LFS64 name. */
void *mmap64(void *address, size_t size, int protection, int flags, int fd, off64_t offset)
{
        return mmap(address, size, protection, flags, fd, offset);
}

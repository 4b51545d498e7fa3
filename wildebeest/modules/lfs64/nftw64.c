/* See nftw(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <ftw.h>

typedef int visitor(const char *, const struct stat *, int, struct FTW *);

/** nftw(3) under its LFS64 name. */
int nftw64(const char *path, int (*visit)(const char *, const struct stat64 *, int, struct FTW *),
           int descriptors, int flags)
{
        /* The caller's function differs in nothing but the structure's tag. */
        return nftw(path, (visitor *)(void (*)(void))visit, descriptors, flags);
}

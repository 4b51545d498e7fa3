/* See ftw(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <ftw.h>

typedef int visitor(const char *, const struct stat *, int);

/** ftw(3) under its LFS64 name. */
int ftw64(const char *path, int (*visit)(const char *, const struct stat64 *, int), int descriptors)
{
        /* The caller's function differs in nothing but the structure's tag. */
        return ftw(path, (visitor *)(void (*)(void))visit, descriptors);
}

/* See scandir(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <dirent.h>

typedef int selector(const struct dirent *);
typedef int comparison(const struct dirent **, const struct dirent **);

/** scandir(3) under its LFS64 name. */
int scandir64(const char *restrict path, struct dirent64 ***restrict list,
              int (*select)(const struct dirent64 *),
              int (*compare)(const struct dirent64 **, const struct dirent64 **))
{
        /* The callers' functions differ in nothing but the structure's tag. */
        return scandir(path, (struct dirent ***)list, (selector *)(void (*)(void))select,
                       (comparison *)(void (*)(void))compare);
}

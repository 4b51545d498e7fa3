/* See readdir_r(3): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <dirent.h>

/** readdir_r(3) under its LFS64 name. */
int readdir64_r(DIR *restrict directory, struct dirent64 *restrict entry,
                struct dirent64 **restrict result)
{
        return readdir_r(directory, (struct dirent *)entry, (struct dirent **)result);
}

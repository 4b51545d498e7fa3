/* See setrlimit(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/resource.h>

#ifndef __GLIBC__
/* In glibc's prototype an enumeration. */
typedef int __rlimit_resource_t;
#endif

/** setrlimit(2) under its LFS64 name. */
int setrlimit64(__rlimit_resource_t resource, const struct rlimit64 *limit)
{
        return setrlimit(resource, (const struct rlimit *)limit);
}

/* See getrlimit(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/resource.h>
#include <stddef.h>

#ifndef __GLIBC__
/* In glibc's prototype an enumeration. */
typedef int __rlimit_resource_t;
#endif

_Static_assert(sizeof(struct rlimit64) == sizeof(struct rlimit), "struct rlimit64");
_Static_assert(offsetof(struct rlimit64, rlim_cur) == offsetof(struct rlimit, rlim_cur),
               "rlim_cur");
_Static_assert(offsetof(struct rlimit64, rlim_max) == offsetof(struct rlimit, rlim_max),
               "rlim_max");

/** getrlimit(2) under its LFS64 name. */
int getrlimit64(__rlimit_resource_t resource, struct rlimit64 *limit)
{
        return getrlimit(resource, (struct rlimit *)limit);
}

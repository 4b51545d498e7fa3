/* See prlimit(2): off_t has 64 bits in musl, so both are one. */
#define LWB_NO_LFS64
#include <sys/resource.h>
#include <sys/types.h>

#ifndef __GLIBC__
/* In glibc's prototype an enumeration. */
typedef int __rlimit_resource_t;
#endif

/** prlimit(2) under its LFS64 name. */
int prlimit64(pid_t process, __rlimit_resource_t resource, const struct rlimit64 *limit,
              struct rlimit64 *old)
{
        return prlimit(process, resource, (const struct rlimit *)limit, (struct rlimit *)old);
}

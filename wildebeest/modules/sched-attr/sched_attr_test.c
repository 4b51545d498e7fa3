/* sched_setattr and sched_getattr, which glibc has since 2.41. */
#include <errno.h>
#include <stdint.h>
#include <sched.h>
#include <unistd.h>
#include "tap.h"

/* Older headers of glibc, for the sanitizer runs. */
#if defined(__GLIBC__) && !defined(SCHED_FLAG_RECLAIM)
struct sched_attr {
        uint32_t size;
        uint32_t sched_policy;
        uint64_t sched_flags;
        int32_t sched_nice;
        uint32_t sched_priority;
        uint64_t sched_runtime;
        uint64_t sched_deadline;
        uint64_t sched_period;
};
int sched_setattr(pid_t, struct sched_attr *, unsigned int);
int sched_getattr(pid_t, struct sched_attr *, unsigned int, unsigned int);
#endif

int main(void)
{
        struct sched_attr attributes = {
            .size = sizeof attributes, .sched_policy = SCHED_BATCH, .sched_nice = 3};
        struct sched_attr got = {0};

        if (sched_setattr(0, &attributes, 0) && errno == ENOSYS)
                skip_all("no sched_setattr here");
        is_int(sched_getattr(0, &got, sizeof got, 0), 0, "sched_getattr: works");
        is_int(got.sched_policy, SCHED_BATCH, "sched_setattr: the policy");
        is_int(got.sched_nice, 3, "sched_setattr: the nice value");
        errno = 0;
        ok(sched_setattr(0, &attributes, 1) == -1 && errno == EINVAL,
           "sched_setattr: EINVAL, flags");
        errno = 0;
        ok(sched_getattr(0, &got, 1, 0) == -1 && errno == EINVAL, "sched_getattr: EINVAL, size");
        attributes.sched_policy = 99;
        errno = 0;
        ok(sched_setattr(0, &attributes, 0) == -1 && errno == EINVAL,
           "sched_setattr: EINVAL, policy");
        return done_testing();
}

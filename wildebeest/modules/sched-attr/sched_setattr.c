#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

struct sched_attr;
int sched_setattr(pid_t thread, struct sched_attr *attributes, unsigned int flags);
int sched_getattr(pid_t thread, struct sched_attr *attributes, unsigned int size,
                  unsigned int flags);

/**
 * Sets the policy of a thread, 0 the calling one, with all that belongs to it, also SCHED_DEADLINE;
 * `flags` is 0. 0, or -1: EINVAL, EPERM, ESRCH, E2BIG, EBUSY, ENOSYS before Linux 3.14. See
 * sched_setattr(2).
 */
int sched_setattr(pid_t thread, struct sched_attr *attributes, unsigned int flags)
{
        return (int)syscall(SYS_sched_setattr, thread, attributes, flags);
}

/**
 * Stores the policy of a thread with all that belongs to it, up to `size` bytes; `flags` is 0. 0,
 * or -1: EINVAL, ESRCH, E2BIG, ENOSYS before Linux 3.14. See sched_getattr(2).
 */
int sched_getattr(pid_t thread, struct sched_attr *attributes, unsigned int size,
                  unsigned int flags)
{
        return (int)syscall(SYS_sched_getattr, thread, attributes, size, flags);
}

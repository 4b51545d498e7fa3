#include <sys/syscall.h>
#include <unistd.h>

/**
 * Closes the descriptors `first` to `last`, both included; with CLOSE_RANGE_CLOEXEC marks them
 * close-on-exec instead, with CLOSE_RANGE_UNSHARE after leaving a descriptor table that is shared.
 * Errors: EINVAL (`first` > `last`, unknown flag), ENOMEM, EMFILE, ENOSYS before Linux 5.9.
 * See close_range(2).
 */
int close_range(unsigned int first, unsigned int last, int flags)
{
        return (int)syscall(SYS_close_range, first, last, flags);
}

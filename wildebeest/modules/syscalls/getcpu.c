#include <sched.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Stores the numbers of the processor and the NUMA node that the thread runs on, where not null. 0,
 * or -1: EFAULT, ENOSYS before Linux 2.6.19. See getcpu(2).
 */
int getcpu(unsigned int *cpu, unsigned int *node)
{
        return (int)syscall(SYS_getcpu, cpu, node, NULL);
}

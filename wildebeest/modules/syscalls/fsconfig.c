#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

/**
 * Sets a parameter of a context of fsopen or fspick, or runs a command on it: FSCONFIG_SET_FLAG,
 * …, FSCONFIG_CMD_CREATE. 0, or -1 and an errno of the file system; ENOSYS before Linux 5.2.
 * See fsconfig(2).
 */
int fsconfig(int fd, unsigned int command, const char *key, const void *value, int aux)
{
        return (int)syscall(SYS_fsconfig, fd, command, key, value, aux);
}

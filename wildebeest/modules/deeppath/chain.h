/* For tests: directories in directories, deeper than any path. */
#ifndef LWB_DEEPPATH_CHAIN_H
#define LWB_DEEPPATH_CHAIN_H

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include "tap.h"

static const char long_name[] = "a directory of the chain with a name of fifty letters";

static void make_file(int at, const char *name)
{
        int fd = openat(at, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

        require(fd >= 0);
        close(fd);
}

/* Each directory of the chain has a file on either side of the next one. */
static void make_chain(const char *root, int levels)
{
        int fd;

        require(!mkdir(root, 0755));
        fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        for (int i = 0; i < levels; i++) {
                int sub;

                make_file(fd, "a");
                require(!mkdirat(fd, long_name, 0755));
                make_file(fd, "z");
                sub = openat(fd, long_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
                require(sub >= 0);
                close(fd);
                fd = sub;
        }
        close(fd);
}

static void remove_chain(const char *root, int levels)
{
        require(!chdir(root));
        for (int i = 0; i < levels; i++)
                require(!unlink("a") && !unlink("z") && !chdir(long_name));
        for (int i = 0; i < levels; i++)
                require(!chdir("..") && !rmdir(long_name));
        require(!chdir("..") && !rmdir(root));
}

#endif

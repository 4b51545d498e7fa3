/*
 * A private /etc for the tests: an empty one in a mount namespace of the test's own. On glibc it
 * has an nsswitch.conf that names nothing but the files.
 */
#ifndef LWB_COLONFILES_PRIVATE_ETC_H
#define LWB_COLONFILES_PRIVATE_ETC_H

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>
#include "tap.h"

/* Writes a file; returns whether that worked. */
static int write_file(const char *path, const char *text, size_t size)
{
        int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        int written;

        if (fd == -1)
                return 0;
        written = write(fd, text, size) == (ssize_t)size;
        return !close(fd) && written;
}

/* Writes /etc/NAME. */
static void etc_bytes(const char *name, const char *text, size_t size)
{
        char path[64];

        snprintf(path, sizeof path, "/etc/%s", name);
        require(write_file(path, text, size));
}

static void etc_file(const char *name, const char *text)
{
        etc_bytes(name, text, strlen(text));
}

__attribute__((unused)) static void etc_remove(const char *name)
{
        char path[64];

        snprintf(path, sizeof path, "/etc/%s", name);
        require(!unlink(path));
}

/* Mounts the private /etc, or ends the test as skipped where the system forbids that. */
static void private_etc(void)
{
        char map[64];
        unsigned user = geteuid();

        if (unshare(CLONE_NEWNS)) {
                if (unshare(CLONE_NEWUSER | CLONE_NEWNS))
                        skip_all("no mount namespace without privileges here");
                snprintf(map, sizeof map, "0 %u 1\n", user);
                if (!write_file("/proc/self/uid_map", map, strlen(map)))
                        skip_all("the user namespace can't be set up here");
        }
        if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) ||
            mount("none", "/etc", "tmpfs", 0, NULL))
                skip_all("no private mount of /etc here");
        etc_file("nsswitch.conf", "passwd: files\ngroup: files\nshadow: files\ngshadow: files\n"
                                  "hosts: files\nnetworks: files\nservices: files\n"
                                  "protocols: files\nrpc: files\nethers: files\n"
                                  "netgroup: files\n");
}

#endif

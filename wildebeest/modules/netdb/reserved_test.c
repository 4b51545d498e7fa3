/* Ports below 1024, in a network of the test's own; as root of it alone they can be had. */
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sched.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>
#include "tap.h"

static unsigned port_of(int fd)
{
        struct sockaddr_in name = {0};
        socklen_t size = sizeof name;

        require(!getsockname(fd, (struct sockaddr *)&name, &size));
        return ntohs(name.sin_port);
}

static void test_bind(void)
{
        struct sockaddr_in name = {.sin_family = AF_INET,
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
        int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        int second = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

        require(fd != -1 && second != -1);
        is_int(bindresvport(fd, &name), 0, "bindresvport: binds");
        ok(ntohs(name.sin_port) >= 512 && ntohs(name.sin_port) < 1024, "bindresvport: a low port");
        is_int(port_of(fd), ntohs(name.sin_port), "bindresvport: that of the socket");
        is_int(bindresvport(second, NULL), 0, "bindresvport: without a name");
        ok(port_of(second) >= 512 && port_of(second) < 1024, "bindresvport: a low port too");
        name.sin_family = AF_INET6;
        is_int(bindresvport(second, &name), -1, "bindresvport: IPv4 alone");
        is_int(errno, EAFNOSUPPORT, "bindresvport: EAFNOSUPPORT");
        close(fd);
        close(second);
}

static void test_reserve(void)
{
        int fds[512];
        int port = 700;
        int first = rresvport(&port);
        int other;
        int count = 0;

        ok(first != -1, "rresvport: a socket");
        is_int(port, 700, "rresvport: the port asked for");
        port = 700;
        other = rresvport(&port);
        is_int(port, 699, "rresvport: else the next below");
        close(other);
        close(first);
        while (count < 512 && (port = 1023, (fds[count] = rresvport(&port)) != -1))
                count++;
        is_int(count, 512, "rresvport: all of them");
        port = 1023;
        is_int(rresvport(&port), -1, "rresvport: no more");
        is_int(errno, EAGAIN, "rresvport: EAGAIN");
        other = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        is_int(bindresvport(other, NULL), -1, "bindresvport: no more");
        is_int(errno, EADDRINUSE, "bindresvport: EADDRINUSE");
        close(other);
        for (int i = 0; i < count; i++)
                close(fds[i]);
}

/* On glibc they fail for want of such a host and user; here, always. */
static void test_refused(void)
{
        char name[] = "no.such.host.invalid";
        char *host = name;
        uint32_t address = htonl(0xc0000201);

        ok(rcmd(&host, htons(514), "u", "u", "true", NULL) == -1, "rcmd: refuses");
        ok(rcmd_af(&host, htons(514), "u", "u", "true", NULL, AF_INET) == -1, "rcmd_af: refuses");
        ok(rexec(&host, htons(512), "u", "p", "true", NULL) == -1, "rexec: refuses");
        errno = 0;
        ok(rexec_af(&host, htons(512), "u", "p", "true", NULL, AF_INET) == -1, "rexec_af: refuses");
#ifndef __GLIBC__
        is_int(errno, ENOSYS, "rexec_af: ENOSYS");
#endif
        ok(ruserok(name, 0, "u", "u") == -1, "ruserok: trusts nobody");
        ok(ruserok_af(name, 0, "u", "u", AF_INET) == -1, "ruserok_af: trusts nobody");
        ok(iruserok(address, 0, "no-such-user", "no-such-user") == -1, "iruserok: trusts nobody");
        errno = 0;
        ok(iruserok_af(&address, 0, "no-such-user", "no-such-user", AF_INET) == -1,
           "iruserok_af: trusts nobody");
#ifndef __GLIBC__
        is_int(errno, ENOSYS, "iruserok_af: ENOSYS");
#endif
}

int main(void)
{
        if (unshare(CLONE_NEWNET) && unshare(CLONE_NEWUSER | CLONE_NEWNET))
                skip_all("no network namespace here");
        test_bind();
        test_reserve();
        test_refused();
        return done_testing();
}

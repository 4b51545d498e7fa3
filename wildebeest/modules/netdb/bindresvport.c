/*
 * glibc: bindresvport and rresvport bind sockets to ports that only a privileged program gets.
 * musl:  lacks them.
 * here:  the same.
 * see:   bindresvport(3), rcmd(3).
 */
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <unistd.h>

/* The first ports are other services'; glibc too turns to them last. */
enum { LOWEST = 512, FIRST = 600, BEYOND = 1024 };

/**
 * Binds a socket to a free port from 512 to 1023, and to the address of `name`, which may be NULL:
 * any. 0 with the port in `name`; -1 with errno EADDRINUSE (none is free), EACCES, EAFNOSUPPORT.
 */
int bindresvport(int fd, struct sockaddr_in *name)
{
        struct sockaddr_in any = {.sin_family = AF_INET};
        unsigned short random = 0;
        unsigned start;

        if (!name)
                name = &any;
        if (name->sin_family != AF_INET) {
                errno = EAFNOSUPPORT;
                return -1;
        }
        /* Where there is no randomness yet any port does. */
        if (getrandom(&random, sizeof random, GRND_NONBLOCK) < 0)
                random = (unsigned short)getpid();
        start = random % (BEYOND - FIRST);
        for (unsigned i = 0; i < BEYOND - LOWEST; i++) {
                unsigned port = i < BEYOND - FIRST ? FIRST + (start + i) % (BEYOND - FIRST)
                                                   : LOWEST + (i - (BEYOND - FIRST));

                name->sin_port = htons((unsigned short)port);
                if (!bind(fd, (struct sockaddr *)name, sizeof *name))
                        return 0;
                if (errno != EADDRINUSE)
                        return -1;
        }
        errno = EADDRINUSE;
        return -1;
}

/**
 * A stream socket of a family, AF_INET or AF_INET6, that is bound to the first free port from
 * `*port`, which is 512 to 1023, downwards. The descriptor with the port in `*port`; -1 with errno
 * EAGAIN (none is free), EACCES, EAFNOSUPPORT.
 */
int rresvport_af(int *port, sa_family_t family)
{
        struct sockaddr_in6 six = {.sin6_family = AF_INET6};
        struct sockaddr_in four = {.sin_family = AF_INET};
        unsigned start = *port < LOWEST ? LOWEST : *port >= BEYOND ? BEYOND - 1 : (unsigned)*port;
        int error;
        int fd;

        if (family != AF_INET && family != AF_INET6) {
                errno = EAFNOSUPPORT;
                return -1;
        }
        fd = socket(family, SOCK_STREAM, 0);
        if (fd == -1)
                return -1;
        for (unsigned i = 0; i < BEYOND - LOWEST; i++) {
                unsigned candidate =
                    start >= LOWEST + i ? start - i : start + (BEYOND - LOWEST) - i;
                int bound;

                four.sin_port = six.sin6_port = htons((unsigned short)candidate);
                bound = family == AF_INET ? bind(fd, (struct sockaddr *)&four, sizeof four)
                                          : bind(fd, (struct sockaddr *)&six, sizeof six);
                if (!bound) {
                        *port = (int)candidate;
                        return fd;
                }
                if (errno != EADDRINUSE)
                        break;
        }
        error = errno == EADDRINUSE ? EAGAIN : errno;
        close(fd);
        errno = error;
        return -1;
}

/** rresvport_af with AF_INET. */
int rresvport(int *port)
{
        return rresvport_af(port, AF_INET);
}

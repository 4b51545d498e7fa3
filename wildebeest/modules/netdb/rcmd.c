/*
 * glibc: rcmd, rexec and ruserok speak the protocols of rshd and rexecd, and trust .rhosts.
 * musl:  lacks them.
 * here:  they refuse: passwords and commands in plain text, and trust in an address, are not for
 *        new code, and a program that is linked with them is told so by errno.
 * see:   rcmd(3), rexec(3).
 */
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>

static int refuse(void)
{
        errno = ENOSYS;
        return -1;
}

/** Refuses to run a command on another host: -1 and ENOSYS. */
int rcmd_af(char **restrict host, unsigned short port, const char *restrict local_user,
            const char *restrict remote_user, const char *restrict command, int *restrict error_fd,
            sa_family_t family)
{
        (void)host;
        (void)port;
        (void)local_user;
        (void)remote_user;
        (void)command;
        (void)error_fd;
        (void)family;
        return refuse();
}

/** Refuses as rcmd_af does. */
int rcmd(char **restrict host, unsigned short port, const char *restrict local_user,
         const char *restrict remote_user, const char *restrict command, int *restrict error_fd)
{
        return rcmd_af(host, port, local_user, remote_user, command, error_fd, AF_INET);
}

/** Refuses to run a command on another host: -1 and ENOSYS. */
int rexec_af(char **restrict host, int port, const char *restrict user,
             const char *restrict password, const char *restrict command, int *restrict error_fd,
             sa_family_t family)
{
        (void)host;
        (void)port;
        (void)user;
        (void)password;
        (void)command;
        (void)error_fd;
        (void)family;
        return refuse();
}

/** Refuses as rexec_af does. */
int rexec(char **restrict host, int port, const char *restrict user, const char *restrict password,
          const char *restrict command, int *restrict error_fd)
{
        return rexec_af(host, port, user, password, command, error_fd, AF_INET);
}

/** Trusts no host: -1 and ENOSYS. */
int ruserok_af(const char *host, int superuser, const char *remote_user, const char *local_user,
               sa_family_t family)
{
        (void)host;
        (void)superuser;
        (void)remote_user;
        (void)local_user;
        (void)family;
        return refuse();
}

/** Trusts no host: -1 and ENOSYS. */
int ruserok(const char *host, int superuser, const char *remote_user, const char *local_user)
{
        return ruserok_af(host, superuser, remote_user, local_user, AF_UNSPEC);
}

/** Trusts no address: -1 and ENOSYS. */
int iruserok_af(const void *address, int superuser, const char *remote_user, const char *local_user,
                sa_family_t family)
{
        (void)address;
        (void)superuser;
        (void)remote_user;
        (void)local_user;
        (void)family;
        return refuse();
}

/** Trusts no address: -1 and ENOSYS. */
int iruserok(uint32_t address, int superuser, const char *remote_user, const char *local_user)
{
        return iruserok_af(&address, superuser, remote_user, local_user, AF_INET);
}

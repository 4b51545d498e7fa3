/*
 * glibc: ether_ntohost and ether_hostton look in /etc/ethers, in lines below 1024 bytes.
 * musl:  both are refusals that return -1.
 * here:  the lookups of glibc, from the file alone.
 * see:   ether_ntohost(3), ethers(5).
 */
#include <errno.h>
#include <netinet/ether.h>
#include <string.h>
#include "database.h"

/* The caller's buffer for the name has no size, so lines have a limit, and it is glibc's. */
enum { LINE_SIZE = 1024 };

int __lwb_ether_ntohost(char *name, const struct ether_addr *address);
int __lwb_ether_hostton(const char *name, struct ether_addr *address);

static int get(netfile_match *match, const void *key, struct etherhost *host, char *line)
{
        int error = __lwb_netfile_find(NETFILES_ETHERS, __lwb_parse_ether, match, key, host, line,
                                       LINE_SIZE);

        if (error && error != NETFILE_END)
                errno = error;
        return error ? -1 : 0;
}

/** Puts the host name that belongs to `address` into `name`, of 1024 bytes. Returns 0 or -1. */
int __lwb_ether_ntohost(char *name, const struct ether_addr *address)
{
        struct etherhost host;
        char line[LINE_SIZE];
        int result = get(__lwb_match_ether_address, address, &host, line);

        if (!result)
                strcpy(name, host.name);
        return result;
}

/** Puts the address that belongs to a host name, without case, into `address`. Returns 0 or -1. */
int __lwb_ether_hostton(const char *name, struct ether_addr *address)
{
        struct etherhost host;
        char line[LINE_SIZE];
        int result = get(__lwb_match_ether_name, name, &host, line);

        if (!result)
                *address = host.address;
        return result;
}

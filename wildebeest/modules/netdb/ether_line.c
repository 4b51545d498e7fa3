/*
 * glibc: reads a line of /etc/ethers, an address and a host name before a blank or a comment.
 * musl:  a refusal that returns -1.
 * here:  what glibc accepts.
 * see:   ether_line(3), ethers(5).
 */
#include <netinet/ether.h>
#include <string.h>
#include "../netfiles/netfiles.h"
#include "ether_address.h"

int __lwb_ether_line(const char *line, struct ether_addr *address, char *name);

/** Reads `line` into `*address` and `name`, which has room for all of it. Returns 0 or -1. */
int __lwb_ether_line(const char *line, struct ether_addr *address, char *name)
{
        const char *end;

        line = __lwb_ether_address(line, address);
        if (!line || !*line)
                return -1;
        /* glibc takes any byte for the separator. */
        line++;
        while (netfile_is_blank(*line))
                line++;
        for (end = line; *end && *end != '#' && !netfile_is_blank(*end); end++)
                ;
        if (end == line)
                return -1;
        memcpy(name, line, (size_t)(end - line));
        name[end - line] = '\0';
        return 0;
}

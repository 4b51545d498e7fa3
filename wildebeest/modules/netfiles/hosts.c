/* /etc/hosts: address name alias… */
#include "netfiles.h"
#include <arpa/inet.h>
#include <errno.h>
#include <string.h>
#include <sys/socket.h>

/* What the caller's buffer holds for one address. */
struct host_address {
        char *list[2];
        struct in6_addr bytes;
};

/** Fills a struct hostent. An address needs no name: it is then empty, as with glibc. */
int __lwb_parse_host(char *line, struct netspace *space, void *hostent)
{
        struct hostent *host = hostent;
        char *rest = line;
        const char *word = __lwb_netfile_word(&rest);
        struct in6_addr bytes;
        struct host_address *address;

        if (inet_pton(AF_INET, word, &bytes) == 1) {
                host->h_addrtype = AF_INET;
                host->h_length = sizeof(struct in_addr);
        } else if (inet_pton(AF_INET6, word, &bytes) == 1) {
                host->h_addrtype = AF_INET6;
                host->h_length = sizeof(struct in6_addr);
        } else {
                return EINVAL;
        }
        address = __lwb_netfile_take(space, sizeof *address, _Alignof(struct host_address));
        if (!address)
                return ERANGE;
        memcpy(&address->bytes, &bytes, (size_t)host->h_length);
        address->list[0] = (char *)&address->bytes;
        address->list[1] = NULL;
        host->h_addr_list = address->list;
        host->h_name = __lwb_netfile_word(&rest);
        return __lwb_netfile_aliases(rest, space, &host->h_aliases);
}

/** As __lwb_parse_host, for those who see IPv4 only: mapped addresses are IPv4, ::1 is 127.0.0.1.
 */
int __lwb_parse_host_ipv4(char *line, struct netspace *space, void *hostent)
{
        struct hostent *host = hostent;
        struct in6_addr bytes;
        struct in_addr ipv4;
        int error = __lwb_parse_host(line, space, host);

        if (error || host->h_addrtype == AF_INET)
                return error;
        memcpy(&bytes, host->h_addr_list[0], sizeof bytes);
        if (IN6_IS_ADDR_V4MAPPED(&bytes))
                memcpy(&ipv4, &bytes.s6_addr[12], sizeof ipv4);
        else if (IN6_IS_ADDR_LOOPBACK(&bytes))
                ipv4.s_addr = htonl(INADDR_LOOPBACK);
        else
                return EINVAL;
        memcpy(host->h_addr_list[0], &ipv4, sizeof ipv4);
        host->h_addrtype = AF_INET;
        host->h_length = sizeof ipv4;
        return 0;
}

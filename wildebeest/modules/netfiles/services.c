/* /etc/services: name port/protocol alias… */
#include "netfiles.h"
#include <arpa/inet.h>
#include <errno.h>
#include <string.h>

/** Fills a struct servent. The port is taken modulo 65536; `7` alone has an empty protocol. */
int __lwb_parse_service(char *line, struct netspace *space, void *servent)
{
        struct servent *service = servent;
        char *rest = line;
        uint32_t port;

        service->s_name = __lwb_netfile_word(&rest);
        if (!__lwb_netfile_number(rest, &rest, &port))
                return EINVAL;
        if (*rest && *rest != '/')
                return EINVAL;
        /* One slash: glibc before 2.43 skips more of them. */
        rest += *rest == '/';
        /* No blank is skipped here: in `7/ tcp`, tcp is an alias. */
        service->s_proto = rest;
        if (netfile_is_blank(*rest))
                *rest++ = '\0';
        else
                __lwb_netfile_word(&rest);
        service->s_port = htons((uint16_t)port);
        return __lwb_netfile_aliases(rest, space, &service->s_aliases);
}

/** Whether a struct servent is what a struct service_key asks for. */
bool __lwb_match_service(const void *servent, const void *service_key)
{
        const struct servent *service = servent;
        const struct service_key *key = service_key;

        if (key->protocol && strcmp(service->s_proto, key->protocol))
                return false;
        if (!key->name)
                return service->s_port == key->port;
        return __lwb_netfile_is_named(service->s_name, service->s_aliases, key->name, strcmp);
}

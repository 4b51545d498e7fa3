/* Sources that this build has not: each is a service that can not be reached. */
#include <stdlib.h>
#include "sources.h"

void host_answer_free(struct host_answer *answer)
{
        for (size_t i = 0; i < answer->alias_count; i++)
                free(answer->aliases[i]);
        free(answer->aliases);
        free(answer->addresses);
        free(answer->name);
        *answer = (struct host_answer){.name = NULL};
}

int dns_hosts(const char *name, int family, struct host_answer *answer,
              const struct net_options *options)
{
        (void)name, (void)family, (void)answer, (void)options;
        return NET_ERROR;
}

int dns_reverse(const void *address, int family, struct host_answer *answer,
                const struct net_options *options)
{
        (void)address, (void)family, (void)answer, (void)options;
        return NET_ERROR;
}

int mdns_hosts(const char *name, int family, struct host_answer *answer,
               const struct net_options *options)
{
        return dns_hosts(name, family, answer, options);
}

int mdns_reverse(const void *address, int family, uint32_t scope, struct host_answer *answer,
                 const struct net_options *options)
{
        (void)scope;
        return dns_reverse(address, family, answer, options);
}

int nscd_passwd(const char *name, uid_t uid, struct passwd *entry, char **storage,
                const struct net_options *options)
{
        (void)name, (void)uid, (void)entry, (void)storage, (void)options;
        return NET_ERROR;
}

int nscd_group(const char *name, gid_t gid, struct group *entry, char **storage,
               const struct net_options *options)
{
        (void)name, (void)gid, (void)entry, (void)storage, (void)options;
        return NET_ERROR;
}

int nscd_initgroups(const char *user, gid_t **gids, size_t *count,
                    const struct net_options *options)
{
        (void)user, (void)gids, (void)count, (void)options;
        return NET_ERROR;
}

int idna_to_ascii(const char *utf8, char **ascii)
{
        (void)utf8, (void)ascii;
        return NET_NOT_FOUND;
}

int idna_to_unicode(const char *ascii, char **utf8)
{
        (void)ascii, (void)utf8;
        return NET_NOT_FOUND;
}

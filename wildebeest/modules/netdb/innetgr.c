/* innetgr: whether a host, a user and a domain are a member of a group of /etc/netgroup. */
#include <errno.h>
#include <netdb.h>
#include "database.h"

/**
 * Returns 1 when the group, or one that it names, has such a member: NULL agrees with any value,
 * on either side; hosts and domains are compared without case. Otherwise 0; errno on error.
 */
int innetgr(const char *netgroup, const char *host, const char *user, const char *domain)
{
        struct netgroup_member who = {.host = host, .user = user, .domain = domain};
        struct netgroup_member member;
        struct netgroup group;
        int error = __lwb_netgroup_open(&group, NETFILES_NETGROUP, netgroup);

        if (!error) {
                do {
                        error = __lwb_netgroup_next(&group, &member);
                } while (!error && !__lwb_netgroup_admits(&member, &who));
                __lwb_netgroup_close(&group);
        }
        if (error && error != NETFILE_END)
                errno = error;
        return !error;
}

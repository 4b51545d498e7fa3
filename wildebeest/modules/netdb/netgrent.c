/* setnetgrent, getnetgrent, endnetgrent and getnetgrent_r: the members of a group of /etc/netgroup.
 */
#include <errno.h>
#include <netdb.h>
#include <string.h>
#include "database.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct netgroup group;
static struct netgroup_member member;
static bool pending; /* `member` was read and did not fit the caller's buffer */

/** Begins to walk through a group. Returns 1, or 0 when there is none or on error, with errno. */
int setnetgrent(const char *name)
{
        int error;

        pthread_mutex_lock(&lock);
        __lwb_netgroup_close(&group);
        pending = false;
        error = __lwb_netgroup_open(&group, NETFILES_NETGROUP, name);
        pthread_mutex_unlock(&lock);
        if (error && error != NETFILE_END)
                errno = error;
        return !error;
}

/** Ends the walk. */
void endnetgrent(void)
{
        pthread_mutex_lock(&lock);
        __lwb_netgroup_close(&group);
        pending = false;
        pthread_mutex_unlock(&lock);
}

static bool copy_field(struct netspace *space, const char *field, char **copy)
{
        size_t size = field ? strlen(field) + 1 : 0;

        *copy = NULL;
        if (!field)
                return true;
        *copy = __lwb_netfile_take(space, size, 1);
        if (*copy)
                memcpy(*copy, field, size);
        return *copy != NULL;
}

static int next_member(const void *key, void *entry, char *buffer, size_t size)
{
        char **fields = entry;
        struct netspace space = {.next = buffer, .left = size};
        int error = 0;

        (void)key;
        pthread_mutex_lock(&lock);
        if (!pending)
                error = __lwb_netgroup_next(&group, &member);
        pending = !error;
        if (!error && !(copy_field(&space, member.host, &fields[0]) &&
                        copy_field(&space, member.user, &fields[1]) &&
                        copy_field(&space, member.domain, &fields[2])))
                error = ERANGE;
        if (!error)
                pending = false;
        pthread_mutex_unlock(&lock);
        return error;
}

/* getnetgrent returns no errno value, but 1 or 0. */
static int report(int error, char **fields, char **host, char **user, char **domain)
{
        if (error) {
                if (error != NETFILE_END)
                        errno = error;
                return 0;
        }
        *host = fields[0];
        *user = fields[1];
        *domain = fields[2];
        return 1;
}

/**
 * The next member, in `buffer` of `size` bytes; NULL stands for any host, user or domain. Returns
 * 1, or 0 at the end or on error: with ERANGE in errno the next call gives the same member.
 */
int getnetgrent_r(char **restrict host, char **restrict user, char **restrict domain,
                  char *restrict buffer, size_t size)
{
        char *fields[3];

        return report(next_member(NULL, fields, buffer, size), fields, host, user, domain);
}

/** As getnetgrent_r, in static storage. */
int getnetgrent(char **restrict host, char **restrict user, char **restrict domain)
{
        static struct database_result result = {.lock = PTHREAD_MUTEX_INITIALIZER};
        char *fields[3];

        return report(__lwb_database_result(&result, next_member, NULL, fields), fields, host, user,
                      domain);
}

/*
 * glibc: gethostent walks through /etc/hosts, IPv4 addresses only.
 * musl:  gethostent is a refusal that returns NULL; there is no gethostent_r.
 * here:  the walk of glibc, from the file alone.
 * see:   gethostent(3), gethostent_r(3).
 */
#include <errno.h>
#include "database.h"

static struct database hosts = DATABASE(NETFILES_HOSTS, __lwb_parse_host_ipv4);
static struct database_result result = {.lock = PTHREAD_MUTEX_INITIALIZER};

void __lwb_sethostent(int stayopen);
void __lwb_endhostent(void);
struct hostent *__lwb_gethostent(void);

/** Begins the walk anew. `stayopen` is about lookups by name, which never hold this file open. */
void __lwb_sethostent(int stayopen)
{
        int error = __lwb_database_rewind(&hosts);

        (void)stayopen;
        if (error)
                errno = error;
}

/** Ends the walk. */
void __lwb_endhostent(void)
{
        __lwb_database_end(&hosts);
}

/**
 * The next line of /etc/hosts, in `buffer` of `size` bytes. Lines with an IPv6 address are left
 * out, but a mapped one counts as IPv4 and ::1 as 127.0.0.1. Returns 0; ENOENT at the end; ERANGE
 * when the line does not fit, and then the next call reads it again; or what open(2) said.
 */
int gethostent_r(struct hostent *restrict host, char *restrict buffer, size_t size,
                 struct hostent **restrict found, int *restrict host_error)
{
        int error = __lwb_database_next(&hosts, host, buffer, size);

        *found = __lwb_database_pointer(error, host);
        if (error)
                *host_error = __lwb_database_host_error(error);
        return error == NETFILE_END ? ENOENT : error;
}

static int next_host(const void *key, void *entry, char *buffer, size_t size)
{
        (void)key;
        return __lwb_database_next(&hosts, entry, buffer, size);
}

/** As gethostent_r, in static storage. NULL at the end or on error; see h_errno. */
struct hostent *__lwb_gethostent(void)
{
        static struct hostent host;
        int error = __lwb_database_result(&result, next_host, NULL, &host);

        if (error)
                h_errno = __lwb_database_host_error(error);
        return __lwb_database_pointer(error, &host);
}

/* The states: that of each thread, and how one is filled. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "state.h"

struct __res_state *__lwb_res_state(void);

struct thread {
        struct __res_state state;
        struct sockaddr_in6 servers[MAXNS];
};

struct __res_state *__lwb_res_thread(struct sockaddr_in6 **servers)
{
        static _Thread_local struct thread thread;

        if (servers)
                *servers = thread.servers;
        return &thread.state;
}

/*
 * glibc: a state for each thread, which the res_ functions use and which a program may change.
 * musl:  one of zeros for all, that nothing reads.
 * here:  as glibc.
 * see:   resolver(3).
 */
/** The calling thread's state, _res. */
struct __res_state *__lwb_res_state(void)
{
        return __lwb_res_thread(NULL);
}

/* The search list goes to defdname as far as that has room, as it did before glibc 2.26. */
static void fill_search(struct __res_state *state, const struct dns_config *config)
{
        const char *domain = config->domains;
        size_t used = 0;

        for (size_t i = 0; i < config->domain_count && i < MAXDNSRCH; i++) {
                size_t size = strlen(domain) + 1;

                if (size > sizeof state->defdname - used)
                        break;
                state->dnsrch[i] = memcpy(state->defdname + used, domain, size);
                used += size;
                domain += size;
        }
}

static int fill_servers(struct __res_state *state, struct sockaddr_in6 *servers,
                        const struct dns_config *config)
{
        state->nscount = (int)config->server_count;
        for (size_t i = 0; i < config->server_count; i++) {
                struct sockaddr_in6 *copy;

                if (config->servers[i].any.sa_family == AF_INET) {
                        state->nsaddr_list[i] = config->servers[i].ipv4;
                        continue;
                }
                copy = servers ? &servers[i] : malloc(sizeof *copy);
                if (!copy)
                        return -1;
                if (!servers)
                        state->_flags |= STATE_OWNS_SERVERS;
                *copy = config->servers[i].ipv6;
                state->_u._ext.nsaddrs[i] = copy;
        }
        return 0;
}

int __lwb_res_fill(struct __res_state *state, struct sockaddr_in6 *servers, bool keep)
{
        struct dns_config config;
        struct __res_state old;
        int error = __lwb_dns_config_read(NULL, &config);

        if (error) {
                errno = error;
                return -1;
        }
        if (keep)
                old = *state;
        memset(state, 0, sizeof *state);
        state->retrans = config.timeout;
        state->retry = config.attempts;
        state->options = config.options | RES_INIT;
        state->ndots = (unsigned)config.ndots & 15;
        state->_vcsock = -1;
        for (size_t i = 0; i < MAXNS; i++)
                state->_u._ext.nssocks[i] = -1;
        if (keep) {
                state->options |= old.options & RES_INIT ? old.options : 0;
                state->retrans = old.retrans ? old.retrans : state->retrans;
                state->retry = old.retry ? old.retry : state->retry;
        }
        state->nsort = (unsigned)config.sort_count & 15;
        for (size_t i = 0; i < config.sort_count; i++) {
                state->sort_list[i].addr = config.sort[i].address;
                state->sort_list[i].mask = config.sort[i].mask;
        }
        fill_search(state, &config);
        error = fill_servers(state, servers, &config);
        __lwb_dns_config_free(&config);
        if (error) {
                res_nclose(state);
                state->options = 0;
                errno = ENOMEM;
        }
        return error;
}

int __lwb_res_ready(struct __res_state *state)
{
        struct sockaddr_in6 *servers;

        if (state->options & RES_INIT)
                return 0;
        if (state == __lwb_res_thread(&servers))
                return __lwb_res_fill(state, servers, true);
        return __lwb_res_fill(state, NULL, false);
}

int __lwb_res_fail(struct __res_state *state, int error)
{
        state->res_h_errno = error;
        h_errno = error;
        return -1;
}

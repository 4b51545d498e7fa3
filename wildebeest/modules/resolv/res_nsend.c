#include <errno.h>
#include "state.h"

/* Whom a state names: in nsaddr_list, or where that has no family, in nsaddrs. */
static void servers_of(const struct __res_state *state, struct dns_exchange *exchange)
{
        size_t count = state->nscount > 0 ? (size_t)state->nscount : 0;

        for (size_t i = 0; i < count && i < MAXNS; i++) {
                union dns_server *server = &exchange->servers[exchange->server_count];

                if (state->nsaddr_list[i].sin_family == AF_INET)
                        server->ipv4 = state->nsaddr_list[i];
                else if (state->_u._ext.nsaddrs[i])
                        server->ipv6 = *state->_u._ext.nsaddrs[i];
                else
                        continue;
                exchange->server_count++;
        }
}

/* With RES_ROTATE each query begins at the next server. */
static void rotate(struct __res_state *state, struct dns_exchange *exchange)
{
        union dns_server in_order[MAXNS];
        size_t first;

        if (!(state->options & RES_ROTATE) || exchange->server_count < 2)
                return;
        first = state->_u._ext.nsmap[0]++ % exchange->server_count;
        for (size_t i = 0; i < exchange->server_count; i++)
                in_order[i] = exchange->servers[(first + i) % exchange->server_count];
        for (size_t i = 0; i < exchange->server_count; i++)
                exchange->servers[i] = in_order[i];
}

int __lwb_res_send_by(struct __res_state *state, const unsigned char *query, int length,
                      unsigned char *answer, int room, unsigned *failure)
{
        struct dns_exchange exchange = {0};
        ssize_t n;

        *failure = 0;
        if (__lwb_res_ready(state))
                return __lwb_res_fail(state, NETDB_INTERNAL);
        if (length < 0 || room < 0) {
                errno = EINVAL;
                return -1;
        }
        exchange.options = state->options;
        exchange.timeout = state->retrans;
        exchange.attempts = state->retry;
        servers_of(state, &exchange);
        rotate(state, &exchange);
        n = __lwb_dns_send(&exchange, query, (size_t)length, answer, (size_t)room, failure);
        if (n < 0)
                __lwb_res_fail(state, TRY_AGAIN);
        return (int)n;
}

/**
 * Sends a query to the servers of `state` in turn, over UDP and where an answer is cut over TCP,
 * and waits `retrans` seconds for each, `retry` times. Its length: over TCP that of all of it, of
 * which no more than `room` bytes are there; -1 with errno ETIMEDOUT, ECONNREFUSED, ESRCH without a
 * server, EINVAL without room.
 */
int res_nsend(res_state state, const unsigned char *query, int length, unsigned char *answer,
              int room)
{
        unsigned failure;

        return __lwb_res_send_by(state, query, length, answer, room, &failure);
}

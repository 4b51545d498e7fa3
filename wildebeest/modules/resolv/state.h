/* What the functions on a struct __res_state share. */
#ifndef LWB_RESOLV_STATE_H
#define LWB_RESOLV_STATE_H

#include <netdb.h>
#include "../dns/dns.h"

/* In state->_flags: the addresses that nsaddrs points to are from malloc. */
#define STATE_OWNS_SERVERS 0x40000000U

#ifndef NETDB_INTERNAL
#define NETDB_INTERNAL (-1)
#endif

/* The state of the calling thread, that is _res; `*servers` is room for its IPv6 servers. */
struct __res_state *__lwb_res_thread(struct sockaddr_in6 **servers);

/* Fills a state from resolv.conf; IPv6 servers go to `servers`, or where that is NULL to memory
 * from malloc. With `keep` what the program has set of options and times stays. 0, or -1. */
int __lwb_res_fill(struct __res_state *state, struct sockaddr_in6 *servers, bool keep);

/* Fills a state that is not yet. 0, or -1. */
int __lwb_res_ready(struct __res_state *state);

/* res_nsend and res_nquery; `*failure` is the flags of the last server that failed, `*result` what
 * came out of it. */
int __lwb_res_send_by(struct __res_state *state, const unsigned char *query, int length,
                      unsigned char *answer, int room, unsigned *failure);
int __lwb_res_ask(struct __res_state *state, const char *name, int class, int type,
                  unsigned char *answer, int room, enum dns_result *result);

/* Notes the value for h_errno; -1. */
int __lwb_res_fail(struct __res_state *state, int error);

#endif

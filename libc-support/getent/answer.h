/* How the sources of hosts fill a struct host_answer. */
#ifndef GETENT_ANSWER_H
#define GETENT_ANSWER_H

#include <stdbool.h>
#include "../../wildebeest/modules/dns/dns.h"
#include "sources.h"

/** Sets the canonical name where there is none yet. Whether there was memory for it. */
bool answer_name(struct host_answer *answer, const char *name);

/** Adds an alias, once. Whether there was memory for it. */
bool answer_alias(struct host_answer *answer, const char *name);

/** Adds an address, once. Whether there was memory for it. */
bool answer_address(struct host_answer *answer, int family, const void *address, uint32_t scope);

/**
 * Adds what a message says of the name `asked`, in its wire form: the names that CNAME records lead
 * to, then addresses of `type`, or with DNS_PTR names. Link-local addresses get `scope`.
 */
enum net_result answer_message(struct host_answer *answer, const uint8_t *message, size_t size,
                               const uint8_t *asked, unsigned type, uint32_t scope);

/** The name below in-addr.arpa or ip6.arpa that an address has; a mapped one that of IPv4. */
void answer_reverse_name(const void *address, int family, char name[80]);

#endif

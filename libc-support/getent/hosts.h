/* Hosts by name and by address, of each service. */
#ifndef GETENT_HOSTS_H
#define GETENT_HOSTS_H

#include <sys/socket.h>
#include "getent.h"

/**
 * Asks the services of hosts in turn for a name, with AF_UNSPEC for both families at once. True
 * with `answer` filled.
 */
bool host_by_name(const struct request *request, const char *name, int family,
                  struct host_answer *answer);

/** The same for an address, a struct in_addr or in6_addr. */
bool host_by_address(const struct request *request, const void *address, int family,
                     struct host_answer *answer);

/** Writes an address with its scope. `text` has room for HOST_ADDRESS_TEXT bytes. */
enum { HOST_ADDRESS_TEXT = 46 + 11 };
void host_address_text(const struct host_address *address, char *text);

/** Sorts addresses for getaddrinfo(3): RFC 3484, by the source that each would be reached from. */
void sort_addresses(struct host_address *addresses, size_t count);

#endif

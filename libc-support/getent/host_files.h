#ifndef GETENT_HOST_FILES_H
#define GETENT_HOST_FILES_H

#include "hosts.h"

/** Looks in /etc/hosts for a name. IPv6 loopback and mapped addresses are IPv4 ones too. */
enum lookup files_by_name(const struct request *request, const char *name, int family,
                          struct host_answer *answer);

/** The same for an address. */
enum lookup files_by_address(const struct request *request, const void *address, int family,
                             struct host_answer *answer);

#endif

/* Protocols where there is no /etc/protocols: the table that libc has built in. */
#ifndef LWB_NETDB_PROTOCOL_TABLE_H
#define LWB_NETDB_PROTOCOL_TABLE_H

#include "database.h"

int __lwb_protocol_table(size_t skip, netfile_match *match, const void *key,
                         struct numbered *protocol, char *buffer, size_t size);
void __lwb_protocol_fill(struct protoent *protocol, const struct numbered *entry);

#endif

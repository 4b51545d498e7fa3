/* Ethernet addresses in text, as ether_aton and ether_line read them. */
#ifndef LWB_NETDB_ETHER_ADDRESS_H
#define LWB_NETDB_ETHER_ADDRESS_H

#include <net/ethernet.h>

const char *__lwb_ether_address(const char *text, struct ether_addr *address);

#endif

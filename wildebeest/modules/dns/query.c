/* Queries: the header, the question, and EDNS0's OPT record. */
#include <errno.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include "dns.h"

unsigned __lwb_dns_id(void)
{
        uint16_t id;

        if (getrandom(&id, sizeof id, GRND_NONBLOCK) != (ssize_t)sizeof id) {
                struct timespec now;

                clock_gettime(CLOCK_MONOTONIC, &now);
                id = (uint16_t)(now.tv_nsec ^ now.tv_nsec >> 16 ^ now.tv_sec);
        }
        return id;
}

int __lwb_dns_query(const char *name, unsigned class, unsigned type, unsigned long options,
                    uint8_t *query, size_t room)
{
        uint8_t wire[DNS_WIRE_NAME];
        bool absolute;
        int length = __lwb_dns_name_from_text(name, wire, sizeof wire, &absolute);

        if (length < 0) {
                errno = EINVAL;
                return -1;
        }
        if (room < (size_t)DNS_HEADER + (size_t)length + 4) {
                errno = EMSGSIZE;
                return -1;
        }
        memset(query, 0, DNS_HEADER);
        dns_put16(query, __lwb_dns_id());
        if (options & RES_RECURSE)
                query[2] |= 0x01;
        if (options & DNS_TRUSTAD)
                query[3] |= 0x20;
        dns_put16(query + 4, 1);
        memcpy(query + DNS_HEADER, wire, (size_t)length);
        dns_put16(query + DNS_HEADER + length, type);
        dns_put16(query + DNS_HEADER + length + 2, class);
        return DNS_HEADER + length + 4;
}

int __lwb_dns_add_opt(uint8_t *query, size_t length, size_t room, unsigned size, bool dnssec)
{
        uint8_t *opt = query + length;

        if (length < DNS_HEADER || length > room || room - length < DNS_OPT_RECORD) {
                errno = EMSGSIZE;
                return -1;
        }
        memset(opt, 0, DNS_OPT_RECORD);
        dns_put16(opt + 1, DNS_OPT);
        dns_put16(opt + 3, size);
        if (dnssec)
                opt[7] = 0x80;
        dns_put16(query + 10, dns_get16(query + 10) + 1);
        return (int)length + DNS_OPT_RECORD;
}

/*
 * DNS as a stub resolver speaks it: names and messages (RFC 1035), EDNS0 (RFC 6891), resolv.conf(5)
 * and the exchange with name servers over UDP and TCP. Shared by the module resolv and by getent,
 * which include it as "../dns/dns.h".
 *
 * Nothing here is trusted: a length, count or pointer of a message is checked before it is used.
 */
#ifndef LWB_DNS_H
#define LWB_DNS_H

#include <netinet/in.h>
#include <resolv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Options that musl's <resolv.h> has no name for. */
#define DNS_NOTLDQUERY 0x01000000UL
#define DNS_NORELOAD 0x02000000UL
#define DNS_TRUSTAD 0x04000000UL
#define DNS_NOAAAA 0x08000000UL

enum {
        DNS_HEADER = 12,
        DNS_WIRE_NAME = 255,  /* the longest name in a message */
        DNS_TEXT_NAME = 1025, /* and as text, each byte written as \DDD, with its NUL */
        DNS_LABEL = 63,
        DNS_MESSAGE = 65535,
        DNS_EDNS_SIZE = 1200, /* what we say that we take over UDP: no fragment on any path */
        DNS_OPT_RECORD = 11,
        DNS_SERVERS = 3,
};

enum dns_type {
        DNS_A = 1,
        DNS_CNAME = 5,
        DNS_PTR = 12,
        DNS_AAAA = 28,
        DNS_OPT = 41,
};

/** Writes the text form of a name to its wire form. Bytes written, or -1: not a name, or no room.
 * `*absolute` is whether the text ended in a dot. */
int __lwb_dns_name_from_text(const char *text, uint8_t *wire, size_t room, bool *absolute);

/** Writes an uncompressed name as text without a final dot, the root as ".". Bytes without NUL, or
 * -1. */
int __lwb_dns_name_to_text(const uint8_t *wire, char *text, size_t room);

/** Expands the name at `offset` of a message. Bytes that it takes there, or -1. */
int __lwb_dns_name_expand(const uint8_t *message, size_t size, size_t offset, uint8_t *wire,
                          size_t room);

/** Bytes that the name at `offset` takes, pointers not followed, or -1. */
int __lwb_dns_name_skip(const uint8_t *message, size_t size, size_t offset);

/** Whether two uncompressed names are the same, in any case of ASCII. */
bool __lwb_dns_name_equal(const uint8_t *a, const uint8_t *b);

/** Length of an uncompressed name that is known to be whole. */
size_t __lwb_dns_name_length(const uint8_t *wire);

static inline unsigned dns_get16(const uint8_t *p)
{
        return (unsigned)p[0] << 8 | p[1];
}

static inline uint32_t dns_get32(const uint8_t *p)
{
        return (uint32_t)dns_get16(p) << 16 | dns_get16(p + 2);
}

static inline void dns_put16(uint8_t *p, unsigned value)
{
        p[0] = (uint8_t)(value >> 8);
        p[1] = (uint8_t)value;
}

/** One server's address. */
union dns_server {
        struct sockaddr any;
        struct sockaddr_in ipv4;
        struct sockaddr_in6 ipv6;
};

/** What resolv.conf says. */
struct dns_config {
        union dns_server servers[DNS_SERVERS];
        size_t server_count;
        char *domains;       /* the search list: strings, one after another; from malloc */
        size_t domain_count; /* how many */
        struct {
                struct in_addr address;
                uint32_t mask;
        } sort[MAXRESOLVSORT];
        size_t sort_count;
        unsigned long options; /* RES_ and DNS_ bits */
        int ndots;
        int timeout; /* seconds */
        int attempts;
};

/**
 * Reads resolv.conf, NULL for /etc/resolv.conf, then LOCALDOMAIN and RES_OPTIONS (not in a program
 * with more privileges than its user). What is not given gets its default: the server at 127.0.0.1,
 * the domain of the host's name. A file that can't be read is an empty one. 0 or ENOMEM.
 */
int __lwb_dns_config_read(const char *path, struct dns_config *config);

/** Reads the text of a resolv.conf alone; `text` is changed. 0 or ENOMEM. */
int __lwb_dns_config_parse(char *text, struct dns_config *config);

/** Frees what a configuration holds. */
void __lwb_dns_config_free(struct dns_config *config);

/** Whom to ask, and how. */
struct dns_exchange {
        union dns_server servers[DNS_SERVERS];
        size_t server_count;
        unsigned long options;
        int timeout;
        int attempts;
};

/** The exchange that a configuration describes; with RES_ROTATE it begins at a random server. */
void __lwb_dns_exchange_of(const struct dns_config *config, struct dns_exchange *exchange);

/** An id that nobody can guess; where the kernel has no randomness yet, one that varies. */
unsigned __lwb_dns_id(void);

/**
 * Writes a query with a random id. Its length, or -1 with EINVAL (not a name) or EMSGSIZE.
 * With RES_USE_EDNS0 or RES_USE_DNSSEC use __lwb_dns_add_opt then.
 */
int __lwb_dns_query(const char *name, unsigned class, unsigned type, unsigned long options,
                    uint8_t *query, size_t room);

/** Appends an OPT record that offers to take `size` bytes. The new length, or -1 with EMSGSIZE. */
int __lwb_dns_add_opt(uint8_t *query, size_t length, size_t room, unsigned size, bool dnssec);

/**
 * Asks the servers in turn and returns the length of the first answer that is one: with our id and
 * question, and not SERVFAIL, NOTIMP or REFUSED. One that is truncated is asked for again over TCP.
 * An answer longer than `room` is cut, and its TC bit set; over TCP the length is that of the
 * whole. Without RES_TRUSTAD the AD bit is cleared. -1 with errno: ETIMEDOUT, ECONNREFUSED (nobody
 * is there), ESRCH (no server), EINVAL (no room for a header), EMFILE and the like.
 * `*failure` is the header's flags of the last answer that was a failure, or 0.
 */
ssize_t __lwb_dns_send(const struct dns_exchange *exchange, const uint8_t *query, size_t length,
                       uint8_t *answer, size_t room, unsigned *failure);

/** Whether `answer` is one to `query`: same id, opcode and question, and the QR bit. */
bool __lwb_dns_answers(const uint8_t *answer, size_t size, const uint8_t *query, size_t length);

/** A resource record of a message. */
struct dns_record {
        uint8_t name[DNS_WIRE_NAME];
        unsigned section; /* 1 answer, 2 authority, 3 additional */
        unsigned type;
        unsigned class;
        uint32_t ttl;
        const uint8_t *data;
        size_t size;
};

/** A walk through a message's records. */
struct dns_reader {
        const uint8_t *message;
        size_t size;
        size_t offset;
        unsigned section;
        unsigned left[4];
};

/** Begins a walk behind the questions. 0, or -1 when the message is broken. */
int __lwb_dns_read(struct dns_reader *reader, const uint8_t *message, size_t size);

/** 1 with the next record; 0 at the end; -1 when the message is broken. */
int __lwb_dns_next(struct dns_reader *reader, struct dns_record *record);

/** What a query of one name says. */
enum dns_result {
        DNS_FOUND,
        DNS_NOT_FOUND, /* no such name */
        DNS_NO_DATA,   /* the name has no record of the type */
        DNS_FAILURE,   /* the servers failed for this name */
        DNS_SILENCE,   /* no answer in time */
        DNS_NOBODY,    /* no server is there: other names would fare no better */
        DNS_FATAL,     /* another refusal, or not a name */
};

/** Asks for one name; `data` is the caller's. */
typedef enum dns_result dns_try(void *data, const char *name);

/** What a search depends on. */
struct dns_search {
        const char *const *domains;
        size_t domain_count;
        unsigned long options;
        unsigned ndots;
};

/** Asks for a name, below each domain of the list and by itself, in the order of resolv.conf(5). */
enum dns_result __lwb_dns_search(const struct dns_search *search, const char *name, dns_try *ask,
                                 void *data);

#endif

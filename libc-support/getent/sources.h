/*
 * What getent asks over a socket: DNS, multicast DNS and the name service cache daemon; and the
 * conversion of internationalised names. Each source fills plain structures, which the program
 * prints as it prints those of the files.
 */
#ifndef GETENT_SOURCES_H
#define GETENT_SOURCES_H

#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/** What a lookup ends with. */
enum net_result {
        NET_FOUND = 0,
        NET_NOT_FOUND = -1,
        /* No answer, a broken one, or no memory: another source may know. */
        NET_ERROR = -2,
};

/** Where and how to ask; all zero is what a program wants, a test names servers of its own. */
struct net_options {
        const char *resolv_conf;           /* NULL: /etc/resolv.conf */
        const struct sockaddr_in6 *server; /* the one name server to ask instead of those; its
                                              sin6_family may be AF_INET, as struct sockaddr_in */
        const char *nscd_socket;           /* NULL: /var/run/nscd/socket */
        const char *avahi_socket;          /* NULL: /run/avahi-daemon/socket */
};

/** An address of a host. */
struct host_address {
        int family;     /* AF_INET or AF_INET6 */
        uint32_t scope; /* interface of a link-local address; 0: none */
        union {
                struct in_addr ipv4;
                struct in6_addr ipv6;
        } address;
};

/** What is known of a host; all of it is from malloc. */
struct host_answer {
        char *name; /* the canonical name */
        char **aliases;
        size_t alias_count;
        struct host_address *addresses; /* in the order of the answer */
        size_t address_count;
};

/** Frees what an answer holds and empties it. */
void host_answer_free(struct host_answer *answer);

/**
 * The addresses of `name`: of `family`, or with AF_UNSPEC of both, IPv6 after IPv4. The names that
 * CNAME records lead from are its aliases, that which was asked for first. resolv.conf's search
 * list applies. `answer` is filled where the result is NET_FOUND.
 */
int dns_hosts(const char *name, int family, struct host_answer *answer,
              const struct net_options *options);

/** The names of an address, a struct in_addr or in6_addr; the answer has that one address. */
int dns_reverse(const void *address, int family, struct host_answer *answer,
                const struct net_options *options);

/** As dns_hosts, over multicast DNS: names of two labels that end in `.local`. */
int mdns_hosts(const char *name, int family, struct host_answer *answer,
               const struct net_options *options);

/** As dns_reverse, over multicast DNS: addresses of 169.254/16 and fe80::/10. */
int mdns_reverse(const void *address, int family, uint32_t scope, struct host_answer *answer,
                 const struct net_options *options);

/**
 * The user named `name`, or where that is NULL, the one with `uid`. The strings of `entry` are in
 * `*storage`, which is from malloc.
 */
int nscd_passwd(const char *name, uid_t uid, struct passwd *entry, char **storage,
                const struct net_options *options);

/** The group named `name`, or where that is NULL, the one with `gid`; as nscd_passwd. */
int nscd_group(const char *name, gid_t gid, struct group *entry, char **storage,
               const struct net_options *options);

/** The groups that the daemon says `user` is in; `*gids` is from malloc. */
int nscd_initgroups(const char *user, gid_t **gids, size_t *count,
                    const struct net_options *options);

/**
 * The ASCII form of a host name in UTF-8, as IDNA2008 has it; a name in ASCII is copied. NET_FOUND
 * with `*ascii` from malloc, NET_NOT_FOUND when the name is not allowed, NET_ERROR for no memory.
 */
int idna_to_ascii(const char *utf8, char **ascii);

/** The UTF-8 form of a host name: labels that begin `xn--` are decoded; as idna_to_ascii. */
int idna_to_unicode(const char *ascii, char **utf8);

#endif

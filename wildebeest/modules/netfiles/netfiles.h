/*
 * The files of the `files` name service: /etc/aliases, hosts, networks, services,
 * protocols, rpc, ethers and netgroup, read as glibc reads them. Functions
 * return 0, NETFILE_END or an errno value: ERANGE when the caller's buffer is
 * too small, and then the line that did not fit is what the next call reads.
 * They leave errno alone.
 */
#ifndef LWB_NETFILES_H
#define LWB_NETFILES_H

#include <net/ethernet.h>
#include <netdb.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include "../colonfiles/lines.h"

/* There is no (further) entry; ENOENT says that there is no such file. */
#define NETFILE_END (-1)

#define NETFILES_ALIASES "/etc/aliases"
#define NETFILES_ETHERS "/etc/ethers"
#define NETFILES_HOSTS "/etc/hosts"
#define NETFILES_NETGROUP "/etc/netgroup"
#define NETFILES_NETWORKS "/etc/networks"
#define NETFILES_PROTOCOLS "/etc/protocols"
#define NETFILES_RPC "/etc/rpc"
#define NETFILES_SERVICES "/etc/services"

/* An open file. */
struct netfile {
        struct lwb_lines lines;
        char *line; /* the one handed out last */
};

/* The rest of the caller's buffer, after the line. */
struct netspace {
        char *next;
        size_t left;
};

/** A line of /etc/protocols or /etc/rpc. */
struct numbered {
        char *name;
        char **aliases;
        int number;
};

/** A line of /etc/ethers. */
struct etherhost {
        char *name;
        struct ether_addr address;
};

/* Fills `entry` from `line`, which it cuts up in place; EINVAL: the line is no entry. */
typedef int netfile_parser(char *line, struct netspace *space, void *entry);
typedef bool netfile_match(const void *entry, const void *key);

void __lwb_netfile_begin(struct netfile *file, int fd);
int __lwb_netfile_open(struct netfile *file, const char *path);
void __lwb_netfile_close(struct netfile *file);
int __lwb_netfile_line(struct netfile *file, char *line, size_t size);
int __lwb_netfile_unread(struct netfile *file);
int __lwb_netfile_next(struct netfile *file, netfile_parser *parse, void *entry, char *buffer,
                       size_t size);
int __lwb_netfile_find(const char *path, netfile_parser *parse, netfile_match *match,
                       const void *key, void *entry, char *buffer, size_t size);

/* What isspace says in the C locale, whatever the locale of the program. */
static inline bool netfile_is_blank(char c)
{
        return c == ' ' || (c >= '\t' && c <= '\r');
}

char *__lwb_netfile_word(char **rest);
bool __lwb_netfile_number(const char *text, char **end, uint32_t *number);
void *__lwb_netfile_take(struct netspace *space, size_t size, size_t alignment);
int __lwb_netfile_aliases(char *rest, struct netspace *space, char ***aliases);
bool __lwb_netfile_is_named(const char *name, char *const *aliases, const char *key,
                            int (*compare)(const char *, const char *));

int __lwb_parse_host(char *line, struct netspace *space, void *hostent);
int __lwb_parse_host_ipv4(char *line, struct netspace *space, void *hostent);

/** What to look for in /etc/networks. */
struct network_key {
        const char *name; /* without case; or NULL, and then */
        uint32_t number;
        int type; /* AF_UNSPEC: any */
};
int __lwb_parse_network(char *line, struct netspace *space, void *netent);
bool __lwb_match_network(const void *netent, const void *network_key);

/** What to look for in /etc/services. */
struct service_key {
        const char *name;     /* of the service or an alias; or NULL, and then */
        int port;             /* in network byte order */
        const char *protocol; /* NULL: any */
};
int __lwb_parse_service(char *line, struct netspace *space, void *servent);
bool __lwb_match_service(const void *servent, const void *service_key);

int __lwb_parse_numbered(char *line, struct netspace *space, void *numbered);
bool __lwb_match_numbered_name(const void *numbered, const void *name);
bool __lwb_match_numbered_number(const void *numbered, const void *number);

int __lwb_parse_ether(char *line, struct netspace *space, void *etherhost);
bool __lwb_match_ether_name(const void *etherhost, const void *name);
bool __lwb_match_ether_address(const void *etherhost, const void *address);

/** An entry of /etc/aliases: a name and whom it stands for, one at least. */
struct mail_alias {
        char *name;
        char **members;
        size_t count;
};

/* Entries of /etc/aliases may go over lines and be in other files too, so their memory grows. */
struct alias_reader {
        struct netfile *file;
        struct netfile_text {
                char *bytes;
                size_t length;
                size_t size;
        } text; /* the name and the members, each one ended by a NUL */
        char **members;
};

void __lwb_alias_begin(struct alias_reader *reader, struct netfile *file);
int __lwb_alias_next(struct alias_reader *reader, struct mail_alias *alias);
void __lwb_alias_end(struct alias_reader *reader);

/** A member of a netgroup; NULL stands for any value. */
struct netgroup_member {
        const char *host;
        const char *user;
        const char *domain;
};

/* A walk through a netgroup and the groups that it names; each is visited once. */
struct netgroup {
        const char *path;
        char *text; /* the definition of the group that is being read */
        char *rest;
        struct netgroup_name *wanted; /* the one found last is visited next */
        struct netgroup_name *visited;
};

int __lwb_netgroup_open(struct netgroup *group, const char *path, const char *name);
int __lwb_netgroup_next(struct netgroup *group, struct netgroup_member *member);
void __lwb_netgroup_close(struct netgroup *group);
bool __lwb_netgroup_admits(const struct netgroup_member *member, const struct netgroup_member *who);

#endif

/*
 * The service `mdns`: hosts on the link. Where avahi's daemon is there it is asked, by the lines of
 * its socket; else one question goes out on each interface as RFC 6762, section 5.1, has it for
 * simple resolvers, and the first answer counts.
 */
#include <errno.h>
#include <ifaddrs.h>
#include <arpa/inet.h>
#include <net/if.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>
#include "answer.h"

enum {
        MDNS_PORT = 5353,
        MOST_SOCKETS = 64,
        MOST_BYTES = 9000,
        AVAHI_TIMEOUT = 5000,
        HOP_LIMIT = 255
};

/* How long each of the questions waits, in milliseconds. */
static const int waits[] = {250, 1000, 2000};

struct question {
        uint8_t message[DNS_HEADER + DNS_WIRE_NAME + 4];
        size_t size;
        unsigned type;
};

/* A socket to ask through, and whom. */
struct way {
        int fd;
        unsigned interface;
        union dns_server to;
};

static int64_t now(void)
{
        struct timespec t;

        clock_gettime(CLOCK_MONOTONIC, &t);
        return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Whether a name has two labels, and `local` as the second. */
static bool is_local(const char *name)
{
        const char *dot = strchr(name, '.');
        size_t rest = dot ? strcspn(dot + 1, ".") : 0;

        return dot && dot != name && rest == 5 && !strncasecmp(dot + 1, "local", 5) &&
               (!dot[6] || !strcmp(dot + 6, "."));
}

static bool is_link_local(const void *address, int family)
{
        if (family == AF_INET)
                return !memcmp(address, (const uint8_t[]){169, 254}, 2);
        return IN6_IS_ADDR_LINKLOCAL((const struct in6_addr *)address);
}

static bool option(int fd, int level, int name, int value)
{
        return !setsockopt(fd, level, name, &value, sizeof value);
}

/* A socket of a family that sends on an interface, 0 for any; -1 where that does not work. */
static int open_way(int family, unsigned interface)
{
        int fd = socket(family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        struct ip_mreqn via = {.imr_ifindex = (int)interface};
        bool works;

        if (fd == -1)
                return -1;
        if (family == AF_INET)
                works =
                    option(fd, IPPROTO_IP, IP_RECVTTL, 1) &&
                    option(fd, IPPROTO_IP, IP_MULTICAST_TTL, HOP_LIMIT) &&
                    (!interface || !setsockopt(fd, IPPROTO_IP, IP_MULTICAST_IF, &via, sizeof via));
        else
                works = option(fd, IPPROTO_IPV6, IPV6_V6ONLY, 1) &&
                        option(fd, IPPROTO_IPV6, IPV6_RECVHOPLIMIT, 1) &&
                        option(fd, IPPROTO_IPV6, IPV6_MULTICAST_HOPS, HOP_LIMIT) &&
                        (!interface || option(fd, IPPROTO_IPV6, IPV6_MULTICAST_IF, (int)interface));
        if (works)
                return fd;
        close(fd);
        return -1;
}

static void add_way(struct way ways[MOST_SOCKETS], size_t *count, int family, unsigned interface)
{
        struct way *way = &ways[*count];

        for (size_t i = 0; i < *count; i++) {
                if (ways[i].interface == interface && ways[i].to.any.sa_family == family)
                        return;
        }
        if (*count == MOST_SOCKETS)
                return;
        *way = (struct way){.fd = open_way(family, interface), .interface = interface};
        if (way->fd == -1)
                return;
        if (family == AF_INET) {
                way->to.ipv4.sin_family = AF_INET;
                way->to.ipv4.sin_port = htons(MDNS_PORT);
                inet_pton(AF_INET, "224.0.0.251", &way->to.ipv4.sin_addr);
        } else {
                way->to.ipv6.sin6_family = AF_INET6;
                way->to.ipv6.sin6_port = htons(MDNS_PORT);
                way->to.ipv6.sin6_scope_id = interface;
                inet_pton(AF_INET6, "ff02::fb", &way->to.ipv6.sin6_addr);
        }
        ++*count;
}

/* The ways to ask: each interface that has multicast and an address of the family. */
static size_t find_ways(struct way ways[MOST_SOCKETS], const struct net_options *options)
{
        struct ifaddrs *list;
        size_t count = 0;

        if (options && options->server) {
                const struct sockaddr_in6 *server = options->server;

                ways[0] = (struct way){.fd = open_way(server->sin6_family, 0)};
                if (ways[0].fd == -1)
                        return 0;
                if (server->sin6_family == AF_INET)
                        memcpy(&ways[0].to.ipv4, server, sizeof ways[0].to.ipv4);
                else
                        ways[0].to.ipv6 = *server;
                return 1;
        }
        if (getifaddrs(&list))
                return 0;
        for (const struct ifaddrs *i = list; i; i = i->ifa_next) {
                unsigned interface;

                if (!i->ifa_addr ||
                    (i->ifa_flags & (IFF_UP | IFF_MULTICAST)) != (IFF_UP | IFF_MULTICAST))
                        continue;
                interface = if_nametoindex(i->ifa_name);
                if (interface &&
                    (i->ifa_addr->sa_family == AF_INET || i->ifa_addr->sa_family == AF_INET6))
                        add_way(ways, &count, i->ifa_addr->sa_family, interface);
        }
        freeifaddrs(list);
        return count;
}

/* Whether an address is in the network of one of this host's own. */
static bool is_on_link(const union dns_server *from)
{
        struct ifaddrs *list;
        bool found = false;

        if (from->any.sa_family == AF_INET6 && IN6_IS_ADDR_LINKLOCAL(&from->ipv6.sin6_addr))
                return true;
        if (getifaddrs(&list))
                return false;
        for (const struct ifaddrs *i = list; i && !found; i = i->ifa_next) {
                const uint8_t *own;
                const uint8_t *mask;
                const uint8_t *theirs;
                size_t size = from->any.sa_family == AF_INET ? 4 : 16;

                if (!i->ifa_addr || !i->ifa_netmask ||
                    i->ifa_addr->sa_family != from->any.sa_family)
                        continue;
                if (size == 4) {
                        own = (const void *)&((const struct sockaddr_in *)(const void *)i->ifa_addr)
                                  ->sin_addr;
                        mask = (const void *)&(
                                   (const struct sockaddr_in *)(const void *)i->ifa_netmask)
                                   ->sin_addr;
                        theirs = (const void *)&from->ipv4.sin_addr;
                } else {
                        own =
                            (const void *)&((const struct sockaddr_in6 *)(const void *)i->ifa_addr)
                                ->sin6_addr;
                        mask = (const void *)&(
                                   (const struct sockaddr_in6 *)(const void *)i->ifa_netmask)
                                   ->sin6_addr;
                        theirs = (const void *)&from->ipv6.sin6_addr;
                }
                found = true;
                for (size_t b = 0; b < size; b++)
                        found = found && !((own[b] ^ theirs[b]) & mask[b]);
        }
        freeifaddrs(list);
        return found;
}

/* RFC 6762, section 11: what comes from beyond the link is not an answer. */
static bool is_from_link(struct msghdr *header, const union dns_server *from)
{
        const struct cmsghdr *c = CMSG_FIRSTHDR(header);
        int hops;

        /* The socket asks for no other. */
        if (c && ((c->cmsg_level == IPPROTO_IP && c->cmsg_type == IP_TTL) ||
                  (c->cmsg_level == IPPROTO_IPV6 && c->cmsg_type == IPV6_HOPLIMIT))) {
                memcpy(&hops, CMSG_DATA(c), sizeof hops);
                if (hops == HOP_LIMIT)
                        return true;
        }
        return is_on_link(from);
}

/* Takes one datagram: the bit of the question that it answers, or 0. */
static unsigned receive(const struct way *way, const struct question *questions, size_t count,
                        struct host_answer *answer)
{
        uint8_t message[MOST_BYTES];
        char control[256];
        union dns_server from = {0};
        struct iovec io = {message, sizeof message};
        struct msghdr header = {.msg_name = &from,
                                .msg_namelen = sizeof from,
                                .msg_iov = &io,
                                .msg_iovlen = 1,
                                .msg_control = control,
                                .msg_controllen = sizeof control};
        ssize_t n = recvmsg(way->fd, &header, 0);
        unsigned interface;

        if (n < DNS_HEADER || !(message[2] & 0x80) || !is_from_link(&header, &from))
                return 0;
        interface = from.any.sa_family == AF_INET6 && from.ipv6.sin6_scope_id
                        ? from.ipv6.sin6_scope_id
                        : way->interface;
        for (size_t i = 0; i < count; i++) {
                struct host_answer part = {0};
                bool whole = true;

                /* A responder repeats the id of a simple resolver (section 6.7). */
                if (memcmp(message, questions[i].message, 2))
                        continue;
                if (answer_message(&part, message, (size_t)n, questions[i].message + DNS_HEADER,
                                   questions[i].type, interface)) {
                        host_answer_free(&part);
                        continue;
                }
                whole = answer_name(answer, part.name);
                for (size_t k = 0; k < part.alias_count; k++)
                        whole = whole && answer_alias(answer, part.aliases[k]);
                for (size_t k = 0; k < part.address_count; k++)
                        whole = whole &&
                                answer_address(answer, part.addresses[k].family,
                                               &part.addresses[k].address, part.addresses[k].scope);
                host_answer_free(&part);
                return whole ? 1U << i : 0;
        }
        return 0;
}

/* Sends the questions on all ways until they have their answers, or the time is over. When one has
 * its answer, the other waits no longer than the first turn. */
static enum net_result ask(const struct question *questions, size_t count,
                           struct host_answer *answer, const struct net_options *options)
{
        struct way ways[MOST_SOCKETS];
        struct pollfd fds[MOST_SOCKETS];
        size_t way_count = find_ways(ways, options);
        const unsigned all = (1U << count) - 1;
        unsigned answered = 0;

        for (size_t turn = 0; way_count && !answered && turn < sizeof waits / sizeof *waits;
             turn++) {
                int64_t deadline = now() + waits[turn];

                for (size_t i = 0; i < way_count * count; i++) {
                        const struct way *way = &ways[i / count];

                        /* Where that fails there is nobody to answer either. */
                        (void)!sendto(way->fd, questions[i % count].message,
                                      questions[i % count].size, MSG_NOSIGNAL, &way->to.any,
                                      way->to.any.sa_family == AF_INET ? sizeof way->to.ipv4
                                                                       : sizeof way->to.ipv6);
                }
                for (int64_t left; answered != all && (left = deadline - now()) > 0;) {
                        for (size_t i = 0; i < way_count; i++)
                                fds[i] = (struct pollfd){.fd = ways[i].fd, .events = POLLIN};
                        if (poll(fds, way_count, (int)left) <= 0)
                                continue;
                        for (size_t i = 0; i < way_count; i++) {
                                if (fds[i].revents)
                                        answered |= receive(&ways[i], questions, count, answer);
                        }
                        if (answered && deadline > now() + waits[0])
                                deadline = now() + waits[0];
                }
        }
        for (size_t i = 0; i < way_count; i++)
                close(ways[i].fd);
        return answered ? NET_FOUND : NET_NOT_FOUND;
}

static bool question_of(struct question *question, const char *name, unsigned type)
{
        int length = __lwb_dns_query(name, 1, type, 0, question->message, sizeof question->message);

        if (length < 0)
                return false;
        /* The top bit of the class asks for an answer to us alone (section 5.4). */
        question->message[length - 2] |= 0x80;
        question->size = (size_t)length;
        question->type = type;
        return true;
}

/* Sends a command to avahi's daemon and reads its line. NET_ERROR where nobody is there. */
static enum net_result ask_avahi(const char *command, const char *argument, char line[512],
                                 const struct net_options *options)
{
        const char *path = options ? options->avahi_socket : NULL;
        struct sockaddr_un address = {.sun_family = AF_UNIX};
        enum net_result result = NET_ERROR;
        int64_t deadline = now() + AVAHI_TIMEOUT;
        size_t used = 0;
        int length;
        int fd;

        if (!path)
                path = "/run/avahi-daemon/socket";
        if (strlen(path) >= sizeof address.sun_path)
                return NET_ERROR;
        strcpy(address.sun_path, path);
        length = snprintf(line, 512, "%s %s\n", command, argument);
        fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (fd == -1)
                return NET_ERROR;
        if (length >= 512 || connect(fd, (struct sockaddr *)&address, sizeof address) ||
            send(fd, line, (size_t)length, MSG_NOSIGNAL) != length)
                goto out;
        for (int64_t left; used < 511 && (left = deadline - now()) > 0;) {
                struct pollfd pfd = {.fd = fd, .events = POLLIN};
                ssize_t n;

                if (poll(&pfd, 1, (int)left) <= 0)
                        continue;
                n = recv(fd, line + used, 511 - used, 0);
                if (n <= 0 && !(n < 0 && (errno == EINTR || errno == EAGAIN)))
                        break;
                if (n > 0)
                        used += (size_t)n;
                line[used] = '\0';
                if (strchr(line, '\n')) {
                        *strchr(line, '\n') = '\0';
                        result = *line == '+' ? NET_FOUND : NET_NOT_FOUND;
                        break;
                }
        }
out:
        close(fd);
        return result;
}

/* Reads `+ INTERFACE PROTOCOL FROM TO`: an address and a name, in either order. */
static bool read_avahi(char *line, unsigned *interface, char **from, char **to)
{
        char *rest;
        char *word = strtok_r(line, " ", &rest);
        char *number = word ? strtok_r(NULL, " ", &rest) : NULL;
        char *end;

        if (!number || !strtok_r(NULL, " ", &rest))
                return false;
        *interface = (unsigned)strtoul(number, &end, 10);
        *from = strtok_r(NULL, " ", &rest);
        *to = *from ? strtok_r(NULL, " ", &rest) : NULL;
        return !*end && *to;
}

/* The addresses of one family, from avahi's daemon. */
static enum net_result avahi_hosts(const char *name, int family, struct host_answer *answer,
                                   const struct net_options *options)
{
        char line[512];
        uint8_t address[16];
        unsigned interface;
        char *host;
        char *text;
        enum net_result result =
            ask_avahi(family == AF_INET ? "RESOLVE-HOSTNAME-IPV4" : "RESOLVE-HOSTNAME-IPV6", name,
                      line, options);

        if (result)
                return result;
        if (!read_avahi(line, &interface, &host, &text))
                return NET_ERROR;
        text[strcspn(text, "%")] = '\0';
        if (inet_pton(family, text, address) != 1)
                return NET_ERROR;
        if (family == AF_INET || !is_link_local(address, family))
                interface = 0;
        return answer_name(answer, host) && answer_address(answer, family, address, interface)
                   ? NET_FOUND
                   : NET_ERROR;
}

int mdns_hosts(const char *name, int family, struct host_answer *answer,
               const struct net_options *options)
{
        struct question questions[2];
        struct host_answer found = {0};
        enum net_result ipv4 = NET_NOT_FOUND;
        enum net_result ipv6 = NET_NOT_FOUND;
        enum net_result result;
        size_t count = 0;

        if (!is_local(name) || strpbrk(name, " \t\r\n"))
                return NET_NOT_FOUND;
        if (family != AF_INET6)
                ipv4 = avahi_hosts(name, AF_INET, &found, options);
        if (family != AF_INET && ipv4 != NET_ERROR)
                ipv6 = avahi_hosts(name, AF_INET6, &found, options);
        if (ipv4 == NET_FOUND || ipv6 == NET_FOUND) {
                *answer = found;
                return NET_FOUND;
        }
        host_answer_free(&found);
        if (ipv4 == NET_NOT_FOUND && ipv6 == NET_NOT_FOUND)
                return NET_NOT_FOUND;
        if (family != AF_INET6 && !question_of(&questions[count++], name, DNS_A))
                return NET_NOT_FOUND;
        if (family != AF_INET && !question_of(&questions[count++], name, DNS_AAAA))
                return NET_NOT_FOUND;
        result = ask(questions, count, &found, options);
        if (result == NET_FOUND)
                *answer = found;
        else
                host_answer_free(&found);
        return result;
}

int mdns_reverse(const void *address, int family, uint32_t scope, struct host_answer *answer,
                 const struct net_options *options)
{
        struct host_answer found = {0};
        struct question question;
        char text[INET6_ADDRSTRLEN];
        char line[512];
        char name[80];
        char *numeric;
        char *host;
        unsigned interface;
        enum net_result result;

        if (!is_link_local(address, family))
                return NET_NOT_FOUND;
        inet_ntop(family, address, text, sizeof text);
        result = ask_avahi("RESOLVE-ADDRESS", text, line, options);
        if (result == NET_NOT_FOUND)
                return result;
        if (result == NET_FOUND) {
                if (!read_avahi(line, &interface, &numeric, &host) || !answer_name(&found, host))
                        result = NET_ERROR;
        } else {
                answer_reverse_name(address, family, name);
                if (!question_of(&question, name, DNS_PTR))
                        return NET_ERROR;
                result = ask(&question, 1, &found, options);
        }
        if (result == NET_FOUND && !answer_address(&found, family, address, scope))
                result = NET_ERROR;
        if (result == NET_FOUND)
                *answer = found;
        else
                host_answer_free(&found);
        return result;
}

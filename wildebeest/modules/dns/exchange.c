/* The exchange with name servers: UDP with retries, TCP where an answer is cut. */
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include "dns.h"

/* A UDP answer that does not fit this is asked for over TCP. */
enum { DATAGRAM = 4096, HEADER_TC = 0x02, HEADER_AD = 0x20, RCODE = 0x0f };

struct state {
        const struct dns_exchange *with;
        const uint8_t *query;
        size_t length;
        uint8_t *answer;
        size_t room;
        unsigned *failure;
        int sockets[DNS_SERVERS]; /* -1: not open */
        bool reached;             /* some server was there, if silent */
        bool tcp;                 /* an answer was cut */
        int error;                /* why none was */
};

void __lwb_dns_exchange_of(const struct dns_config *config, struct dns_exchange *exchange)
{
        size_t first = 0;

        *exchange = (struct dns_exchange){
            .server_count = config->server_count,
            .options = config->options,
            .timeout = config->timeout,
            .attempts = config->attempts,
        };
        if (config->options & RES_ROTATE) {
                unsigned char random;

                if (getrandom(&random, 1, GRND_NONBLOCK) == 1)
                        first = random % config->server_count;
        }
        for (size_t i = 0; i < config->server_count; i++)
                exchange->servers[i] = config->servers[(first + i) % config->server_count];
}

static int64_t now(void)
{
        struct timespec t;

        clock_gettime(CLOCK_MONOTONIC, &t);
        return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* poll(2) until `deadline`, signals or not. */
static int wait_for(struct pollfd *fds, nfds_t count, int64_t deadline)
{
        for (;;) {
                int64_t left = deadline - now();
                int ready = poll(fds, count,
                                 left < 0           ? 0
                                 : left < INT32_MAX ? (int)left
                                                    : INT32_MAX);

                if (ready >= 0 || errno != EINTR)
                        return ready;
        }
}

/* A socket that is connected, or connects, to a server; -1 with errno. */
static int open_socket(const union dns_server *server, int type)
{
        socklen_t size =
            server->any.sa_family == AF_INET6 ? sizeof server->ipv6 : sizeof server->ipv4;
        int fd = socket(server->any.sa_family, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

        if (fd == -1)
                return -1;
        if (connect(fd, &server->any, size) && errno != EINPROGRESS && errno != EINTR) {
                int error = errno;

                close(fd);
                errno = error;
                return -1;
        }
        return fd;
}

/* Copies as much of an answer to the caller as has room; the TC bit says that it is not all. */
static void deliver(struct state *s, const uint8_t *answer, size_t size, bool cut)
{
        size_t length = size < s->room ? size : s->room;

        if (answer != s->answer)
                memcpy(s->answer, answer, length);
        if (length < size || cut)
                s->answer[2] |= HEADER_TC;
        if (!(s->with->options & DNS_TRUSTAD))
                s->answer[3] &= (uint8_t)~HEADER_AD;
}

/* Whether the server failed, so that another may know; notes how. */
static bool failed(struct state *s, const uint8_t *answer)
{
        unsigned code = answer[3] & RCODE;

        if (code != ns_r_servfail && code != ns_r_notimpl && code != ns_r_refused)
                return false;
        *s->failure = dns_get16(answer + 2);
        return true;
}

/* Sends or receives all of `size` bytes. Whether that worked. */
static bool transfer(int fd, short direction, uint8_t *data, size_t size, int64_t deadline)
{
        struct pollfd pfd = {.fd = fd, .events = direction};

        for (size_t done = 0; done < size;) {
                ssize_t n;

                if (wait_for(&pfd, 1, deadline) <= 0) {
                        errno = ETIMEDOUT;
                        return false;
                }
                n = direction == POLLIN ? recv(fd, data + done, size - done, 0)
                                        : send(fd, data + done, size - done, MSG_NOSIGNAL);
                if (n > 0) {
                        done += (size_t)n;
                } else if (n == 0) {
                        errno = ECONNRESET;
                        return false;
                } else if (errno != EINTR && errno != EAGAIN) {
                        return false;
                }
        }
        return true;
}

/* One question over TCP: the length of the answer; 0 where the server has none to give. */
static ssize_t over_tcp(struct state *s, size_t server)
{
        int64_t deadline = now() + (int64_t)s->with->timeout * 1000;
        uint8_t prefix[2];
        uint8_t rest[512];
        ssize_t result = 0;
        size_t size;
        size_t kept;
        int fd;

        dns_put16(prefix, (unsigned)s->length);
        fd = open_socket(&s->with->servers[server], SOCK_STREAM);
        if (fd == -1) {
                s->error = errno;
                return 0;
        }
        if (!transfer(fd, POLLOUT, prefix, 2, deadline) ||
            !transfer(fd, POLLOUT, (uint8_t *)(uintptr_t)s->query, s->length, deadline) ||
            !transfer(fd, POLLIN, prefix, 2, deadline)) {
                s->error = errno;
                s->reached |= errno != ECONNREFUSED;
                goto out;
        }
        s->reached = true;
        size = dns_get16(prefix);
        kept = size < s->room ? size : s->room;
        if (size < DNS_HEADER || kept < DNS_HEADER ||
            !transfer(fd, POLLIN, s->answer, kept, deadline))
                goto out;
        /* What has no room is read all the same: closing before would be an error to the server. */
        for (size_t left = size - kept; left > 0;) {
                size_t part = left < sizeof rest ? left : sizeof rest;

                if (!transfer(fd, POLLIN, rest, part, deadline))
                        break;
                left -= part;
        }
        if (__lwb_dns_answers(s->answer, kept, s->query, s->length) && !failed(s, s->answer)) {
                deliver(s, s->answer, size, false);
                result = (ssize_t)size;
        }
out:
        close(fd);
        return result;
}

/* Takes what a UDP socket has: the length of an answer; 0: none yet; -1: this server is done. */
static ssize_t receive(struct state *s, size_t server, bool *cut)
{
        uint8_t datagram[DATAGRAM];
        bool own = s->room < sizeof datagram;
        uint8_t *into = own ? datagram : s->answer;
        size_t room = own ? sizeof datagram : s->room;
        ssize_t n = recv(s->sockets[server], into, room, MSG_TRUNC);
        size_t size;

        if (n < 0) {
                if (errno == EINTR || errno == EAGAIN)
                        return 0;
                s->error = errno;
                s->reached |= errno != ECONNREFUSED;
                return -1;
        }
        s->reached = true;
        size = (size_t)n < room ? (size_t)n : room;
        if (!__lwb_dns_answers(into, size, s->query, s->length))
                return 0;
        if (failed(s, into))
                return -1;
        *cut = (into[2] & HEADER_TC) || (size_t)n > room;
        deliver(s, into, size, *cut);
        return (ssize_t)(size < s->room ? size : s->room);
}

/* Waits for an answer of any server that was asked. As receive. */
static ssize_t await_answer(struct state *s, size_t asked, int64_t deadline)
{
        while (true) {
                struct pollfd fds[DNS_SERVERS];
                ssize_t n = 0;

                for (size_t i = 0; i < DNS_SERVERS; i++)
                        fds[i] = (struct pollfd){.fd = s->sockets[i], .events = POLLIN};
                if (wait_for(fds, DNS_SERVERS, deadline) <= 0) {
                        s->reached = true;
                        return -1;
                }
                for (size_t i = 0; i < DNS_SERVERS && n == 0; i++) {
                        bool cut = false;

                        if (!fds[i].revents)
                                continue;
                        n = receive(s, i, &cut);
                        if (n > 0 && cut && !(s->with->options & RES_IGNTC)) {
                                s->tcp = true;
                                n = over_tcp(s, i) ?: -1;
                        }
                        if (n >= 0)
                                continue;
                        /* It is asked through a new socket, if again. */
                        close(s->sockets[i]);
                        s->sockets[i] = -1;
                        if (i != asked)
                                n = 0;
                }
                if (n)
                        return n;
        }
}

/* One question over UDP, until the time for it is over. As receive. */
static ssize_t over_udp(struct state *s, size_t server, int64_t seconds)
{
        if (s->sockets[server] == -1) {
                s->sockets[server] = open_socket(&s->with->servers[server], SOCK_DGRAM);
                if (s->sockets[server] == -1) {
                        s->error = errno;
                        return -1;
                }
        }
        if (send(s->sockets[server], s->query, s->length, MSG_NOSIGNAL) < 0) {
                s->error = errno;
                return -1;
        }
        return await_answer(s, server, now() + seconds * 1000);
}

ssize_t __lwb_dns_send(const struct dns_exchange *exchange, const uint8_t *query, size_t length,
                       uint8_t *answer, size_t room, unsigned *failure)
{
        struct state s = {
            .with = exchange,
            .query = query,
            .length = length,
            .answer = answer,
            .room = room,
            .failure = failure,
            .sockets = {-1, -1, -1},
            .tcp = (exchange->options & RES_USEVC) || length > NS_PACKETSZ,
            .error = ESRCH,
        };
        int error = errno;
        ssize_t n = 0;

        *failure = 0;
        if (length < DNS_HEADER || length > DNS_MESSAGE || room < DNS_HEADER) {
                errno = EINVAL;
                return -1;
        }
        for (int attempt = 0; attempt < exchange->attempts && n <= 0; attempt++) {
                /* TCP repeats by itself what is lost. */
                if (attempt > 0 && s.tcp)
                        break;
                for (size_t i = 0; i < exchange->server_count && n <= 0; i++) {
                        int64_t seconds = exchange->timeout;

                        /* As glibc: the servers behind the first share a longer time. */
                        if (i > 0)
                                seconds = (seconds << i) / (int64_t)exchange->server_count;
                        if (seconds < 1)
                                seconds = 1;
                        n = s.tcp ? over_tcp(&s, i) : over_udp(&s, i, seconds);
                }
        }
        for (size_t i = 0; i < DNS_SERVERS; i++) {
                if (s.sockets[i] >= 0)
                        close(s.sockets[i]);
        }
        if (n > 0) {
                errno = error;
                return n;
        }
        errno = s.reached ? ETIMEDOUT : s.error;
        return -1;
}

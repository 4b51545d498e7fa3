/*
 * A DNS server for the tests, in a process of its own, on a port of 127.0.0.1 that the kernel
 * chooses: UDP and TCP. What it answers depends on the first label of the name that is asked for:
 *
 *   a NUMBER      that many A records, 192.0.2.1 and on; over UDP cut to what the query allows
 *   six           AAAA 2001:db8::6, no other type
 *   both          A 192.0.2.4 and AAAA 2001:db8::6
 *   alias, chain  CNAME to "both" or "alias" in the same domain
 *   forever       CNAME to itself
 *   ptr…          see below
 *   nx nodata servfail refused notimp formerr      that code
 *   cut           over UDP the header alone with TC; over TCP as "1"
 *   cutonly       likewise, but TCP closes without an answer
 *   wrongid wrongname short loop                   that first, then the right answer "1"
 *   badloop       an answer whose record's name points to itself
 *   badcount      a header that promises 65535 records
 *   badname       CNAME to a name that is no host name
 *   silent        nothing
 *   second        nothing to the first query, "1" to the next
 *   noedns        FORMERR where the query has an OPT record, else "1"
 *   echo          TXT with the query's bytes, without its id
 *   log           TXT with the names asked for since the last "log", each with '/' behind it
 *
 * Names below in-addr.arpa and ip6.arpa have two PTR records: both.test and other.test; those that
 * begin with the label 9 have none.
 */
#ifndef LWB_DNS_TEST_SERVER_H
#define LWB_DNS_TEST_SERVER_H

#include <arpa/inet.h>
#include <ctype.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include "tap.h"

struct test_dns {
        pid_t pid;
        struct sockaddr_in address;
};

struct test_dns_state {
        char log[2048];
        unsigned seconds; /* queries for "second" */
};

struct test_dns_message {
        uint8_t bytes[65535];
        size_t size;
        unsigned records;
};

static void test_dns_byte(struct test_dns_message *m, unsigned value)
{
        if (m->size < sizeof m->bytes)
                m->bytes[m->size++] = (uint8_t)value;
}

static void test_dns_short(struct test_dns_message *m, unsigned value)
{
        test_dns_byte(m, value >> 8);
        test_dns_byte(m, value & 0xff);
}

static void test_dns_name(struct test_dns_message *m, const char *name)
{
        while (*name) {
                size_t n = strcspn(name, ".");

                test_dns_byte(m, (unsigned)n);
                for (size_t i = 0; i < n; i++)
                        test_dns_byte(m, (unsigned char)name[i]);
                name += n + (name[n] == '.');
        }
        test_dns_byte(m, 0);
}

/* A record's owner and fixed part; what follows must be `size` bytes. */
static void test_dns_record(struct test_dns_message *m, const char *name, unsigned type,
                            size_t size)
{
        test_dns_name(m, name);
        test_dns_short(m, type);
        test_dns_short(m, 1);
        test_dns_short(m, 0);
        test_dns_short(m, 60);
        test_dns_short(m, (unsigned)size);
        m->records++;
}

static void test_dns_target(struct test_dns_message *m, const char *name, unsigned type,
                            const char *target)
{
        test_dns_record(m, name, type, strlen(target) + 2);
        test_dns_name(m, target);
}

static void test_dns_addresses(struct test_dns_message *m, const char *name, unsigned count)
{
        for (unsigned i = 1; i <= count; i++) {
                test_dns_record(m, name, 1, 4);
                test_dns_short(m, 0xc000);
                test_dns_short(m, 0x0200 + (i & 0xff));
        }
}

static void test_dns_text(struct test_dns_message *m, const char *name, const void *text,
                          size_t size)
{
        const uint8_t *bytes = text;
        size_t strings = (size + 254) / 255;

        test_dns_record(m, name, 16, size + strings);
        for (size_t i = 0; i < size; i++) {
                if (i % 255 == 0)
                        test_dns_byte(m, size - i < 255 ? (unsigned)(size - i) : 255);
                test_dns_byte(m, bytes[i]);
        }
}

/* The records of "both", for one type. */
static void test_dns_both(struct test_dns_message *m, const char *name, unsigned type)
{
        static const uint8_t six[16] = {0x20, 0x01, 0x0d, 0xb8, [15] = 6};

        if (type == 1) {
                test_dns_record(m, name, 1, 4);
                test_dns_short(m, 0xc000);
                test_dns_short(m, 0x0204);
        } else if (type == 28) {
                test_dns_record(m, name, 28, 16);
                for (size_t i = 0; i < 16; i++)
                        test_dns_byte(m, six[i]);
        }
}

/* Reads the question: its name as text, and the type. The offset behind it, 0 if broken. */
static size_t test_dns_question(const uint8_t *query, size_t size, char name[256], unsigned *type)
{
        size_t at = 12;
        size_t used = 0;

        while (at < size && query[at]) {
                if (query[at] > 63 || at + query[at] + 1 >= size || used + query[at] + 2 > 255)
                        return 0;
                memcpy(name + used, query + at + 1, query[at]);
                used += query[at];
                name[used++] = '.';
                at += query[at] + 1u;
        }
        if (at + 5 > size)
                return 0;
        name[used ? used - 1 : 0] = '\0';
        *type = (unsigned)query[at + 1] << 8 | query[at + 2];
        return at + 5;
}

static int test_dns_is(const char *name, const char *label)
{
        size_t n = strlen(label);

        return !strncasecmp(name, label, n) && (!name[n] || name[n] == '.');
}

/* Makes the answer; whether there is one. `again` asks for a second message, which is right. */
static int test_dns_answer(struct test_dns_state *state, struct test_dns_message *m,
                           const uint8_t *query, size_t size, int tcp, int *again)
{
        static const struct {
                const char *label;
                unsigned code;
        } codes[] = {{"nx", 3}, {"servfail", 2}, {"refused", 5}, {"notimp", 4}, {"formerr", 1}};
        char name[256];
        unsigned type;
        unsigned code = 0;
        unsigned flags = 0;
        unsigned count = 0;
        size_t room = 512;
        size_t end = test_dns_question(query, size, name, &type);
        int opt = end && (query[11] || query[10]) && size >= end + 11;
        const char *rest = strchr(name, '.');
        int right = *again;
        char target[300];

        *again = 0;
        if (!end)
                return 0;
        if (!rest)
                rest = name + strlen(name);
        if (opt)
                room = (size_t)query[end + 3] << 8 | query[end + 4];
        m->size = 0;
        m->records = 0;
        for (size_t i = 0; i < end; i++)
                test_dns_byte(m, query[i]);
        for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
                if (test_dns_is(name, codes[i].label))
                        code = codes[i].code;
        }
        if (!test_dns_is(name, "log") && strlen(state->log) + strlen(name) + 2 < sizeof state->log)
                strcat(strcat(state->log, name), "/");
        if (isdigit((unsigned char)*name) && !strcasestr(name, ".arpa")) {
                count = (unsigned)atoi(name);
                if (type != 1)
                        count = 0;
        } else if (strcasestr(name, ".arpa")) {
                if (test_dns_is(name, "9")) {
                        code = 3;
                } else if (type == 12) {
                        test_dns_target(m, name, 12, "both.test");
                        test_dns_target(m, name, 12, "other.test");
                }
        } else if (test_dns_is(name, "both")) {
                test_dns_both(m, name, type);
        } else if (test_dns_is(name, "six")) {
                if (type == 28)
                        test_dns_both(m, name, type);
        } else if (test_dns_is(name, "alias") || test_dns_is(name, "chain")) {
                snprintf(target, sizeof target, "alias%s", rest);
                if (test_dns_is(name, "chain"))
                        test_dns_target(m, name, 5, target);
                snprintf(target + 150, sizeof target - 150, "both%s", rest);
                test_dns_target(m, target, 5, target + 150);
                test_dns_both(m, target + 150, type);
        } else if (test_dns_is(name, "forever")) {
                test_dns_target(m, name, 5, name);
        } else if (test_dns_is(name, "badname")) {
                test_dns_target(m, name, 5, "not a host.test");
                test_dns_both(m, "not a host.test", type);
        } else if (test_dns_is(name, "silent")) {
                return 0;
        } else if (test_dns_is(name, "second")) {
                if (state->seconds++ == 0)
                        return 0;
                count = 1;
        } else if (test_dns_is(name, "noedns")) {
                if (opt)
                        code = 1;
                else
                        count = 1;
        } else if (test_dns_is(name, "cut") || test_dns_is(name, "cutonly")) {
                if (tcp && test_dns_is(name, "cutonly"))
                        return 0;
                if (tcp)
                        count = 1;
                else
                        flags = 0x0200;
        } else if (test_dns_is(name, "echo")) {
                test_dns_text(m, name, query + 2, size - 2);
        } else if (test_dns_is(name, "log")) {
                test_dns_text(m, name, state->log, strlen(state->log));
                *state->log = '\0';
        } else if (test_dns_is(name, "wrongid") || test_dns_is(name, "wrongname") ||
                   test_dns_is(name, "short") || test_dns_is(name, "loop")) {
                test_dns_addresses(m, name, right ? 1 : 7);
                *again = !right;
        } else if (test_dns_is(name, "badloop")) {
                size_t at = m->size;

                test_dns_short(m, 0xc000 | (unsigned)at);
                for (int i = 0; i < 14; i++)
                        test_dns_byte(m, i == 1 || i == 3 ? 1 : i == 9 ? 4 : 0);
                m->records = 1;
        } else if (code == 0 && !test_dns_is(name, "nodata") && !test_dns_is(name, "badcount")) {
                code = 3;
        }
        test_dns_addresses(m, name, count);
        if (!tcp && m->size > room) {
                flags |= 0x0200;
                m->size = end;
                m->records = 0;
        }
        flags |= 0x8080 | code | ((unsigned)query[2] & 0x79) << 8;
        m->bytes[2] = (uint8_t)(flags >> 8);
        m->bytes[3] = (uint8_t)flags;
        m->bytes[6] = (uint8_t)(m->records >> 8);
        m->bytes[7] = (uint8_t)m->records;
        m->bytes[8] = m->bytes[9] = m->bytes[10] = m->bytes[11] = 0;
        if (test_dns_is(name, "badcount"))
                m->bytes[6] = m->bytes[7] = 0xff;
        if (*again && test_dns_is(name, "wrongid"))
                m->bytes[1] ^= 1;
        if (*again && test_dns_is(name, "wrongname"))
                m->bytes[13] ^= 1;
        if (*again && test_dns_is(name, "short"))
                m->size = 5;
        if (*again && test_dns_is(name, "loop")) {
                m->bytes[12] = 0xc0;
                m->bytes[13] = 12;
        }
        return 1;
}

static void test_dns_udp(struct test_dns_state *state, int fd)
{
        static struct test_dns_message m;
        struct sockaddr_storage from;
        socklen_t length = sizeof from;
        uint8_t query[4096];
        ssize_t n = recvfrom(fd, query, sizeof query, 0, (struct sockaddr *)&from, &length);
        int again = 0;

        if (n < 12)
                return;
        while (test_dns_answer(state, &m, query, (size_t)n, 0, &again)) {
                sendto(fd, m.bytes, m.size, 0, (struct sockaddr *)&from, length);
                if (!again)
                        break;
        }
}

static void test_dns_tcp(struct test_dns_state *state, int listener)
{
        static struct test_dns_message m;
        int fd = accept(listener, NULL, NULL);
        uint8_t query[4098];
        uint8_t prefix[2];
        size_t got = 0;
        int again = 0;
        ssize_t n;

        while ((n = read(fd, query + got, sizeof query - got)) > 0) {
                got += (size_t)n;
                if (got >= 2 && got >= 2u + ((size_t)query[0] << 8 | query[1]))
                        break;
        }
        if (got > 14 && test_dns_answer(state, &m, query + 2, got - 2, 1, &again)) {
                prefix[0] = (uint8_t)(m.size >> 8);
                prefix[1] = (uint8_t)m.size;
                /* In two parts: a stream has no messages. */
                if (write(fd, prefix, 1) == 1 && write(fd, prefix + 1, 1) == 1 &&
                    write(fd, m.bytes, m.size) != (ssize_t)m.size)
                        note("the test server could not write an answer");
        }
        close(fd);
}

/* Starts the server. */
static void test_dns_start(struct test_dns *server)
{
        static struct test_dns_state state;
        socklen_t length = sizeof server->address;
        int listener = -1;
        int fd = -1;

        /* A port that is free for both. */
        for (int attempt = 0; attempt < 50 && listener == -1; attempt++) {
                server->address = (struct sockaddr_in){.sin_family = AF_INET,
                                                       .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
                fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
                require(fd != -1);
                require(!bind(fd, (struct sockaddr *)&server->address, length));
                require(!getsockname(fd, (struct sockaddr *)&server->address, &length));
                listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
                require(listener != -1);
                if (bind(listener, (struct sockaddr *)&server->address, length) ||
                    listen(listener, 16)) {
                        close(listener);
                        close(fd);
                        listener = -1;
                }
        }
        require(listener != -1);
        server->pid = fork();
        require(server->pid != -1);
        if (server->pid == 0) {
                struct pollfd fds[] = {{fd, POLLIN, 0}, {listener, POLLIN, 0}};

                prctl(PR_SET_PDEATHSIG, SIGKILL);
                signal(SIGPIPE, SIG_IGN);
                while (poll(fds, 2, -1) > 0) {
                        if (fds[0].revents)
                                test_dns_udp(&state, fd);
                        if (fds[1].revents)
                                test_dns_tcp(&state, listener);
                }
                _exit(0);
        }
        close(fd);
        close(listener);
}

static void test_dns_stop(struct test_dns *server)
{
        kill(server->pid, SIGKILL);
        waitpid(server->pid, NULL, 0);
}

#endif

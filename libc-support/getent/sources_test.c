/*
 * What getent asks over sockets, against servers of the test's own: DNS, multicast DNS (asked as a
 * single server), avahi's line protocol and the cache daemon's, each with good and hostile answers.
 */
#include <errno.h>
#include <stdio.h>
#include <sys/un.h>
#include <time.h>
#include "../../wildebeest/modules/dns/test_server.h"
#include "sources.h"

static struct test_dns server;
static struct sockaddr_in6 server_address;

static void write_conf(const char *path, const char *text)
{
        FILE *file = fopen(path, "we");

        require(file && fputs(text, file) >= 0 && !fclose(file));
}

/* An answer as text: the name, aliases, and addresses. */
static const char *answer_text(const struct host_answer *answer)
{
        static char text[8192];
        char address[INET6_ADDRSTRLEN];
        size_t used = (size_t)snprintf(text, sizeof text, "%s", answer->name);

        for (size_t i = 0; i < answer->alias_count; i++)
                used +=
                    (size_t)snprintf(text + used, sizeof text - used, " (%s)", answer->aliases[i]);
        for (size_t i = 0; i < answer->address_count; i++)
                used += (size_t)snprintf(text + used, sizeof text - used, " %s%%%u",
                                         inet_ntop(answer->addresses[i].family,
                                                   &answer->addresses[i].address, address,
                                                   sizeof address),
                                         answer->addresses[i].scope);
        return text;
}

typedef int lookup(const char *, int, struct host_answer *, const struct net_options *);

/* Looks a name up and compares; NULL: `result` is not NET_FOUND. */
static void check(lookup *look, const char *what, const char *name, int family, int result,
                  const char *expected, const struct net_options *options)
{
        struct host_answer answer = {0};

        is_int(look(name, family, &answer, options), result, "%s: %s", what, name);
        if (expected && result == NET_FOUND)
                is_str(answer.name ? answer_text(&answer) : NULL, expected, "%s: the answer for %s",
                       what, name);
        host_answer_free(&answer);
}

static void test_dns(void)
{
        static const struct {
                const char *name;
                int family;
                int result;
                const char *answer;
        } cases[] = {
            {"both.test", AF_UNSPEC, NET_FOUND, "both.test 192.0.2.4%0 2001:db8::6%0"},
            {"both.test", AF_INET, NET_FOUND, "both.test 192.0.2.4%0"},
            {"both.test", AF_INET6, NET_FOUND, "both.test 2001:db8::6%0"},
            {"both.test.", AF_INET, NET_FOUND, "both.test 192.0.2.4%0"},
            {"six.test", AF_UNSPEC, NET_FOUND, "six.test 2001:db8::6%0"},
            {"alias.test", AF_INET, NET_FOUND, "both.test (alias.test) 192.0.2.4%0"},
            {"chain.test", AF_UNSPEC, NET_FOUND,
             "both.test (chain.test) (alias.test) 192.0.2.4%0 2001:db8::6%0"},
            {"3.test", AF_INET, NET_FOUND, "3.test 192.0.2.1%0 192.0.2.2%0 192.0.2.3%0"},
            {"both", AF_INET, NET_FOUND, "both.corp.test 192.0.2.4%0"},
            {"six.test", AF_INET, NET_NOT_FOUND, NULL},
            {"nx.test", AF_UNSPEC, NET_NOT_FOUND, NULL},
            {"nodata.test", AF_UNSPEC, NET_NOT_FOUND, NULL},
            {"forever.test", AF_INET, NET_ERROR, NULL},
            {"badname.test", AF_INET, NET_NOT_FOUND, NULL},
            {"badloop.test", AF_INET, NET_ERROR, NULL},
            {"badcount.test", AF_INET, NET_ERROR, NULL},
            {"servfail.test", AF_UNSPEC, NET_ERROR, NULL},
            {"silent.test", AF_UNSPEC, NET_ERROR, NULL},
            {"a..b", AF_UNSPEC, NET_ERROR, NULL},
            {"", AF_UNSPEC, NET_NOT_FOUND, NULL},
        };
        struct net_options options = {.resolv_conf = "resolv.conf", .server = &server_address};
        struct host_answer answer = {0};
        struct in6_addr six;
        struct in_addr four;

        write_conf("resolv.conf", "search corp.test\noptions timeout:1 attempts:1\n");
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
                check(dns_hosts, "dns_hosts", cases[i].name, cases[i].family, cases[i].result,
                      cases[i].answer, &options);
        is_int(dns_hosts("40.test", AF_INET, &answer, &options), NET_FOUND, "dns_hosts: over TCP");
        is_int(answer.address_count, 40, "dns_hosts: all addresses");
        host_answer_free(&answer);

        inet_pton(AF_INET, "192.0.2.1", &four);
        is_int(dns_reverse(&four, AF_INET, &answer, &options), NET_FOUND, "dns_reverse: IPv4");
        is_str(answer_text(&answer), "both.test (other.test) 192.0.2.1%0", "dns_reverse: names");
        host_answer_free(&answer);
        inet_pton(AF_INET6, "2001:db8::1", &six);
        is_int(dns_reverse(&six, AF_INET6, &answer, &options), NET_FOUND, "dns_reverse: IPv6");
        is_str(answer_text(&answer), "both.test (other.test) 2001:db8::1%0", "dns_reverse: names");
        host_answer_free(&answer);
        inet_pton(AF_INET, "1.2.3.9", &four);
        is_int(dns_reverse(&four, AF_INET, &answer, &options), NET_NOT_FOUND, "dns_reverse: none");
        write_conf("resolv.conf", "options timeout:1 attempts:1 no-aaaa\n");
        check(dns_hosts, "dns_hosts", "both.test", AF_UNSPEC, NET_FOUND, "both.test 192.0.2.4%0",
              &options);
}

/* A server on a socket of the file system; `serve` answers one connection. */
static pid_t start_socket(const char *path, void serve(int fd))
{
        struct sockaddr_un address = {.sun_family = AF_UNIX};
        int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        pid_t pid;

        strcpy(address.sun_path, path);
        unlink(path);
        require(listener != -1);
        require(!bind(listener, (struct sockaddr *)&address, sizeof address));
        require(!listen(listener, 8));
        pid = fork();
        require(pid != -1);
        if (pid == 0) {
                prctl(PR_SET_PDEATHSIG, SIGKILL);
                signal(SIGPIPE, SIG_IGN);
                for (;;) {
                        int fd = accept(listener, NULL, NULL);

                        serve(fd);
                        close(fd);
                }
        }
        close(listener);
        return pid;
}

static void stop(pid_t pid)
{
        kill(pid, SIGKILL);
        waitpid(pid, NULL, 0);
}

static void serve_avahi(int fd)
{
        static const struct {
                const char *question;
                const char *answer;
        } lines[] = {
            {"RESOLVE-HOSTNAME-IPV4 both.local\n", "+ 2 0 both.local 192.0.2.8\n"},
            {"RESOLVE-HOSTNAME-IPV6 both.local\n", "+ 3 1 both.local fe80::8\n"},
            {"RESOLVE-ADDRESS 169.254.1.2\n", "+ 2 0 169.254.1.2 both.local\n"},
            {"RESOLVE-HOSTNAME-IPV4 bad.local\n", "+ 2 0 bad.local\n"},
        };
        char line[600];
        ssize_t n = read(fd, line, sizeof line - 1);

        line[n > 0 ? n : 0] = '\0';
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
                if (!strcmp(line, lines[i].question)) {
                        require(write(fd, lines[i].answer, strlen(lines[i].answer)) > 0);
                        return;
                }
        }
        require(write(fd, "-15 Timeout reached\n", 20) == 20);
}

static void test_mdns(void)
{
        struct net_options options = {.server = &server_address, .avahi_socket = "nosuch"};
        struct host_answer answer = {0};
        struct in_addr four;
        pid_t avahi;

        check(mdns_hosts, "mdns_hosts", "both.local", AF_UNSPEC, NET_FOUND,
              "both.local 192.0.2.4%0 2001:db8::6%0", &options);
        check(mdns_hosts, "mdns_hosts", "both.LOCAL.", AF_INET, NET_FOUND, "both.LOCAL 192.0.2.4%0",
              &options);
        check(mdns_hosts, "mdns_hosts", "six.local", AF_UNSPEC, NET_FOUND,
              "six.local 2001:db8::6%0", &options);
        check(mdns_hosts, "mdns_hosts", "silent.local", AF_INET, NET_NOT_FOUND, NULL, &options);
        check(mdns_hosts, "mdns_hosts", "wrongid.local", AF_INET, NET_FOUND,
              "wrongid.local 192.0.2.1%0", &options);
        check(mdns_hosts, "mdns_hosts", "a.both.local", AF_INET, NET_NOT_FOUND, NULL, &options);
        check(mdns_hosts, "mdns_hosts", "both.test", AF_INET, NET_NOT_FOUND, NULL, &options);
        check(mdns_hosts, "mdns_hosts", ".local", AF_INET, NET_NOT_FOUND, NULL, &options);
        inet_pton(AF_INET, "169.254.1.2", &four);
        is_int(mdns_reverse(&four, AF_INET, 0, &answer, &options), NET_FOUND,
               "mdns_reverse: finds");
        is_str(answer_text(&answer), "both.test (other.test) 169.254.1.2%0", "mdns_reverse: names");
        host_answer_free(&answer);
        inet_pton(AF_INET, "192.0.2.1", &four);
        is_int(mdns_reverse(&four, AF_INET, 0, &answer, &options), NET_NOT_FOUND,
               "mdns_reverse: link-local addresses alone");

        options.avahi_socket = "avahi";
        avahi = start_socket("avahi", serve_avahi);
        check(mdns_hosts, "mdns_hosts by avahi", "both.local", AF_UNSPEC, NET_FOUND,
              "both.local 192.0.2.8%0 fe80::8%3", &options);
        check(mdns_hosts, "mdns_hosts by avahi", "nx.local", AF_UNSPEC, NET_NOT_FOUND, NULL,
              &options);
        check(mdns_hosts, "mdns_hosts by avahi", "bad.local", AF_INET, NET_NOT_FOUND, NULL,
              &options);
        inet_pton(AF_INET, "169.254.1.2", &four);
        is_int(mdns_reverse(&four, AF_INET, 0, &answer, &options), NET_FOUND,
               "mdns_reverse by avahi: finds");
        is_str(answer_text(&answer), "both.local 169.254.1.2%0", "mdns_reverse by avahi: the name");
        host_answer_free(&answer);
        stop(avahi);
}

/* Integers of a daemon; with `swap` in the other byte order. */
static void put(int fd, int swap, const uint32_t *values, size_t count)
{
        for (size_t i = 0; i < count; i++) {
                uint32_t value = swap ? __builtin_bswap32(values[i]) : values[i];

                if (write(fd, &value, 4) != 4)
                        return;
        }
}

static void put_text(int fd, const char *text, size_t size)
{
        if (write(fd, text, size) != (ssize_t)size)
                return;
}

/* The daemon: what it does is in the key. */
static void serve_nscd(int fd)
{
        uint32_t head[3];
        char key[256] = "";
        int swap;

        if (read(fd, head, sizeof head) != sizeof head || head[0] != 2 || head[2] > sizeof key ||
            read(fd, key, head[2]) != (ssize_t)head[2] || key[head[2] - 1])
                return;
        swap = !strcmp(key, "swapped");
        if (!strcmp(key, "silent")) {
                sleep(30);
        } else if (!strcmp(key, "nobody")) {
                put(fd, 0, (uint32_t[]){2, 0, 0, 0, 0, 0, 0, 0, 0}, 9);
        } else if (!strcmp(key, "disabled")) {
                put(fd, 0, (uint32_t[]){2, UINT32_MAX}, 2);
        } else if (!strcmp(key, "version")) {
                put(fd, 0, (uint32_t[]){7, 1}, 2);
        } else if (!strcmp(key, "short")) {
                put(fd, 0, (uint32_t[]){2, 1, 6, 2}, 4);
        } else if (!strcmp(key, "huge")) {
                put(fd, 0, (uint32_t[]){2, 1, 5, UINT32_MAX, 1, 1, UINT32_MAX, 1, 1}, 9);
        } else if (!strcmp(key, "nonul") && head[1] == 0) {
                put(fd, 0, (uint32_t[]){2, 1, 6, 2, 1, 1, 1, 1, 1}, 9);
                put_text(fd, "nonul!x\0\0\0\0", 11);
        } else if (head[1] == 0 || head[1] == 1) {
                const char *name = head[1] == 1 ? "user" : key;
                uint32_t size = (uint32_t)strlen(name) + 1;

                put(fd, swap,
                    (uint32_t[]){2, 1, size, 2, head[1] == 1 ? (uint32_t)atoi(key) : 1000,
                                 4294967294u, 4, 6, 8},
                    9);
                put_text(fd, name, size);
                put_text(fd, "x\0One\0/home\0/bin/sh", 20);
        } else if (head[1] == 2 || head[1] == 3) {
                const char *name = head[1] == 3 ? "group" : key;
                uint32_t size = (uint32_t)strlen(name) + 1;

                put(fd, swap,
                    (uint32_t[]){2, 1, size, 2, head[1] == 3 ? (uint32_t)atoi(key) : 2000,
                                 !strcmp(key, "many") ? UINT32_MAX : 2, 2, 4},
                    8);
                put_text(fd, name, size);
                put_text(fd, "x\0a\0bcd", 8);
        } else if (head[1] == 15) {
                put(fd, swap,
                    (uint32_t[]){2, 1, !strcmp(key, "many") ? UINT32_MAX : 3, 1, 5, 70000}, 6);
        }
}

static void test_nscd(void)
{
        static const char *const broken[] = {"version", "short", "huge", "nonul"};
        struct net_options options = {.nscd_socket = "nosuch"};
        struct passwd user;
        struct group group;
        char *storage;
        gid_t *gids;
        size_t count = 0;
        time_t start;
        pid_t daemon;

        is_int(nscd_passwd("alice", 0, &user, &storage, &options), NET_NOT_FOUND,
               "nscd_passwd: nobody there");
        options.nscd_socket = "nscd";
        daemon = start_socket("nscd", serve_nscd);
        for (int i = 0; i < 2; i++) {
                const char *name = i ? "swapped" : "alice";

                is_int(nscd_passwd(name, 0, &user, &storage, &options), NET_FOUND,
                       "nscd_passwd: %s", name);
                is_str(user.pw_name, name, "nscd_passwd: name");
                is_int(user.pw_uid, 1000, "nscd_passwd: user id");
                is_int(user.pw_gid, 4294967294u, "nscd_passwd: group id");
                is_str(user.pw_gecos, "One", "nscd_passwd: gecos");
                is_str(user.pw_dir, "/home", "nscd_passwd: folder");
                is_str(user.pw_shell, "/bin/sh", "nscd_passwd: shell");
                free(storage);
                is_int(nscd_group(name, 0, &group, &storage, &options), NET_FOUND, "nscd_group: %s",
                       name);
                is_int(group.gr_gid, 2000, "nscd_group: id");
                is_str(group.gr_mem[0], "a", "nscd_group: a member");
                is_str(group.gr_mem[1], "bcd", "nscd_group: another");
                ok(!group.gr_mem[2], "nscd_group: no more");
                free(storage);
                is_int(nscd_initgroups(name, &gids, &count, &options), NET_FOUND,
                       "nscd_initgroups: %s", name);
                is_int(count, 3, "nscd_initgroups: three");
                is_int(gids[2], 70000, "nscd_initgroups: the last");
                free(gids);
        }
        is_int(nscd_passwd(NULL, 77, &user, &storage, &options), NET_FOUND, "nscd_passwd: by id");
        is_int(user.pw_uid, 77, "nscd_passwd: that id");
        free(storage);
        is_int(nscd_group(NULL, 78, &group, &storage, &options), NET_FOUND, "nscd_group: by id");
        is_str(group.gr_name, "group", "nscd_group: its name");
        free(storage);
        is_int(nscd_passwd("nobody", 0, &user, &storage, &options), NET_NOT_FOUND,
               "nscd_passwd: no such user");
        is_int(nscd_passwd("disabled", 0, &user, &storage, &options), NET_NOT_FOUND,
               "nscd_passwd: no such database");
        for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
                is_int(nscd_passwd(broken[i], 0, &user, &storage, &options), NET_ERROR,
                       "nscd_passwd: a broken answer, %s", broken[i]);
        is_int(nscd_group("many", 0, &group, &storage, &options), NET_ERROR,
               "nscd_group: more members than memory");
        is_int(nscd_initgroups("many", &gids, &count, &options), NET_ERROR,
               "nscd_initgroups: more groups than memory");
        start = time(NULL);
        is_int(nscd_passwd("silent", 0, &user, &storage, &options), NET_ERROR,
               "nscd_passwd: silence");
        ok(time(NULL) - start < 12, "nscd_passwd: does not wait for ever");
        stop(daemon);
}

static void test_idna(void)
{
        char *text;

        is_int(idna_to_ascii("b\303\274cher.test", &text), NET_FOUND, "idna_to_ascii: converts");
        is_str(text, "xn--bcher-kva.test", "idna_to_ascii: the form");
        free(text);
        is_int(idna_to_ascii("\342\230\203.test", &text), NET_NOT_FOUND,
               "idna_to_ascii: a snowman");
        is_int(idna_to_unicode("xn--bcher-kva.test", &text), NET_FOUND,
               "idna_to_unicode: converts");
        is_str(text, "b\303\274cher.test", "idna_to_unicode: the form");
        free(text);
}

int main(void)
{
        test_dns_start(&server);
        memcpy(&server_address, &server.address, sizeof server.address);
        test_dns();
        test_mdns();
        test_nscd();
        test_idna();
        test_dns_stop(&server);
        return done_testing();
}

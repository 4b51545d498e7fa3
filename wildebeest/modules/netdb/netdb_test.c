/* What musl lacks: the _r forms, the rpc database and netgroups. */
#include <arpa/inet.h>
#include <netdb.h>
#include <pthread.h>
#include <sys/socket.h>
#include "oom.h"
#include "../colonfiles/private_etc.h"

static char buffer[4096];

static void test_hosts(void)
{
        struct hostent entry, *found;
        int error;

        etc_file("hosts", "# comment\n127.0.0.1 localhost lo\n2001:db8::1 six\n"
                          "::1 ip6-localhost\n::ffff:192.0.2.8 mapped m # x\n192.0.2.9\n");
        sethostent(0);
        found = &entry;
        is_int(gethostent_r(&entry, buffer, 1, &found, &error), ERANGE, "gethostent_r: too small");
        ok(!found, "gethostent_r: nothing found");
        is_int(gethostent_r(&entry, buffer, sizeof buffer, &found, &error), 0,
               "gethostent_r: the line is still there");
        ok(found == &entry, "gethostent_r: gives its argument");
        is_str(entry.h_name, "localhost", "gethostent_r: name");
        is_str(entry.h_aliases[0], "lo", "gethostent_r: alias");
        ok(!entry.h_aliases[1], "gethostent_r: no more aliases");
        is_int(entry.h_addrtype, AF_INET, "gethostent_r: family");
        is_int(entry.h_length, 4, "gethostent_r: length");
        ok(!memcmp(entry.h_addr_list[0], "\177\0\0\1", 4), "gethostent_r: address");
        ok(!entry.h_addr_list[1], "gethostent_r: one address");
        ok(entry.h_name >= buffer && entry.h_name < buffer + sizeof buffer,
           "gethostent_r: in the buffer");
        is_int(gethostent_r(&entry, buffer, sizeof buffer, &found, &error), 0,
               "gethostent_r: over IPv6");
        is_str(entry.h_name, "ip6-localhost", "gethostent_r: the IPv6 loopback");
        ok(!memcmp(entry.h_addr_list[0], "\177\0\0\1", 4), "gethostent_r: is the IPv4 loopback");
        is_int(gethostent_r(&entry, buffer, sizeof buffer, &found, &error), 0,
               "gethostent_r: mapped");
        ok(!memcmp(entry.h_addr_list[0], "\300\0\2\10", 4), "gethostent_r: mapped is IPv4");
        is_str(entry.h_aliases[0], "m", "gethostent_r: alias before a comment");
        is_int(gethostent_r(&entry, buffer, sizeof buffer, &found, &error), 0,
               "gethostent_r: without a name");
        is_str(entry.h_name, "", "gethostent_r: the name is empty");
        is_int(gethostent_r(&entry, buffer, sizeof buffer, &found, &error), ENOENT,
               "gethostent_r: end");
        ok(!found, "gethostent_r: nothing at the end");
        endhostent();
        is_int(gethostent_r(&entry, buffer, sizeof buffer, &found, &error), 0,
               "gethostent_r: begins anew");
        is_str(entry.h_name, "localhost", "gethostent_r: the first again");
        endhostent();
}

static void test_networks(void)
{
        struct netent entry, *found;
        int error = 0;

        etc_file("networks", "loopback 127.0.0.0\nten 10 Zehn\nhex 0x0b.1 # x\n");
        setnetent(0);
        is_int(getnetent_r(&entry, buffer, 4, &found, &error), ERANGE, "getnetent_r: too small");
        is_int(getnetent_r(&entry, buffer, sizeof buffer, &found, &error), 0, "getnetent_r: one");
        is_str(entry.n_name, "loopback", "getnetent_r: name");
        is_int(entry.n_net, 0x7f000000, "getnetent_r: number");
        is_int(entry.n_addrtype, AF_INET, "getnetent_r: type");
        is_int(getnetbyname_r("TEN", &entry, buffer, sizeof buffer, &found, &error), 0,
               "getnetbyname_r: without case");
        ok(found == &entry, "getnetbyname_r: found");
        is_int(entry.n_net, 0x0a000000, "getnetbyname_r: abbreviated number");
        is_int(getnetbyname_r("zehn", &entry, buffer, sizeof buffer, &found, &error), 0,
               "getnetbyname_r: alias");
        is_str(found ? found->n_name : NULL, "ten", "getnetbyname_r: official name");
        is_int(getnetbyname_r("none", &entry, buffer, sizeof buffer, &found, &error), 0,
               "getnetbyname_r: not to find is no error");
        ok(!found, "getnetbyname_r: nothing found");
        is_int(error, HOST_NOT_FOUND, "getnetbyname_r: h_errno");
        is_int(getnetbyname_r("ten", &entry, buffer, 8, &found, &error), ERANGE,
               "getnetbyname_r: too small");
        is_int(error, -1, "getnetbyname_r: h_errno says errno");
        is_int(errno, ERANGE, "getnetbyname_r: errno");
        is_int(getnetbyaddr_r(0x0b010000, AF_INET, &entry, buffer, sizeof buffer, &found, &error),
               0, "getnetbyaddr_r: found");
        is_str(found ? found->n_name : NULL, "hex", "getnetbyaddr_r: name");
        getnetbyaddr_r(0x0b010000, AF_UNSPEC, &entry, buffer, sizeof buffer, &found, &error);
        ok(found != NULL, "getnetbyaddr_r: any type");
        getnetbyaddr_r(0x0b010000, AF_INET6, &entry, buffer, sizeof buffer, &found, &error);
        ok(!found, "getnetbyaddr_r: another type");
        getnetbyaddr_r(0x0b01, AF_INET, &entry, buffer, sizeof buffer, &found, &error);
        ok(!found, "getnetbyaddr_r: the number is not abbreviated");
        is_int(getnetent_r(&entry, buffer, sizeof buffer, &found, &error), 0,
               "getnetent_r: lookups leave the walk alone");
        is_str(entry.n_name, "ten", "getnetent_r: the second");
        getnetent_r(&entry, buffer, sizeof buffer, &found, &error);
        is_int(getnetent_r(&entry, buffer, sizeof buffer, &found, &error), ENOENT,
               "getnetent_r: end");
        endnetent();
}

static void test_services(void)
{
        struct servent entry, *found;

        etc_file("services", "http 80/tcp www\n");
        setservent(1);
        is_int(getservent_r(&entry, buffer, 0, &found), ERANGE, "getservent_r: no buffer");
        is_int(getservent_r(&entry, buffer, sizeof buffer, &found), 0, "getservent_r: found");
        is_str(entry.s_name, "http", "getservent_r: name");
        is_str(entry.s_proto, "tcp", "getservent_r: protocol");
        is_int(entry.s_port, htons(80), "getservent_r: port");
        is_str(entry.s_aliases[0], "www", "getservent_r: alias");
        errno = 0;
        is_int(getservent_r(&entry, buffer, sizeof buffer, &found), ENOENT, "getservent_r: end");
        is_int(errno, 0, "getservent_r: the end leaves errno alone");
        endservent();
}

static void test_protocols(void)
{
        struct protoent entry, *found;

        etc_file("protocols", "tcp 6 TCP\nip 0 IP\nbad x\n+x +7 # y\n");
        setprotoent(0);
        is_int(getprotoent_r(&entry, buffer, 6, &found), ERANGE, "getprotoent_r: too small");
        is_int(getprotoent_r(&entry, buffer, sizeof buffer, &found), 0, "getprotoent_r: found");
        is_str(entry.p_name, "tcp", "getprotoent_r: name");
        is_int(getprotobyname_r("IP", &entry, buffer, sizeof buffer, &found), 0,
               "getprotobyname_r: alias");
        is_str(found ? found->p_name : NULL, "ip", "getprotobyname_r: official name");
        is_int(getprotobyname_r("Ip", &entry, buffer, sizeof buffer, &found), 0,
               "getprotobyname_r: with case");
        ok(!found, "getprotobyname_r: nothing found");
        is_int(getprotobyname_r("ip", &entry, buffer, 6, &found), ERANGE,
               "getprotobyname_r: too small");
        is_int(getprotobynumber_r(7, &entry, buffer, sizeof buffer, &found), 0,
               "getprotobynumber_r: found");
        is_str(found ? found->p_name : NULL, "+x", "getprotobynumber_r: name");
        is_int(getprotobynumber_r(8, &entry, buffer, sizeof buffer, &found), 0,
               "getprotobynumber_r: not to find is no error");
        ok(!found, "getprotobynumber_r: nothing found");
        is_int(getprotoent_r(&entry, buffer, sizeof buffer, &found), 0,
               "getprotoent_r: lookups leave the walk alone");
        is_str(entry.p_name, "ip", "getprotoent_r: the second");
        endprotoent();
}

static void test_rpc(void)
{
        struct rpcent entry, *found;

        etc_file("rpc", "portmapper 100000 portmap sunrpc\nnfs 100003\n");
        setrpcent(0);
        found = getrpcent();
        is_str(found ? found->r_name : NULL, "portmapper", "getrpcent: name");
        is_str(found ? found->r_aliases[1] : NULL, "sunrpc", "getrpcent: alias");
        is_int(found ? found->r_number : -1, 100000, "getrpcent: number");
        found = getrpcbyname("portmap");
        is_int(found ? found->r_number : -1, 100000, "getrpcbyname: alias");
        ok(!getrpcbyname("NFS"), "getrpcbyname: with case");
        found = getrpcbynumber(100003);
        is_str(found ? found->r_name : NULL, "nfs", "getrpcbynumber: name");
        ok(!getrpcbynumber(1), "getrpcbynumber: nothing found");
        is_int(getrpcent_r(&entry, buffer, 5, &found), ERANGE, "getrpcent_r: too small");
        is_int(getrpcent_r(&entry, buffer, sizeof buffer, &found), 0, "getrpcent_r: the second");
        is_str(entry.r_name, "nfs", "getrpcent_r: name");
        ok(!getrpcent(), "getrpcent: shares the walk");
        is_int(getrpcent_r(&entry, buffer, sizeof buffer, &found), ENOENT, "getrpcent_r: end");
        endrpcent();
        is_int(getrpcbyname_r("nfs", &entry, buffer, sizeof buffer, &found), 0,
               "getrpcbyname_r: found");
        ok(found == &entry, "getrpcbyname_r: gives its argument");
        is_int(getrpcbyname_r("none", &entry, buffer, sizeof buffer, &found), 0,
               "getrpcbyname_r: not to find is no error");
        ok(!found, "getrpcbyname_r: nothing found");
        is_int(getrpcbynumber_r(100000, &entry, buffer, 20, &found), ERANGE,
               "getrpcbynumber_r: too small");
        is_int(getrpcbynumber_r(100000, &entry, buffer, sizeof buffer, &found), 0,
               "getrpcbynumber_r: found");
        is_str(entry.r_name, "portmapper", "getrpcbynumber_r: name");
        etc_remove("rpc");
        is_int(getrpcbyname_r("nfs", &entry, buffer, sizeof buffer, &found), ENOENT,
               "getrpcbyname_r: no file");
}

/* Whether the next member of the netgroup is this one. */
static int next_is(const char *host, const char *user, const char *domain)
{
        char *got[3] = {buffer, buffer, buffer};
        const char *expected[3] = {host, user, domain};
        int same = getnetgrent(&got[0], &got[1], &got[2]) == 1;

        for (int i = 0; i < 3; i++)
                same = same && (got[i] && expected[i] ? !strcmp(got[i], expected[i])
                                                      : !got[i] && !expected[i]);
        return same;
}

static void test_netgroups(void)
{
        char *host, *user, *domain;

        etc_file("netgroup", "all (h, u ,d) \\\n  sub other (,,)none\n"
                             "sub (x,,) all\nother (\t,y z,) nosuch (half,\n"
                             "sub (second,,)\n indented (i,,)\n#hash (c,,)\n");
        is_int(setnetgrent("nosuch"), 0, "setnetgrent: no such group");
        is_int(setnetgrent("indented"), 0, "setnetgrent: a blank in front");
        is_int(setnetgrent("#hash"), 1, "setnetgrent: there are no comments");
        is_int(setnetgrent("all"), 1, "setnetgrent: found");
        ok(next_is("h", "u", "d"), "getnetgrent: first");
        ok(next_is(NULL, NULL, NULL), "getnetgrent: empty fields");
        ok(next_is(NULL, "y", NULL), "getnetgrent: the group named last");
        errno = 0;
        is_int(getnetgrent_r(&host, &user, &domain, buffer, 1), 0, "getnetgrent_r: too small");
        is_int(errno, ERANGE, "getnetgrent_r: errno");
        is_int(getnetgrent_r(&host, &user, &domain, buffer, sizeof buffer), 1,
               "getnetgrent_r: the member is still there");
        is_str(host, "x", "getnetgrent_r: host");
        is_str(user, NULL, "getnetgrent_r: user");
        errno = 0;
        is_int(getnetgrent_r(&host, &user, &domain, buffer, sizeof buffer), 0,
               "getnetgrent_r: each group once, though they name each other");
        is_int(errno, 0, "getnetgrent_r: the end leaves errno alone");
        is_int(setnetgrent("all"), 1, "setnetgrent: again");
        endnetgrent();
        is_int(getnetgrent(&host, &user, &domain), 0, "endnetgrent: the walk is over");

        etc_file("netgroup", "g (Host,User,Dom) sub\nsub (-,only,-) (h2,,)\n");
        is_int(innetgr("g", "Host", "User", "Dom"), 1, "innetgr: member");
        is_int(innetgr("g", "host", "User", "dOM"), 1, "innetgr: host and domain without case");
        is_int(innetgr("g", "Host", "user", "Dom"), 0, "innetgr: user with case");
        is_int(innetgr("g", NULL, "User", NULL), 1, "innetgr: NULL is any");
        is_int(innetgr("g", "h2", "any", "any"), 1, "innetgr: an empty field is any");
        is_int(innetgr("g", "any", "only", "any"), 0, "innetgr: a dash is none");
        is_int(innetgr("g", NULL, "only", NULL), 1, "innetgr: a dash and NULL");
        is_int(innetgr("g", "", NULL, NULL), 0, "innetgr: an empty argument is not any");
        is_int(innetgr("G", "Host", "User", "Dom"), 0, "innetgr: the group's name with case");
        is_int(innetgr("sub", "h2", NULL, NULL), 1, "innetgr: each call of its own");
}

/* One program, 3,000 names: more than any buffer that is there to begin with. */
static void test_long_line(void)
{
        enum { NAMES = 3000 };
        static char line[NAMES * 8 + 64];
        struct rpcent *program;
        size_t length = (size_t)sprintf(line, "long 5");
        int count = 0;

        for (int i = 0; i < NAMES; i++)
                length += (size_t)sprintf(line + length, " n%d", i);
        etc_file("rpc", line);
        program = getrpcbyname("n2999");
        ok(program != NULL, "getrpcbyname: a long line");
        while (program && program->r_aliases[count])
                count++;
        is_int(count, NAMES, "getrpcbyname: all its aliases");
}

static void *look_up(void *unused)
{
        struct protoent entry, *found;
        char own[512];
        long right = 0;

        (void)unused;
        for (int i = 0; i < 200; i++) {
                if (!getprotobyname_r("TCP", &entry, own, sizeof own, &found) && found &&
                    !strcmp(found->p_name, "tcp") && found->p_proto == 6)
                        right++;
                if (!getprotoent_r(&entry, own, sizeof own, &found))
                        right++;
        }
        return (void *)right;
}

static void test_threads(void)
{
        pthread_t threads[4];
        long right = 0;
        char lines[16 * 800], *end = lines;

        for (int i = 0; i < 800; i++)
                end += sprintf(end, i == 700 ? "tcp 6 TCP\n" : "p%d %d\n", i, i);
        etc_file("protocols", lines);
        setprotoent(0);
        for (int i = 0; i < 4; i++)
                require(!pthread_create(&threads[i], NULL, look_up, NULL));
        for (int i = 0; i < 4; i++) {
                void *result;

                pthread_join(threads[i], &result);
                right += (long)result;
        }
        is_int(right, 4 * 400, "getprotobyname_r: in threads, with getprotoent_r");
        ok(!getprotoent(), "getprotoent_r: each line was read once");
        endprotoent();
}

/* Makes /etc/NAME: `start`, a word of 3,000 bytes and `end`. */
static void etc_long_word(const char *name, const char *start, const char *end)
{
        char text[4000];

        sprintf(text, "%s%0*d%s\n", start, 3000, 0, end);
        etc_file(name, text);
}

static void test_no_memory(void)
{
        etc_long_word("netgroup", "g sub (", ",u,d)");
        for (long n = 0; oom_try(n); n++) {
                char *host, *user, *domain;
                int found;
                int failed;

                errno = 0;
                found = setnetgrent("g") && getnetgrent(&host, &user, &domain);
                failed = oom_end();
                if (failed)
                        ok(!found && errno == ENOMEM, "getnetgrent: allocation %ld fails", n);
                else
                        ok(found, "getnetgrent: %ld allocations", n);
                endnetgrent();
        }
        for (long n = 0; oom_try(n); n++) {
                int found;
                int failed;

                errno = 0;
                found = innetgr("g", NULL, "u", "d");
                failed = oom_end();
                if (failed)
                        ok(!found && errno == ENOMEM, "innetgr: allocation %ld fails", n);
                else
                        ok(found, "innetgr: %ld allocations", n);
        }
        etc_long_word("rpc", "r 7 ", "");
        for (long n = 0; oom_try(n); n++) {
                struct rpcent *program = getrpcbynumber(7);
                int failed = oom_end();

                if (failed)
                        ok(!program && errno == ENOMEM, "getrpcbynumber: allocation %ld fails", n);
                else
                        ok(program != NULL, "getrpcbynumber: %ld allocations", n);
        }
}

int main(void)
{
        private_etc();
        test_hosts();
        test_networks();
        test_services();
        test_protocols();
        test_rpc();
        test_netgroups();
        test_no_memory();
        test_long_line();
        test_threads();
        return done_testing();
}

/*
 * The res_n functions against a server of the test's own: codes, TCP, EDNS, the search list,
 * servers that are not there. The same facts hold on glibc.
 */
#include <arpa/nameser.h>
#include <errno.h>
#include <netdb.h>
#include <resolv.h>
#include "../dns/test_server.h"

static struct test_dns server;
static unsigned char answer[65536];

/* A state that knows no server but ours, and no domain. */
static void fresh(struct __res_state *state)
{
        memset(state, 0, sizeof *state);
        require(!res_ninit(state));
        require(state->nscount > 0);
        state->nscount = 1;
        state->nsaddr_list[0] = server.address;
        state->retrans = 1;
        state->retry = 2;
        state->ndots = 1;
        state->options = RES_INIT | RES_RECURSE | RES_DEFNAMES | RES_DNSRCH;
        memset(state->dnsrch, 0, sizeof state->dnsrch);
}

static int ask(struct __res_state *state, const char *name)
{
        memset(answer, 0, 12);
        return res_nquery(state, name, ns_c_in, ns_t_a, answer, sizeof answer);
}

static int records(void)
{
        return answer[6] << 8 | answer[7];
}

/* The text of a TXT answer, its strings joined; the server's answers to "echo" and "log". */
static size_t text_of(struct __res_state *state, const char *name, char *text, size_t room)
{
        int n = res_nquery(state, name, ns_c_in, ns_t_txt, answer, sizeof answer);
        size_t used = 0;
        ns_msg message;
        ns_rr record;

        require(n > 0);
        require(!ns_initparse(answer, n, &message));
        require(!ns_parserr(&message, ns_s_an, 0, &record));
        for (size_t at = 0; at < ns_rr_rdlen(record);) {
                size_t size = ns_rr_rdata(record)[at++];

                require(used + size < room);
                memcpy(text + used, ns_rr_rdata(record) + at, size);
                used += size;
                at += size;
        }
        text[used] = '\0';
        return used;
}

static const char *log_of(struct __res_state *state)
{
        static char text[2048];

        text_of(state, "log.test", text, sizeof text);
        return text;
}

static void test_codes(void)
{
        static const struct {
                const char *name;
                int error;
        } cases[] = {
            {"nx.test", HOST_NOT_FOUND}, {"nodata.test", NO_DATA},   {"servfail.test", TRY_AGAIN},
            {"refused.test", TRY_AGAIN}, {"notimp.test", TRY_AGAIN}, {"formerr.test", NO_RECOVERY},
            {"cutonly.test", TRY_AGAIN}, {"silent.test", TRY_AGAIN}, {"a..b", NO_RECOVERY},
        };
        struct __res_state state;

        fresh(&state);
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                h_errno = 0;
                is_int(ask(&state, cases[i].name), -1, "res_nquery: no answer for %s",
                       cases[i].name);
                is_int(state.res_h_errno, cases[i].error, "res_nquery: res_h_errno of %s",
                       cases[i].name);
                is_int(h_errno, cases[i].error, "res_nquery: h_errno of %s", cases[i].name);
        }
        res_nclose(&state);
}

static void test_answers(void)
{
        struct __res_state state;
        int n;

        fresh(&state);
        is_int(ask(&state, "1.test"), 46, "res_nquery: the answer's length");
        is_int(records(), 1, "res_nquery: one record");
        is_int(ask(&state, "1.test."), 46, "res_nquery: a final dot is no part of the question");
        is_int(ask(&state, "second.test"), 56, "res_nquery: asks again when nothing comes");
        ask(&state, "wrongid.test");
        is_int(records(), 1, "res_nquery: an answer with another id is not one");
        ask(&state, "wrongname.test");
        is_int(records(), 1, "res_nquery: an answer to another question is not one");
        is_int(ask(&state, "40.test"), 945, "res_nquery: what UDP cuts comes over TCP");
        is_int(records(), 40, "res_nquery: all of it");
        n = res_nquery(&state, "40.test", ns_c_in, ns_t_a, answer, 100);
        is_int(n, 945, "res_nquery: over TCP the whole length, whatever the room");
        ok(answer[2] & 2, "res_nquery: TC says that not all is there");
        n = res_nquery(&state, "20.test", ns_c_in, ns_t_a, answer, 100);
        is_int(n, 100, "res_nquery: over UDP what has room");
        state.options |= RES_IGNTC;
        is_int(ask(&state, "40.test"), -1, "RES_IGNTC: no TCP");
        is_int(state.res_h_errno, NO_DATA, "RES_IGNTC: and no record");
        state.options &= ~(unsigned long)RES_IGNTC;
        state.options |= RES_USEVC;
        is_int(ask(&state, "40.test"), 945, "RES_USEVC: TCP at once");
        is_int(ask(&state, "cut.test"), 50, "RES_USEVC: even for what is short");
        res_nclose(&state);
}

static void test_edns(void)
{
        static const unsigned char opt[] = {0, 0, 41, 4, 176, 0, 0, 0, 0, 0, 0};
        struct __res_state state;
        char query[600];
        size_t n;

        fresh(&state);
        n = text_of(&state, "echo.test", query, sizeof query);
        is_int(n, 25, "res_nquery: a query without EDNS");
        is_int((unsigned char)query[0], 1, "RES_RECURSE: the RD bit");
        is_int((unsigned char)query[1], 0, "res_nquery: no AD bit");
        state.options |= RES_USE_EDNS0;
        n = text_of(&state, "echo.test", query, sizeof query);
        is_int(n, 36, "RES_USE_EDNS0: an OPT record");
        ok(n == 36 && !memcmp(query + 25, opt, sizeof opt),
           "RES_USE_EDNS0: which offers 1200 bytes");
        is_int(ask(&state, "60.test"), 1405, "RES_USE_EDNS0: and what is longer comes over TCP");
        is_int(res_nquery(&state, "echo.test", ns_c_in, ns_t_txt, answer, 600) > 0, 1,
               "RES_USE_EDNS0: less room");
        is_int(ask(&state, "noedns.test"), -1, "RES_USE_EDNS0: a server that knows no EDNS");
        is_int(state.res_h_errno, NO_RECOVERY, "RES_USE_EDNS0: is an error");
        state.options &= ~(unsigned long)RES_USE_EDNS0;
        state.options |= RES_USE_DNSSEC;
        n = text_of(&state, "echo.test", query, sizeof query);
        ok(n == 36 && (unsigned char)query[32] == 0x80, "RES_USE_DNSSEC: the DO bit");
        state.options &= ~(unsigned long)RES_USE_DNSSEC;
#ifdef RES_TRUSTAD
        state.options |= RES_TRUSTAD;
#endif
        n = text_of(&state, "echo.test", query, sizeof query);
        is_int((unsigned char)query[1], 0x20, "RES_TRUSTAD: the AD bit");
        state.options = RES_INIT;
        n = text_of(&state, "echo.test", query, sizeof query);
        is_int((unsigned char)query[0], 0, "RES_RECURSE: without it no RD bit");
        res_nclose(&state);
}

static void test_search(void)
{
        static const struct {
                const char *name;
                int error; /* 0: found */
                const char *asked;
        } cases[] = {
            {"foo", HOST_NOT_FOUND, "foo.one.dom/foo.two.dom/foo/"},
            {"1", 0, "1.one.dom/"},
            {"foo.bar", HOST_NOT_FOUND, "foo.bar/foo.bar.one.dom/foo.bar.two.dom/"},
            {"1.bar", 0, "1.bar/"},
            {"foo.", HOST_NOT_FOUND, "foo/"},
            {"1.test.", 0, "1.test/"},
            {"nodata", NO_DATA, "nodata.one.dom/nodata.two.dom/nodata/"},
            {"formerr", NO_RECOVERY, "formerr.one.dom/formerr/"},
            {"servfail.x", TRY_AGAIN, "servfail.x/servfail.x.one.dom/servfail.x.two.dom/"},
            {"silent", TRY_AGAIN, "silent.one.dom/silent/"},
        };
        static char one[] = "one.dom";
        static char two[] = "two.dom";
        static char root[] = ".";
        struct __res_state state;
        int n;

        fresh(&state);
        state.retry = 1;
        state.dnsrch[0] = one;
        state.dnsrch[1] = two;
        log_of(&state);
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                n = res_nsearch(&state, cases[i].name, ns_c_in, ns_t_a, answer, sizeof answer);
                is_int(n < 0 ? state.res_h_errno : 0, cases[i].error, "res_nsearch: %s",
                       cases[i].name);
                is_str(log_of(&state), cases[i].asked, "res_nsearch: what %s asks for",
                       cases[i].name);
        }
        state.ndots = 3;
        res_nsearch(&state, "a.b", ns_c_in, ns_t_a, answer, sizeof answer);
        is_str(log_of(&state), "a.b.one.dom/a.b.two.dom/a.b/", "res_nsearch: ndots");
        state.options &= ~(unsigned long)RES_DNSRCH;
        res_nsearch(&state, "a.b", ns_c_in, ns_t_a, answer, sizeof answer);
        is_str(log_of(&state), "a.b/", "RES_DNSRCH: without it no search of names with dots");
        res_nsearch(&state, "a", ns_c_in, ns_t_a, answer, sizeof answer);
        is_str(log_of(&state), "a.one.dom/a/", "RES_DNSRCH: and the first domain alone");
        state.options &= ~(unsigned long)RES_DEFNAMES;
        res_nsearch(&state, "a", ns_c_in, ns_t_a, answer, sizeof answer);
        is_str(log_of(&state), "a/", "RES_DEFNAMES: without it no search");
        state.options |= RES_DEFNAMES | RES_DNSRCH;
#ifdef RES_NOTLDQUERY
        state.options |= RES_NOTLDQUERY;
#endif
        res_nsearch(&state, "a", ns_c_in, ns_t_a, answer, sizeof answer);
        is_str(log_of(&state), "a.one.dom/a.two.dom/", "RES_NOTLDQUERY: not by itself");
        state.dnsrch[0] = root;
        res_nsearch(&state, "a", ns_c_in, ns_t_a, answer, sizeof answer);
        is_str(log_of(&state), "a/a.two.dom/", "res_nsearch: the root in the list");

        n = res_nquerydomain(&state, "1", "one.dom", ns_c_in, ns_t_a, answer, sizeof answer);
        ok(n > 0, "res_nquerydomain: finds");
        is_str(log_of(&state), "1.one.dom/", "res_nquerydomain: below the domain");
        n = res_nquerydomain(&state, "1.x", NULL, ns_c_in, ns_t_a, answer, sizeof answer);
        is_str(log_of(&state), "1.x/", "res_nquerydomain: without a domain");
        n = res_nquerydomain(&state, "1.", "x", ns_c_in, ns_t_a, answer, sizeof answer);
        is_int(n, -1, "res_nquerydomain: two dots");
        res_nclose(&state);
}

static void test_servers(void)
{
        struct __res_state state;
        struct sockaddr_in dead = server.address;
        int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        socklen_t size = sizeof dead;

        /* A port that was free: nobody is there. */
        dead.sin_port = 0;
        require(!bind(fd, (struct sockaddr *)&dead, size));
        require(!getsockname(fd, (struct sockaddr *)&dead, &size));
        close(fd);
        fresh(&state);
        state.nsaddr_list[0] = dead;
        is_int(ask(&state, "1.test"), -1, "res_nsend: nobody there");
        is_int(errno, ECONNREFUSED, "res_nsend: ECONNREFUSED");
        is_int(state.res_h_errno, TRY_AGAIN, "res_nsend: TRY_AGAIN");
        state.nscount = 2;
        state.nsaddr_list[1] = server.address;
        is_int(ask(&state, "1.test"), 46, "res_nsend: the next server answers");
        state.nscount = 0;
        is_int(ask(&state, "1.test"), -1, "res_nsend: no server");
        is_int(errno, ESRCH, "res_nsend: ESRCH");
        res_nclose(&state);
        fresh(&state);
        state.nscount = 2;
        state.nsaddr_list[1] = server.address;
        log_of(&state);
        ask(&state, "servfail.test");
        is_str(log_of(&state), "servfail.test/servfail.test/servfail.test/servfail.test/",
               "res_nsend: each server, as often as `retry` says");
        res_nclose(&state);
        res_nclose(&state);
        ok(1, "res_nclose: twice is once");
}

static void test_mkquery(void)
{
        unsigned char query[512];
        struct __res_state state;
        int n;

        fresh(&state);
        n = res_nmkquery(&state, ns_o_query, "x.test", ns_c_in, ns_t_mx, NULL, 0, NULL, query,
                         sizeof query);
        is_int(n, 24, "res_nmkquery: the length");
        ok(!memcmp(query + 2, "\1\0\0\1\0\0\0\0\0\0\1x\4test\0\0\17\0\1", 22),
           "res_nmkquery: a query");
        n = res_nmkquery(&state, ns_o_notify, "x.test", ns_c_in, ns_t_soa, NULL, 0, NULL, query,
                         sizeof query);
        is_int(n, 24, "res_nmkquery: NOTIFY");
        is_int(query[2], 0x21, "res_nmkquery: its opcode");
        n = res_nmkquery(&state, ns_o_iquery, "x.test", ns_c_in, ns_t_a, query, 4, NULL, query,
                         sizeof query);
        is_int(n, -1, "res_nmkquery: no inverse queries");
        n = res_nmkquery(&state, ns_o_query, "x.test", ns_c_in, ns_t_a, NULL, 0, NULL, query, 23);
        is_int(n, -1, "res_nmkquery: no room");
        n = res_nmkquery(&state, ns_o_query, "1.test", ns_c_in, ns_t_a, NULL, 0, NULL, query,
                         sizeof query);
        is_int(res_nsend(&state, query, n, answer, sizeof answer), 46, "res_nsend: sends it");
        is_int(res_nsend(&state, query, n, answer, 5), -1, "res_nsend: no room for a header");
        res_nclose(&state);
}

/* The functions without a state use that of the thread. */
static void test_thread_state(void)
{
        static char one[] = "one.dom";
        unsigned char query[512];
        int n;

        require(!res_init());
        ok(_res.options & RES_INIT, "res_init: fills _res");
        ok(_res.nscount >= 1, "_res: has a server");
        _res.nscount = 1;
        _res.nsaddr_list[0] = server.address;
        _res.retrans = 1;
        _res.options |= RES_INIT | RES_DNSRCH | RES_DEFNAMES;
        memset(_res.dnsrch, 0, sizeof _res.dnsrch);
        _res.dnsrch[0] = one;
        log_of(&_res);
        is_int(res_query("1.test", ns_c_in, ns_t_a, answer, sizeof answer), 46,
               "res_query: asks the server of _res");
        is_str(log_of(&_res), "1.test/", "res_query: no other");
        res_search("nx", ns_c_in, ns_t_a, answer, sizeof answer);
        is_str(log_of(&_res), "nx.one.dom/nx/", "res_search: searches the domains of _res");
        res_querydomain("1", "two.dom", ns_c_in, ns_t_a, answer, sizeof answer);
        is_str(log_of(&_res), "1.two.dom/", "res_querydomain: below that domain");
        n = res_mkquery(ns_o_query, "1.test", ns_c_in, ns_t_a, NULL, 0, NULL, query, sizeof query);
        is_int(n, 24, "res_mkquery: the length");
        is_int(res_send(query, n, answer, sizeof answer), 46, "res_send: to the server of _res");
        ok(res_isourserver(&server.address), "res_isourserver: it is");
        _res.options |= RES_IGNTC;
        require(!res_init());
        ok(_res.options & RES_IGNTC, "res_init: keeps options");
        res_close();
}

static void test_matching(void)
{
        struct __res_state state;
        unsigned char a[512];
        unsigned char b[512];
        int n;
        int m;

        fresh(&state);
        n = res_nmkquery(&state, ns_o_query, "x.test", ns_c_in, ns_t_a, NULL, 0, NULL, a, sizeof a);
        m = res_nmkquery(&state, ns_o_query, "X.TEST", ns_c_in, ns_t_a, NULL, 0, NULL, b, sizeof b);
        is_int(res_nameinquery("x.Test", ns_t_a, ns_c_in, a, a + n), 1, "res_nameinquery: it is");
        is_int(res_nameinquery("x.test", ns_t_mx, ns_c_in, a, a + n), 0,
               "res_nameinquery: another type");
        is_int(res_nameinquery("y.test", ns_t_a, ns_c_in, a, a + n), 0,
               "res_nameinquery: another name");
        is_int(res_nameinquery("x.test", ns_t_a, ns_c_in, a, a + n - 2), -1,
               "res_nameinquery: a message that ends too soon");
        is_int(res_queriesmatch(a, a + n, b, b + m), 1, "res_queriesmatch: in any case");
        m = res_nmkquery(&state, ns_o_query, "x.test", ns_c_in, ns_t_mx, NULL, 0, NULL, b,
                         sizeof b);
        is_int(res_queriesmatch(a, a + n, b, b + m), 0, "res_queriesmatch: another type");
        is_int(res_queriesmatch(a, a + 5, b, b + m), -1, "res_queriesmatch: no header");
        ok(res_randomid() <= 65535, "res_randomid: 16 bits");
        res_nclose(&state);
}

int main(void)
{
        test_dns_start(&server);
        test_codes();
        test_answers();
        test_edns();
        test_search();
        test_servers();
        test_mkquery();
        test_thread_state();
        test_matching();
        test_dns_stop(&server);
        return done_testing();
}

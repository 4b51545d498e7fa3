/* What res_ninit makes of /etc/resolv.conf, the environment and the host's name, as glibc does. */
#include "../colonfiles/private_etc.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdlib.h>
#include "oom.h"

/* The state as text. */
static const char *state_text(const struct __res_state *state)
{
        static char text[2048];
        char address[INET6_ADDRSTRLEN];
        size_t used;

        used = (size_t)snprintf(text, sizeof text, "%lx %d/%d ndots %d", state->options,
                                state->retrans, state->retry, state->ndots);
        for (int i = 0; i < state->nscount; i++) {
                const struct sockaddr_in6 *six = state->_u._ext.nsaddrs[i];

                if (state->nsaddr_list[i].sin_family == AF_INET)
                        used += (size_t)snprintf(text + used, sizeof text - used, " %s:%d",
                                                 inet_ntoa(state->nsaddr_list[i].sin_addr),
                                                 ntohs(state->nsaddr_list[i].sin_port));
                else
                        used += (size_t)snprintf(
                            text + used, sizeof text - used, " %s%%%u:%d",
                            inet_ntop(AF_INET6, &six->sin6_addr, address, sizeof address),
                            six->sin6_scope_id, ntohs(six->sin6_port));
        }
        for (int i = 0; state->dnsrch[i]; i++)
                used +=
                    (size_t)snprintf(text + used, sizeof text - used, " <%s>", state->dnsrch[i]);
        for (int i = 0; i < (int)state->nsort; i++) {
                struct in_addr mask = {state->sort_list[i].mask};

                used += (size_t)snprintf(text + used, sizeof text - used, " {%s",
                                         inet_ntoa(state->sort_list[i].addr));
                used += (size_t)snprintf(text + used, sizeof text - used, " %s}", inet_ntoa(mask));
        }
        return text;
}

/* What a file makes; the part that the defaults are, "2c1 5/2 ndots 1 127.0.0.1:53 <my.dom>", may
 * be given as NULL. */
static void check(const char *file, const char *expected)
{
        struct __res_state state;
        char shown[80];

        etc_file("resolv.conf", file);
        memset(&state, 0, sizeof state);
        require(!res_ninit(&state));
        snprintf(shown, sizeof shown, "%s", file);
        for (char *c = shown; *c; c++) {
                if (*c == '\n' || *c == '#')
                        *c = '/';
        }
        is_str(state_text(&state), expected ? expected : "2c1 5/2 ndots 1 127.0.0.1:53 <my.dom>",
               "res_ninit: %s", shown);
        res_nclose(&state);
}

static void test_servers(void)
{
        struct __res_state state;

        etc_file("resolv.conf", "");
        etc_remove("resolv.conf");
        is_int(res_ninit(&state), 0, "res_ninit: no file is no error");
        is_str(state_text(&state), "2c1 5/2 ndots 1 127.0.0.1:53 <my.dom>",
               "res_ninit: whatever the state held");
        res_nclose(&state);
        check("\n", NULL);
        check("nameserver 1.2.3.4\n", "2c1 5/2 ndots 1 1.2.3.4:53 <my.dom>");
        check("nameserver ::1\nnameserver 1.2.3.4\nnameserver fe80::1%lo\nnameserver 9.9.9.9\n",
              "2c1 5/2 ndots 1 ::1%0:53 1.2.3.4:53 fe80::1%1:53 <my.dom>");
        check(
            "nameserver 1.2.3.4 # c\n nameserver 5.6.7.8\nnameserver\t4.4.4.4\nNameserver 3.3.3.3",
            "2c1 5/2 ndots 1 1.2.3.4:53 4.4.4.4:53 <my.dom>");
        check("nameserver bad\nnameserver 127.1\nnameserver 0x7f.2\nnameserver fe80::1%nosuch\n",
              "2c1 5/2 ndots 1 127.0.0.1:53 127.0.0.2:53 fe80::1%0:53 <my.dom>");
}

static void test_search(void)
{
        char file[512];
        char expected[512];
        char domain[100];

        check("search a b c d e f g h\n", "2c1 5/2 ndots 1 127.0.0.1:53 <a> <b> <c> <d> <e> <f>");
        check("search a\ndomain b c\n", "2c1 5/2 ndots 1 127.0.0.1:53 <b>");
        check("domain b\nsearch a c\n", "2c1 5/2 ndots 1 127.0.0.1:53 <a> <c>");
        check("search\n", NULL);
        check("search \ndomain \n", NULL);
        check("search A.b. x ; c\n", "2c1 5/2 ndots 1 127.0.0.1:53 <A.b.> <x> <;> <c>");
        memset(domain, 'd', 99);
        domain[99] = '\0';
        snprintf(file, sizeof file, "search %s %s %s\n", domain, domain, domain);
        snprintf(expected, sizeof expected, "2c1 5/2 ndots 1 127.0.0.1:53 <%s> <%s>", domain,
                 domain);
        check(file, expected);
}

static void test_options(void)
{
        check("options ndots:3 timeout:7 attempts:9 rotate\n",
              "42c1 7/5 ndots 3 127.0.0.1:53 <my.dom>");
        check("options ndots:99 timeout:99 attempts:99\n",
              "2c1 30/5 ndots 15 127.0.0.1:53 <my.dom>");
        check("options ndots:0 timeout:0 attempts:0\n", "2c1 0/0 ndots 0 127.0.0.1:53 <my.dom>");
        check("options ndots:x timeout:\n", "2c1 0/2 ndots 0 127.0.0.1:53 <my.dom>");
        check("options edns0 single-request single-request-reopen use-vc no-tld-query no-reload "
              "trust-ad no-aaaa inet6 debug ip6-dotint no-check-names\n",
              "f7002c9 5/2 ndots 1 127.0.0.1:53 <my.dom>");
        check("options single-request-reopen\n", "4002c1 5/2 ndots 1 127.0.0.1:53 <my.dom>");
        check("options rotatex edns0,rotate\n", "1042c1 5/2 ndots 1 127.0.0.1:53 <my.dom>");
        check("options\tndots:2\n;options ndots:4\n#options ndots:5\n",
              "2c1 5/2 ndots 2 127.0.0.1:53 <my.dom>");
        check("sortlist 1.2.3.4 10.0.0.0/255.255.0.0 192.168.1.1/bad bad 224.0.0.1\n",
              "2c1 5/2 ndots 1 127.0.0.1:53 <my.dom> {1.2.3.4 255.0.0.0} {10.0.0.0 255.255.0.0} "
              "{192.168.1.1 255.255.255.0} {224.0.0.1 255.255.255.0}");
}

static void test_environment(void)
{
        require(!setenv("RES_OPTIONS", "ndots:4 rotate", 1));
        require(!setenv("LOCALDOMAIN", "env1 env2", 1));
        check("search a\noptions ndots:2 edns0\n", "1042c1 5/2 ndots 4 127.0.0.1:53 <env1> <env2>");
        require(!setenv("LOCALDOMAIN", "", 1));
        require(!unsetenv("RES_OPTIONS"));
        check("search b\n", "2c1 5/2 ndots 1 127.0.0.1:53 <>");
        require(!unsetenv("LOCALDOMAIN"));
}

static void test_out_of_memory(void)
{
        struct __res_state state;
        int result;

        etc_file("resolv.conf", "search a b\nnameserver ::1\nnameserver ::2\n");
        for (long n = 0; oom_try(n); n++) {
                memset(&state, 0, sizeof state);
                errno = 0;
                result = res_ninit(&state);
                if (oom_end())
                        ok(result == -1 && errno == ENOMEM, "res_ninit: allocation %ld fails", n);
                if (!result)
                        res_nclose(&state);
        }
}

int main(void)
{
        private_etc();
        if (unshare(CLONE_NEWUTS) || sethostname("host.my.dom", 11))
                skip_all("no host name of its own here");
        test_servers();
        test_search();
        test_options();
        test_environment();
        test_out_of_memory();
        return done_testing();
}

/* What the module resolv can't show: hostile messages, and the walk through records. */
#include <errno.h>
#include "dns.h"
#include "oom.h"
#include "test_server.h"

static struct test_dns server;
static uint8_t answer[65536];

static void exchange_with(struct dns_exchange *exchange)
{
        *exchange = (struct dns_exchange){
            .server_count = 1,
            .options = RES_RECURSE,
            .timeout = 1,
            .attempts = 1,
        };
        exchange->servers[0].ipv4 = server.address;
}

/* Asks for A records; the length or -1. */
static ssize_t ask(const char *name, unsigned *failure)
{
        struct dns_exchange exchange;
        uint8_t query[512];
        int length = __lwb_dns_query(name, 1, DNS_A, RES_RECURSE, query, sizeof query);

        require(length > 0);
        exchange_with(&exchange);
        return __lwb_dns_send(&exchange, query, (size_t)length, answer, sizeof answer, failure);
}

/* Records of the answer, or -1 when it is broken. */
static int count_records(size_t size)
{
        struct dns_reader reader;
        struct dns_record record;
        int count = 0;
        int more;

        if (__lwb_dns_read(&reader, answer, size))
                return -1;
        while ((more = __lwb_dns_next(&reader, &record)) > 0)
                count++;
        return more ? -1 : count;
}

static void test_hostile(void)
{
        static const struct {
                const char *name;
                int records;
        } cases[] = {
            {"1.test", 1},     {"40.test", 40},   {"wrongid.test", 1},  {"wrongname.test", 1},
            {"short.test", 1}, {"loop.test", 1},  {"badloop.test", -1}, {"badcount.test", -1},
            {"alias.test", 2}, {"chain.test", 3}, {"nodata.test", 0},
        };
        unsigned failure;

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                ssize_t n = ask(cases[i].name, &failure);

                ok(n > 0, "__lwb_dns_send: an answer for %s", cases[i].name);
                is_int(n > 0 ? count_records((size_t)n) : -2, cases[i].records,
                       "__lwb_dns_next: its records");
        }
        is_int(ask("servfail.test", &failure), -1, "__lwb_dns_send: a server's failure");
        is_int(failure & 15, 2, "__lwb_dns_send: says which");
        is_int(ask("silent.test", &failure), -1, "__lwb_dns_send: silence");
        is_int(errno, ETIMEDOUT, "__lwb_dns_send: ETIMEDOUT");
        is_int(failure, 0, "__lwb_dns_send: is no server's failure");
}

/* Each prefix of a good answer is broken, and each byte of it may be anything. */
static void test_mutations(void)
{
        static uint8_t good[512];
        unsigned failure;
        ssize_t size = ask("chain.test", &failure);
        unsigned whole = 0;

        require(size > 0 && size < (ssize_t)sizeof good);
        memcpy(good, answer, (size_t)size);
        for (ssize_t n = 0; n < size; n++)
                whole += count_records((size_t)n) >= 0;
        is_int(whole, 0, "__lwb_dns_next: no prefix of an answer is an answer");
        for (ssize_t i = 0; i < size; i++) {
                for (unsigned value = 0; value < 256; value += 5) {
                        memcpy(answer, good, (size_t)size);
                        answer[i] = (uint8_t)value;
                        count_records((size_t)size);
                }
        }
        ok(1, "__lwb_dns_next: comes to an end with any byte changed");
}

static void test_opt(void)
{
        uint8_t query[DNS_HEADER + 10 + DNS_OPT_RECORD];
        int n = __lwb_dns_query("a.b", 1, DNS_A, 0, query, sizeof query);

        is_int(n, 21, "__lwb_dns_query: its length");
        is_int(__lwb_dns_add_opt(query, (size_t)n, (size_t)n + 10, 1200, false), -1,
               "__lwb_dns_add_opt: no room");
        is_int(__lwb_dns_add_opt(query, (size_t)n, sizeof query, 1200, true), n + 11,
               "__lwb_dns_add_opt: its length");
        is_int(query[11], 1, "__lwb_dns_add_opt: it is counted");
        is_int(__lwb_dns_query("a.b", 1, DNS_A, 0, query, 20), -1, "__lwb_dns_query: no room");
        is_int(__lwb_dns_query("a..b", 1, DNS_A, 0, query, sizeof query), -1,
               "__lwb_dns_query: not a name");
        is_int(errno, EINVAL, "__lwb_dns_query: EINVAL");
}

static const char conf[] = "search one.dom two.dom\nnameserver 192.0.2.1\n"
                           "nameserver 2001:db8::1\noptions rotate ndots:2";

static int parse_conf(struct dns_config *config)
{
        char copy[sizeof conf];

        *config = (struct dns_config){0};
        memcpy(copy, conf, sizeof conf);
        return __lwb_dns_config_parse(copy, config);
}

static void test_config(void)
{
        struct dns_exchange exchange;
        struct dns_config config;
        int error;

        is_int(parse_conf(&config), 0, "__lwb_dns_config_parse: reads");
        is_int(config.domain_count, 2, "__lwb_dns_config_parse: two domains");
        ok(!memcmp(config.domains, "one.dom\0two.dom", 16), "__lwb_dns_config_parse: which");
        is_int(config.server_count, 2, "__lwb_dns_config_parse: two servers");
        is_int(config.ndots, 2, "__lwb_dns_config_parse: a line without its newline");
        __lwb_dns_exchange_of(&config, &exchange);
        is_int(exchange.server_count, 2, "__lwb_dns_exchange_of: two servers");
        ok(exchange.servers[0].any.sa_family != exchange.servers[1].any.sa_family,
           "__lwb_dns_exchange_of: each once, wherever it begins");
        __lwb_dns_config_free(&config);
        for (long n = 0; oom_try(n); n++) {
                error = parse_conf(&config);
                if (oom_end())
                        is_int(error, ENOMEM, "__lwb_dns_config_parse: allocation %ld fails", n);
                __lwb_dns_config_free(&config);
        }
        is_int(__lwb_dns_config_read("/", &config), 0, "__lwb_dns_config_read: a folder");
        is_int(config.server_count, 1, "__lwb_dns_config_read: is as no file");
        __lwb_dns_config_free(&config);
        is_int(__lwb_dns_config_read("nosuch", &config), 0, "__lwb_dns_config_read: no file");
        is_int(config.servers[0].ipv4.sin_addr.s_addr, htonl(INADDR_LOOPBACK),
               "__lwb_dns_config_read: the server is this host");
        __lwb_dns_config_free(&config);
}

int main(void)
{
        test_dns_start(&server);
        test_hostile();
        test_mutations();
        test_opt();
        test_config();
        test_dns_stop(&server);
        return done_testing();
}

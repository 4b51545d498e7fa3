/* The functions that need no server: names, times, base 64, networks, OSI addresses. */
#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <errno.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdint.h>
#include "tap.h"

static void test_names(void)
{
        static const struct {
                const char *text;
                int result;
                const char *wire;
                size_t size;
                const char *back;
        } cases[] = {
            {"a.b", 0, "\1a\1b", 5, "a.b"},
            {"a.b.", 1, "\1a\1b", 5, "a.b"},
            {"", 0, "", 1, "."},
            {".", 1, "", 1, "."},
            {"a\\.b.c", 0, "\3a.b\1c", 7, "a\\.b.c"},
            {"a\\032b", 0, "\3a b", 5, "a\\032b"},
            {"\\065", 0, "\1A", 3, "A"},
            {"\303\274.x", 0, "\2\303\274\1x", 6, "\\195\\188.x"},
            {"a@$;\"().b", 0, "\7a@$;\"()\1b", 11, "a\\@\\$\\;\\\"\\(\\).b"},
            {"..", -1, NULL, 0, NULL},
            {"a..b", -1, NULL, 0, NULL},
            {".a", -1, NULL, 0, NULL},
            {"a\\300b", -1, NULL, 0, NULL},
            {"a\\3", -1, NULL, 0, NULL},
            {"a\\", -1, NULL, 0, NULL},
            {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b", -1, NULL, 0,
             NULL},
        };
        unsigned char wire[NS_MAXCDNAME];
        unsigned char small[3];
        char text[NS_MAXDNAME];
        char longest[260];

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                errno = 0;
                is_int(ns_name_pton(cases[i].text, wire, sizeof wire), cases[i].result,
                       "ns_name_pton: '%s'", cases[i].text);
                if (cases[i].result < 0) {
                        is_int(errno, EMSGSIZE, "ns_name_pton: EMSGSIZE");
                        continue;
                }
                ok(!memcmp(wire, cases[i].wire, cases[i].size), "ns_name_pton: its bytes");
                is_int(ns_name_ntop(wire, text, sizeof text), strlen(cases[i].back) + 1,
                       "ns_name_ntop: length");
                is_str(text, cases[i].back, "ns_name_ntop: '%s'", cases[i].back);
                is_int(ns_name_ntop(wire, text, strlen(cases[i].back)), -1,
                       "ns_name_ntop: no room");
        }
        memset(longest, 'a', sizeof longest);
        for (size_t i = 1; i < 127; i++)
                longest[i * 2 - 1] = '.';
        longest[253] = '\0';
        is_int(ns_name_pton(longest, wire, sizeof wire), 0, "ns_name_pton: the longest name");
        longest[253] = 'a';
        longest[254] = '\0';
        is_int(ns_name_pton(longest, wire, sizeof wire), -1, "ns_name_pton: a longer one");
        is_int(ns_name_pton("ab", small, sizeof small), -1, "ns_name_pton: no room");
        is_int(ns_name_ntol((const unsigned char *)"\3AbC\2DE", wire, sizeof wire), 8,
               "ns_name_ntol: length");
        ok(!memcmp(wire, "\3abc\2de", 8), "ns_name_ntol: lower case");
        is_int(ns_name_ntol((const unsigned char *)"\3AbC\2DE", wire, 7), -1,
               "ns_name_ntol: no room");
}

static void test_compression(void)
{
        unsigned char message[256] = {0};
        const unsigned char *names[8] = {message, NULL};
        const unsigned char **last = names + 8;
        unsigned char *end = message + sizeof message;
        unsigned char *at = message + 12;
        const unsigned char *skipped;
        unsigned char wire[NS_MAXCDNAME];
        char text[NS_MAXDNAME];
        int n;

        n = ns_name_compress("www.example.com", at, (size_t)(end - at), names, last);
        is_int(n, 17, "ns_name_compress: a first name");
        ok(names[1] == at && !names[2], "ns_name_compress: notes it");
        at += n;
        n = ns_name_compress("ftp.EXAMPLE.com", at, (size_t)(end - at), names, last);
        is_int(n, 6, "ns_name_compress: shares its end, in any case");
        is_int(at[4] << 8 | at[5], 0xc010, "ns_name_compress: by a pointer");
        at += n;
        n = ns_name_compress("ftp.example.com", at, (size_t)(end - at), names, last);
        is_int(n, 2, "ns_name_compress: or all of it");
        is_int(ns_name_uncompress(message, end, at, text, sizeof text), 2,
               "ns_name_uncompress: two bytes");
        is_str(text, "ftp.example.com", "ns_name_uncompress: the name");
        is_int(ns_name_unpack(message, end, at, wire, sizeof wire), 2, "ns_name_unpack: two bytes");
        ok(!memcmp(wire, "\3ftp\7example\3com", 17), "ns_name_unpack: the name");
        is_int(ns_name_unpack(message, end, at, wire, 16), -1, "ns_name_unpack: no room");
        at += n;
        is_int(ns_name_compress("ftp.example.com", at, 1, names, last), -1,
               "ns_name_compress: no room for a pointer");
        is_int(ns_name_compress("x.org", at, 6, names, last), -1, "ns_name_compress: nor a name");
        n = ns_name_compress("x.org", at, 7, names, last);
        is_int(n, 7, "ns_name_compress: just room");
        ns_name_rollback(at, names, last);
        n = ns_name_compress("y.x.org", at, 64, names, last);
        is_int(n, 9, "ns_name_rollback: forgets a name");
        skipped = at;
        is_int(ns_name_skip(&skipped, end), 0, "ns_name_skip: skips");
        ok(skipped == at + 9, "ns_name_skip: all of it");
        skipped = at;
        is_int(ns_name_skip(&skipped, at + 8), -1, "ns_name_skip: not beyond the end");
        at[0] = 0xc0;
        at[1] = (unsigned char)(at - message);
        is_int(ns_name_unpack(message, end, at, wire, sizeof wire), -1, "ns_name_unpack: a loop");
        at[1] = 255;
        is_int(ns_name_unpack(message, message + 200, at, wire, sizeof wire), -1,
               "ns_name_unpack: beyond the end");
        at[0] = 0x41;
        is_int(ns_name_unpack(message, end, at, wire, sizeof wire), -1,
               "ns_name_unpack: a label of another kind");
        n = ns_name_compress("a.b", at, 64, NULL, NULL);
        is_int(n, 5, "ns_name_compress: without a list");
}

static void test_comparing(void)
{
        static const struct {
                const char *a;
                const char *b;
                int same;
                int within;
        } cases[] = {
            {"a.b", "A.B.", 1, 1},
            {"a.b", "a.c", 0, 0},
            {"a", "a.", 1, 1},
            {"", ".", 1, 1},
            {"a\\.", "a", 0, 0},
            {"x.a.b", "a.b", 0, 1},
            {"xa.b", "a.b", 0, 0},
            {"x.A.B.", "a.b", 0, 1},
            {"a.b", "", 0, 1},
            {"a.b", ".", 0, 1},
            {"", "a", 0, 0},
            {"x\\.a.b", "a.b", 0, 0},
            {"x\\\\.a.b", "a.b", 0, 1},
        };
        char text[16];

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                is_int(ns_samename(cases[i].a, cases[i].b), cases[i].same,
                       "ns_samename: '%s' and '%s'", cases[i].a, cases[i].b);
                is_int(ns_samedomain(cases[i].a, cases[i].b), cases[i].within,
                       "ns_samedomain: '%s' and '%s'", cases[i].a, cases[i].b);
                is_int(ns_subdomain(cases[i].a, cases[i].b), cases[i].within && !cases[i].same,
                       "ns_subdomain: '%s' and '%s'", cases[i].a, cases[i].b);
        }
        is_int(ns_makecanon("a", text, sizeof text), 0, "ns_makecanon: adds a dot");
        is_str(text, "a.", "ns_makecanon: 'a.'");
        ns_makecanon("a..", text, sizeof text);
        is_str(text, "a.", "ns_makecanon: but one");
        ns_makecanon("a\\.", text, sizeof text);
        is_str(text, "a\\..", "ns_makecanon: an escaped one is another");
        is_int(ns_makecanon("abc", text, 4), -1, "ns_makecanon: no room");
        is_int(ns_makecanon("abc", text, 5), 0, "ns_makecanon: just room");
}

static void test_times(void)
{
        static const struct {
                unsigned long seconds;
                const char *text;
        } ttls[] = {{0, "0S"},
                    {59, "59S"},
                    {60, "1M"},
                    {61, "1m1s"},
                    {3600, "1H"},
                    {86400, "1D"},
                    {604800, "1W"},
                    {694861, "1w1d1h1m1s"},
                    {4294967295, "7101w3d6h28m15s"}};
        static const char *const bad[] = {
            "", "1x", "w", "1h5", "5 ", "-1", "99999999999999999999w"};
        unsigned long seconds;
        char text[64];
        int error = 0;

        for (size_t i = 0; i < sizeof ttls / sizeof *ttls; i++) {
                is_int(ns_format_ttl(ttls[i].seconds, text, sizeof text), strlen(ttls[i].text),
                       "ns_format_ttl: length");
                is_str(text, ttls[i].text, "ns_format_ttl: %s", ttls[i].text);
                is_int(ns_parse_ttl(text, &seconds), 0, "ns_parse_ttl: %s", text);
                is_int(seconds, ttls[i].seconds, "ns_parse_ttl: its seconds");
        }
        is_int(ns_format_ttl(61, text, 4), -1, "ns_format_ttl: no room");
        is_int(ns_parse_ttl("77", &seconds), 0, "ns_parse_ttl: seconds alone");
        is_int(seconds, 77, "ns_parse_ttl: 77");
        for (size_t i = 0; i + 1 < sizeof bad / sizeof *bad; i++) {
                errno = 0;
                is_int(ns_parse_ttl(bad[i], &seconds), -1, "ns_parse_ttl: '%s'", bad[i]);
                is_int(errno, EINVAL, "ns_parse_ttl: EINVAL");
        }
        is_int(ns_datetosecs("20230101000000", &error), 1672531200, "ns_datetosecs: 2023");
        is_int(ns_datetosecs("20240229235959", &error), 1709251199, "ns_datetosecs: a leap day");
        is_int(ns_datetosecs("21060207062815", &error), 4294967295, "ns_datetosecs: the last one");
        is_int(error, 0, "ns_datetosecs: no error");
        is_int(ns_datetosecs("2023010100000x", &error), 0, "ns_datetosecs: not a time");
        is_int(error, 1, "ns_datetosecs: an error");
        is_str(p_time(3661), "1h1m1s", "p_time: 1h1m1s");
}

static void test_flags(void)
{
        static const unsigned char header[12] = {0, 7, 0xaf, 0xb3};
        ns_msg message;

        require(!ns_initparse(header, sizeof header, &message));
        is_int((ns_msg_getflag)(message, ns_f_qr), 1, "ns_msg_getflag: QR");
        is_int((ns_msg_getflag)(message, ns_f_opcode), 5, "ns_msg_getflag: opcode");
        is_int((ns_msg_getflag)(message, ns_f_tc), 1, "ns_msg_getflag: TC");
        is_int((ns_msg_getflag)(message, ns_f_ra), 1, "ns_msg_getflag: RA");
        is_int((ns_msg_getflag)(message, ns_f_z), 0, "ns_msg_getflag: Z");
        is_int((ns_msg_getflag)(message, ns_f_rcode), 3, "ns_msg_getflag: code");
}

static void test_kinds(void)
{
        static const struct {
                const char *name;
                int host;
                int owner;
                int mail;
                int any;
                int labels;
        } cases[] = {
            {"a", 1, 1, 0, 1, 1},     {"a.b", 1, 1, 1, 1, 2},   {"a_b", 1, 1, 0, 1, 1},
            {"-a", 0, 0, 0, 1, 1},    {"a-", 1, 1, 0, 1, 1},    {"a.-b", 1, 1, 1, 1, 2},
            {"", 1, 1, 1, 1, 0},      {".", 1, 1, 1, 1, 1},     {"a b", 0, 0, 0, 0, 1},
            {"a..b", 0, 0, 0, 0, 3},  {"ab.", 1, 1, 0, 1, 1},   {"\303\274", 0, 0, 0, 0, 1},
            {"a\\.b", 0, 0, 0, 1, 2}, {"*.a", 0, 1, 1, 1, 1},   {"a/b", 0, 0, 0, 1, 1},
            {"x@y.z", 0, 0, 1, 1, 2}, {"a.b/c", 0, 0, 0, 1, 2},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                const char *name = cases[i].name;

                is_int(res_hnok(name), cases[i].host, "res_hnok: '%s'", name);
                is_int(res_ownok(name), cases[i].owner, "res_ownok: '%s'", name);
                is_int(res_mailok(name), cases[i].mail, "res_mailok: '%s'", name);
                is_int(res_dnok(name), cases[i].any, "res_dnok: '%s'", name);
                is_int(dn_count_labels(name), cases[i].labels, "dn_count_labels: '%s'", name);
        }
        is_str(p_type(28), "AAAA", "p_type: AAAA");
        is_str(p_type(65280), "65280", "p_type: one without a name");
        is_str(p_class(1), "IN", "p_class: IN");
        is_str(p_rcode(3), "NXDOMAIN", "p_rcode: NXDOMAIN");
}

static void test_base64(void)
{
        static const struct {
                const char *bytes;
                const char *text;
        } cases[] = {
            {"", ""}, {"a", "YQ=="}, {"ab", "YWI="}, {"abc", "YWJj"}, {"abcd", "YWJjZA=="}};
        static const char *const bad[] = {"YQ",   "YQ=",  "YWI=x", "=",
                                          "YR==", "@@@@", "Y===",  "YWJj="};
        unsigned char bytes[20];
        char text[20];

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                size_t size = strlen(cases[i].bytes);

                is_int(b64_ntop((const unsigned char *)cases[i].bytes, size, text, sizeof text),
                       strlen(cases[i].text), "b64_ntop: length");
                is_str(text, cases[i].text, "b64_ntop: '%s'", cases[i].text);
                is_int(b64_pton(text, bytes, sizeof bytes), size, "b64_pton: length");
                ok(!memcmp(bytes, cases[i].bytes, size), "b64_pton: '%s'", text);
        }
        is_int(b64_ntop((const unsigned char *)"abc", 3, text, 4), -1, "b64_ntop: no room");
        is_int(b64_pton(" Y W\nI = ", bytes, sizeof bytes), 2, "b64_pton: white space");
        is_int(b64_pton("YWJj", NULL, 0), 3, "b64_pton: counts");
        is_int(b64_pton("YWJj", bytes, 2), -1, "b64_pton: no room");
        for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
                is_int(b64_pton(bad[i], bytes, sizeof bytes), -1, "b64_pton: '%s'", bad[i]);
}

static void test_networks(void)
{
        static const struct {
                const char *text;
                int bits; /* or -errno */
                const char *bytes;
                size_t size;
        } cases[] = {
            {"10", 8, "\12", 1},
            {"10.1", 16, "\12\1", 2},
            {"10.1.2.3", 32, "\12\1\2\3", 4},
            {"10/8", 8, "\12", 1},
            {"192.168", 24, "\300\250", 3},
            {"192.168/16", 16, "\300\250", 2},
            {"128", 16, "\200", 2},
            {"224", 4, "\340", 1},
            {"240", 32, "\360\0\0", 4},
            {"0x0a01", 16, "\12\1", 2},
            {"0x0a0", 16, "\12", 2},
            {"10/32", 32, "\12\0\0", 4},
            {"127/4", 4, "\177", 1},
            {"0x1/4", 4, "\20", 1},
            {"0", 8, "", 1},
            {"010.1", 16, "\12\1", 2},
            {"10.1/1", 1, "\12\1", 2},
            {"10.", -ENOENT, NULL, 0},
            {"10..1", -ENOENT, NULL, 0},
            {".1", -ENOENT, NULL, 0},
            {"256", -ENOENT, NULL, 0},
            {"10/33", -EMSGSIZE, NULL, 0},
            {"10/", -ENOENT, NULL, 0},
            {"1.2.3.4.5", -EMSGSIZE, NULL, 0},
            {"0xg", -ENOENT, NULL, 0},
            {"10 ", -ENOENT, NULL, 0},
            {"0xc0a8010203", -EMSGSIZE, NULL, 0},
            {"", -ENOENT, NULL, 0},
        };
        static const struct {
                int bits;
                const char *text;
        } prefixes[] = {{0, "0/0"},         {4, "0/4"},        {5, "8/5"},
                        {8, "10/8"},        {9, "10.0/9"},     {16, "10.1/16"},
                        {17, "10.1.0/17"},  {23, "10.1.2/23"}, {31, "10.1.2.2/31"},
                        {32, "10.1.2.3/32"}};
        static const struct {
                in_addr_t network;
                const char *text;
        } plain[] = {{0, "0.0.0.0"},
                     {10, "10"},
                     {0x0a01, "10.1"},
                     {0x0a000000, "10"},
                     {0xc0a80100, "192.168.1"},
                     {0x0a0001, "10.1"},
                     {0xffffffff, "255.255.255.255"}};
        static const unsigned char network[] = {10, 1, 2, 3};
        unsigned char bytes[4];
        char text[64];

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                int bits = inet_net_pton(AF_INET, cases[i].text, bytes, sizeof bytes);

                is_int(bits < 0 ? -errno : bits, cases[i].bits, "inet_net_pton: '%s'",
                       cases[i].text);
                if (bits >= 0)
                        ok(!memcmp(bytes, cases[i].bytes, cases[i].size),
                           "inet_net_pton: bytes of '%s'", cases[i].text);
        }
        is_int(inet_net_pton(AF_INET, "10.1.2", bytes, 2), -1, "inet_net_pton: no room");
        is_int(inet_net_pton(AF_INET6, "2001:db8::/32", text, sizeof text), -1,
               "inet_net_pton: IPv4 alone");
        is_int(errno, EAFNOSUPPORT, "inet_net_pton: EAFNOSUPPORT");
        for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
                is_str(inet_net_ntop(AF_INET, network, prefixes[i].bits, text, sizeof text),
                       prefixes[i].text, "inet_net_ntop: %d bits", prefixes[i].bits);
        ok(!inet_net_ntop(AF_INET, network, 33, text, sizeof text), "inet_net_ntop: 33 bits");
        is_int(errno, EINVAL, "inet_net_ntop: EINVAL");
        ok(!inet_net_ntop(AF_INET, network, 8, text, 4), "inet_net_ntop: no room");
        ok(!inet_net_ntop(AF_INET6, network, 8, text, 4), "inet_net_ntop: IPv4 alone");
        for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
                is_str(inet_neta(plain[i].network, text, sizeof text), plain[i].text,
                       "inet_neta: %s", plain[i].text);
        ok(!inet_neta(0x0a010203, text, 5), "inet_neta: no room");
}

static void test_nsap(void)
{
        unsigned char bytes[32];
        char text[128];

        is_int(inet_nsap_addr("47000580", bytes, sizeof bytes), 4, "inet_nsap_addr: digits");
        is_str(inet_nsap_ntoa(4, bytes, text), "47.0005.80", "inet_nsap_ntoa: in groups");
        is_int(inet_nsap_addr("47.0005.80", bytes, sizeof bytes), 4, "inet_nsap_addr: with dots");
        is_str(inet_nsap_ntoa(4, bytes, NULL), "47.0005.80", "inet_nsap_ntoa: its own storage");
        is_int(inet_nsap_addr("4x", bytes, sizeof bytes), 0, "inet_nsap_addr: not a digit");
        is_int(inet_nsap_addr("", bytes, sizeof bytes), 0, "inet_nsap_addr: nothing");
        is_int(inet_nsap_addr("47000580", bytes, 2), 2, "inet_nsap_addr: as many as have room");
}

int main(void)
{
        test_names();
        test_compression();
        test_comparing();
        test_times();
        test_flags();
        test_kinds();
        test_base64();
        test_networks();
        test_nsap();
        return done_testing();
}

/* What musl has, but as refusals, with a table of its own or with another meaning. */
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/ether.h>
#include <sys/socket.h>
#include "../colonfiles/private_etc.h"

static void test_hosts(void)
{
        struct hostent *host;

        etc_file("hosts", "127.0.0.1 localhost\n2001:db8::1 six\n192.0.2.9 nine n\n");
        sethostent(1);
        host = gethostent();
        is_str(host ? host->h_name : NULL, "localhost", "gethostent: first");
        host = gethostent();
        is_str(host ? host->h_name : NULL, "nine", "gethostent: IPv4 only");
        is_str(host ? host->h_aliases[0] : NULL, "n", "gethostent: alias");
        ok(host && !memcmp(host->h_addr_list[0], "\300\0\2\11", 4), "gethostent: address");
        ok(!gethostent(), "gethostent: end");
        is_int(h_errno, HOST_NOT_FOUND, "gethostent: h_errno at the end");
        sethostent(0);
        host = gethostent();
        is_str(host ? host->h_name : NULL, "localhost", "sethostent: begins anew");
        endhostent();
        host = gethostent();
        is_str(host ? host->h_name : NULL, "localhost", "endhostent: begins anew");
        endhostent();
}

static void test_networks(void)
{
        struct netent *net;

        etc_file("networks", "loopback 127\nlink-local 169.254 ll\n");
        net = getnetent();
        is_str(net ? net->n_name : NULL, "loopback", "getnetent: name");
        is_int(net ? net->n_net : 0, 0x7f000000, "getnetent: number");
        net = getnetbyname("LL");
        is_int(net ? net->n_net : 0, 0xa9fe0000, "getnetbyname: alias without case");
        h_errno = 0;
        ok(!getnetbyname("none") && h_errno == HOST_NOT_FOUND, "getnetbyname: h_errno");
        net = getnetbyaddr(0x7f000000, AF_INET);
        is_str(net ? net->n_name : NULL, "loopback", "getnetbyaddr: name");
        net = getnetent();
        is_str(net ? net->n_name : NULL, "link-local", "getnetent: the second");
        setnetent(0);
        net = getnetent();
        is_str(net ? net->n_name : NULL, "loopback", "setnetent: begins anew");
        endnetent();
}

static void test_services(void)
{
        struct servent entry, *service;
        char buffer[512];

        etc_file("services", "# comment\nssh 22/tcp # x\nhttp 80/tcp www WWW\nafp 548/ddp\n"
                             "22 2222/tcp\ndomain 53/udp\ndomain 53/tcp\nbig 65558/sctp\n"
                             "plain 9\n");
        service = getservent();
        is_str(service ? service->s_name : NULL, "ssh", "getservent: name");
        is_int(service ? service->s_port : 0, htons(22), "getservent: port");
        service = getservbyname("www", "tcp");
        is_str(service ? service->s_name : NULL, "http", "getservbyname: official name");
        is_str(service ? service->s_aliases[1] : NULL, "WWW", "getservbyname: second alias");
        service = getservbyname("ssh", NULL);
        ok(service && !service->s_aliases[0], "getservbyname: no alias");
        service = getservbyname("afp", "ddp");
        is_int(service ? service->s_port : 0, htons(548), "getservbyname: any protocol");
        service = getservbyname("22", "tcp");
        is_int(service ? service->s_port : 0, htons(2222), "getservbyname: a name of digits");
        service = getservbyname("domain", NULL);
        is_str(service ? service->s_proto : NULL, "udp", "getservbyname: the first protocol");
        service = getservbyname("plain", NULL);
        is_str(service ? service->s_proto : NULL, "", "getservbyname: no protocol in the file");
        ok(!getservbyname("SSH", "tcp"), "getservbyname: with case");
        ok(!getservbyname("ssh", "udp"), "getservbyname: another protocol");
        service = getservbyport(htons(22), "sctp");
        is_str(service ? service->s_name : NULL, "big", "getservbyport: modulo 65536 in the file");
        service = getservbyport(htons(548), "ddp");
        is_str(service ? service->s_name : NULL, "afp", "getservbyport: any protocol");
        ok(!getservbyport(65536 + htons(22), "tcp"), "getservbyport: not modulo 65536 in the call");
        service = &entry;
        is_int(getservbyname_r("none", "tcp", &entry, buffer, sizeof buffer, &service), 0,
               "getservbyname_r: not to find is no error");
        ok(!service, "getservbyname_r: nothing found");
        is_int(getservbyname_r("WWW", NULL, &entry, buffer, sizeof buffer, &service), 0,
               "getservbyname_r: alias");
        is_str(service ? service->s_name : NULL, "http", "getservbyname_r: official name");
        is_int(getservbyname_r("http", "tcp", &entry, buffer, 4, &service), ERANGE,
               "getservbyname_r: too small");
        service = &entry;
        is_int(getservbyport_r(htons(1), "tcp", &entry, buffer, sizeof buffer, &service), 0,
               "getservbyport_r: not to find is no error");
        ok(!service, "getservbyport_r: nothing found");
        is_int(getservbyport_r(htons(548), NULL, &entry, buffer, sizeof buffer, &service), 0,
               "getservbyport_r: any protocol");
        is_str(service ? service->s_name : NULL, "afp", "getservbyport_r: name");
        service = getservent();
        is_str(service ? service->s_name : NULL, "http", "getservent: the second");
        setservent(0);
        service = getservent();
        is_str(service ? service->s_name : NULL, "ssh", "setservent: begins anew");
        endservent();
        etc_remove("services");
        errno = 0;
        is_int(getservbyname_r("ssh", "tcp", &entry, buffer, sizeof buffer, &service), ENOENT,
               "getservbyname_r: no file");
}

static void test_protocols(void)
{
        struct protoent *protocol;

        etc_file("protocols", "own 252 OWN\ntcp 6 TCP\n");
        setprotoent(0);
        protocol = getprotoent();
        is_str(protocol ? protocol->p_name : NULL, "own", "getprotoent: the file's first");
        protocol = getprotobyname("TCP");
        is_int(protocol ? protocol->p_proto : -1, 6, "getprotobyname: alias");
        protocol = getprotobynumber(252);
        is_str(protocol ? protocol->p_name : NULL, "own", "getprotobynumber: the file's");
        is_str(protocol ? protocol->p_aliases[0] : NULL, "OWN", "getprotobynumber: alias");
        ok(!getprotobyname("udp"), "getprotobyname: not in the file");
        protocol = getprotoent();
        is_str(protocol ? protocol->p_name : NULL, "tcp", "getprotoent: the second");
        ok(!getprotoent(), "getprotoent: end");
        endprotoent();
        etc_remove("protocols");
#ifdef __GLIBC__
        ok(!getprotobyname("udp"), "getprotobyname: no file");
#else
        protocol = getprotobyname("udp");
        is_int(protocol ? protocol->p_proto : -1, 17, "getprotobyname: no file, libc's table");
        protocol = getprotobynumber(6);
        is_str(protocol ? protocol->p_name : NULL, "tcp", "getprotobynumber: no file, libc's");
        setprotoent(0);
        protocol = getprotoent();
        is_str(protocol ? protocol->p_name : NULL, "ip", "getprotoent: no file, libc's first");
        getprotobyname("udp");
        protocol = getprotoent();
        is_str(protocol ? protocol->p_name : NULL, "icmp", "getprotoent: lookups do not disturb");
        endprotoent();
        protocol = getprotoent();
        is_str(protocol ? protocol->p_name : NULL, "ip", "endprotoent: begins anew");
        endprotoent();
#endif
}

static int line_is(const char *line, int result, const char *address, const char *name)
{
        struct ether_addr got = {{0}};
        char host[64] = "unset";
        char text[18];

        if (ether_line(line, &got, host) != result)
                return 0;
        return result || (!strcmp(ether_ntoa_r(&got, text), address) && !strcmp(host, name));
}

static void test_ethers(void)
{
        struct ether_addr address, *read;
        char name[1024];
        char line[1100];
        char text[18];

        read = ether_aton_r("08:0:20:00:61:CA", &address);
        ok(read == &address && !memcmp(&address, "\10\0\40\0\141\312", 6), "ether_aton_r: value");
        is_str(ether_ntoa_r(&address, text), "8:0:20:0:61:ca", "ether_ntoa_r: no leading zeros");
        is_str(ether_ntoa(&address), "8:0:20:0:61:ca", "ether_ntoa: no leading zeros");
        ok(ether_aton("8:0:20:0:61:ca:ff") != NULL, "ether_aton: what follows is ignored");
        ok(ether_aton("8:0:20:0:61:1 ") != NULL, "ether_aton: a blank after one digit");
        ok(!ether_aton("8:0:20:0:61:1x"), "ether_aton: no other byte after one digit");
        ok(!ether_aton("0x8:0:20:0:61:ca"), "ether_aton: no 0x");
        ok(!ether_aton("8::20:0:61:ca"), "ether_aton: no empty octet");
        ok(!ether_aton("008:0:20:0:61:ca"), "ether_aton: two digits at most");

        ok(line_is("8:0:20:0:61:ca pal # x", 0, "8:0:20:0:61:ca", "pal"), "ether_line: a line");
        ok(line_is("8:0:20:0:61:ca\tpal#x\n", 0, "8:0:20:0:61:ca", "pal"), "ether_line: comment");
        ok(line_is("8:0:20:0:61:1 p", 0, "8:0:20:0:61:1", "p"), "ether_line: one digit");
        ok(line_is("8:0:20:0:61:ca", -1, NULL, NULL), "ether_line: no name");
        ok(line_is("8:0:20:0:61:ca #p", -1, NULL, NULL), "ether_line: only a comment");
        ok(line_is(" 8:0:20:0:61:ca p", -1, NULL, NULL), "ether_line: a blank in front");

        etc_file("ethers", "# c\n 8:0:20:0:61:ca pal # x\n1:2:3:4:5 bad\n0ff:2:3:4:5:6 Two\n"
                           "1:1:1:1:1:1 last");
        is_int(ether_hostton("two", &address), 0, "ether_hostton: without case");
        ok(!memcmp(&address, "\377\2\3\4\5\6", 6), "ether_hostton: address");
        is_int(ether_hostton("bad", &address), -1, "ether_hostton: a bad line");
        memset(&address, 1, sizeof address);
        is_int(ether_ntohost(name, &address), 0, "ether_ntohost: found");
        is_str(name, "last", "ether_ntohost: name");
        memset(&address, 2, sizeof address);
        is_int(ether_ntohost(name, &address), -1, "ether_ntohost: not found");
        memcpy(line, "2:2:2:2:2:2 ", 12);
        memset(line + 12, 'x', sizeof line - 12);
        etc_bytes("ethers", line, sizeof line);
        errno = 0;
        is_int(ether_ntohost(name, &address), -1, "ether_ntohost: a name that is too long");
        is_int(errno, ERANGE, "ether_ntohost: errno");
}

static void test_errors(void)
{
        is_str(gai_strerror(EAI_NONAME), "Name or service not known",
               "gai_strerror: a name that is none");
        is_str(gai_strerror(EAI_MEMORY), "Memory allocation failure", "gai_strerror: the memory");
        is_str(gai_strerror(EAI_INPROGRESS), "Processing request in progress",
               "gai_strerror: of getaddrinfo_a");
        is_str(gai_strerror(1), "Unknown error", "gai_strerror: no error");
}

int main(void)
{
        private_etc();
        test_hosts();
        test_networks();
        test_services();
        test_protocols();
        test_ethers();
        test_errors();
        return done_testing();
}

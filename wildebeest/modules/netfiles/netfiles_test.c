/* The reader and the parsers, on files of the test's own. */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include "netfiles.h"
#include "tap.h"

static const char *const path = "netfiles-test-file";

static void put_bytes(const char *text, size_t size)
{
        int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

        require(fd != -1 && write(fd, text, size) == (ssize_t)size && !close(fd));
}

static void put(const char *text)
{
        put_bytes(text, strlen(text));
}

/* All lines, each followed by `|`, as a reader with a buffer of this size sees them. */
static const char *lines(size_t size)
{
        static char all[512];
        char line[64];
        struct netfile file;
        size_t length = 0;
        int error;

        require(!__lwb_netfile_open(&file, path));
        while (!(error = __lwb_netfile_line(&file, line, size)))
                length += (size_t)sprintf(all + length, "%s|", line);
        if (error != NETFILE_END)
                sprintf(all + length, "error %d", error);
        else
                all[length] = '\0';
        __lwb_netfile_close(&file);
        return all;
}

static void test_lines(void)
{
        static const char text[] = "one\n\n  \t\v two words \n# comment\n #\n\r\nthree#x\nfour\0x\n"
                                   "\0y\n  five\0#";

        put_bytes(text, sizeof text - 1);
        is_str(lines(64), "one|two words |three|four|five|", "__lwb_netfile_line: lines");
        put("");
        is_str(lines(8), "", "__lwb_netfile_line: an empty file");
        put("#comment that is longer than the buffer\nabc\n   \n");
        is_str(lines(4), "abc|", "__lwb_netfile_line: a comment needs no room");
        put("a\nlong\nb\n");
        is_int(atoi(strrchr(lines(4), ' ') + 1), ERANGE, "__lwb_netfile_line: too long");
}

/* Reads two lines with buffers that are too small at first. */
static void check_unread(const char *what)
{
        struct netfile file;
        char line[64];

        require(!__lwb_netfile_open(&file, path));
        for (size_t size = 0; size < 13; size++)
                is_int(__lwb_netfile_line(&file, line, size), ERANGE,
                       "__lwb_netfile_line: %s, %zu bytes are too few", what, size);
        is_int(__lwb_netfile_line(&file, line, 13), 0, "__lwb_netfile_line: %s, 13 bytes", what);
        is_str(line, "abcdefghijkl", "__lwb_netfile_line: %s, nothing was consumed", what);
        is_int(__lwb_netfile_unread(&file), ERANGE, "__lwb_netfile_unread: %s, takes it back",
               what);
        is_int(__lwb_netfile_line(&file, line, 64), 0, "__lwb_netfile_unread: %s, again", what);
        is_str(line, "abcdefghijkl", "__lwb_netfile_unread: %s, the same line", what);
        is_int(__lwb_netfile_line(&file, line, 64), 0, "__lwb_netfile_line: %s, the second", what);
        is_str(line, "mn", "__lwb_netfile_line: %s, in its place", what);
        is_int(__lwb_netfile_line(&file, line, 64), NETFILE_END, "__lwb_netfile_line: %s, end",
               what);
        is_int(__lwb_netfile_line(&file, line, 64), NETFILE_END, "__lwb_netfile_line: %s, still",
               what);
        __lwb_netfile_close(&file);
}

/* What can not seek is no different. */
static void test_unread(void)
{
        static const char text[] = "abcdefghijkl\nmn";
        pid_t writer;
        int status;

        put(text);
        check_unread("a file");
        unlink(path);
        require(!mkfifo(path, 0600));
        writer = fork();
        require(writer != -1);
        if (!writer) {
                int fd = open(path, O_WRONLY);

                _exit(write(fd, text, 5) != 5 || usleep(1000) ||
                      write(fd, text + 5, sizeof text - 6) != sizeof text - 6);
        }
        check_unread("a FIFO");
        require(waitpid(writer, &status, 0) == writer);
        is_int(status, 0, "the writer of the FIFO");
        unlink(path);
}

static void test_errors(void)
{
        struct netfile file;
        char line[16];

        errno = 0;
        is_int(__lwb_netfile_open(&file, "netfiles-test-none"), ENOENT,
               "__lwb_netfile_open: no file");
        require(!__lwb_netfile_open(&file, "."));
        is_int(fcntl(file.lines.fd, F_GETFD), FD_CLOEXEC, "__lwb_netfile_open: close on exec");
        is_int(__lwb_netfile_line(&file, line, sizeof line), EISDIR,
               "__lwb_netfile_line: a directory");
        __lwb_netfile_close(&file);
        __lwb_netfile_close(&file);
        is_int(file.lines.fd, -1, "__lwb_netfile_close: twice");
        is_int(errno, 0, "__lwb_netfile_open: leaves errno alone");
}

static void test_take(void)
{
        char bytes[64];
        struct netspace space = {.next = bytes + 1, .left = 40};
        char *first = __lwb_netfile_take(&space, 8, 8);
        size_t left = space.left;

        ok(first && (uintptr_t)first % 8 == 0, "__lwb_netfile_take: aligned");
        ok(first + 8 == space.next && space.next + left == bytes + 41,
           "__lwb_netfile_take: counts the gap");
        ok(!__lwb_netfile_take(&space, left + 1, 1), "__lwb_netfile_take: too much");
        ok(!__lwb_netfile_take(&space, SIZE_MAX, 8), "__lwb_netfile_take: far too much");
        ok(__lwb_netfile_take(&space, left, 1) != NULL, "__lwb_netfile_take: all of it");
        space.left = 3;
        space.next = bytes + 1 + (-(uintptr_t)bytes & 7);
        ok(!__lwb_netfile_take(&space, 1, 8), "__lwb_netfile_take: no room for the gap");
}

/* Parses one line and writes what it is: name, aliases. NULL when it is no entry. */
static const char *parsed(netfile_parser *parse, void *entry, const char *text)
{
        static char buffer[512];
        struct netspace space;
        size_t used = strlen(text) + 1;

        memcpy(buffer, text, used);
        space = (struct netspace){buffer + used, sizeof buffer - used};
        return parse(buffer, &space, entry) ? NULL : text;
}

static void test_hosts(void)
{
        static const char *const refused[] = {"127 a",        "10.1 a",      "01.2.3.4 a",
                                              "fe80::1%lo a", "1.2.3.4.5 a", "a 1.2.3.4"};
        struct hostent host;
        struct in6_addr expected;

        require(parsed(__lwb_parse_host, &host, "2001:db8::1 six s6 s7"));
        is_int(host.h_addrtype, AF_INET6, "__lwb_parse_host: IPv6");
        is_int(host.h_length, 16, "__lwb_parse_host: length");
        inet_pton(AF_INET6, "2001:db8::1", &expected);
        ok(!memcmp(host.h_addr_list[0], &expected, 16), "__lwb_parse_host: address");
        is_str(host.h_aliases[1], "s7", "__lwb_parse_host: alias");
        require(parsed(__lwb_parse_host, &host, "::ffff:192.0.2.1 mapped"));
        is_int(host.h_addrtype, AF_INET6, "__lwb_parse_host: mapped is IPv6");
        ok(!parsed(__lwb_parse_host_ipv4, &host, "2001:db8::1 six"),
           "__lwb_parse_host_ipv4: no IPv6");
        require(parsed(__lwb_parse_host_ipv4, &host, "::ffff:192.0.2.1 mapped"));
        is_int(host.h_addrtype, AF_INET, "__lwb_parse_host_ipv4: mapped is IPv4");
        ok(!memcmp(host.h_addr_list[0], "\300\0\2\1", 4), "__lwb_parse_host_ipv4: address");
        for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
                ok(!parsed(__lwb_parse_host, &host, refused[i]), "__lwb_parse_host: no \"%s\"",
                   refused[i]);
}

static void test_networks(void)
{
        static const struct {
                const char *text;
                uint32_t number;
        } cases[] = {{"10", 0x0a000000},
                     {"192.168", 0xc0a80000},
                     {"192.0.2", 0xc0000200},
                     {"198.51.100.7", 0xc6336407},
                     {"0x0b", 0x0b000000},
                     {"010", 0x08000000},
                     {"0X1f.0377", 0x1fff0000},
                     {"x1", 0x01000000},
                     {"0", 0},
                     {"00.0", 0},
                     {"000000000000000001", 0x01000000}};
        static const char *const refused[] = {"",
                                              "x",
                                              "0x",
                                              "08",
                                              "256",
                                              "1.",
                                              "1..2",
                                              ".1",
                                              "1.2.3.4.5",
                                              "1x",
                                              "+1",
                                              "0400",
                                              "1.2.3.256",
                                              "1.2.3.4x",
                                              "-1",
                                              "0xfg",
                                              "99999999999999999999",
                                              "255.255.255.255"};
        struct netent net;
        char line[64];

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                snprintf(line, sizeof line, "n %s", cases[i].text);
                net.n_net = ~cases[i].number;
                parsed(__lwb_parse_network, &net, line);
                is_int(net.n_net, cases[i].number, "__lwb_parse_network: %s", cases[i].text);
        }
        for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
                snprintf(line, sizeof line, "n %s", refused[i]);
                ok(!parsed(__lwb_parse_network, &net, line), "__lwb_parse_network: no \"%s\"",
                   refused[i]);
        }
}

static void test_numbers(void)
{
        static const struct {
                const char *text;
                int port; /* -1: no entry */
                const char *protocol;
        } services[] = {{"s 1/tcp", 1, "tcp"},
                        {"s +1/tcp", 1, "tcp"},
                        {"s 65536/tcp", 0, "tcp"},
                        {"s 4294967295/tcp", 65535, "tcp"},
                        {"s 4294967296/tcp", -1, NULL},
                        {"s -1/tcp", -1, NULL},
                        {"s -18446744073709551615/tcp", 1, "tcp"},
                        {"s 99999999999999999999/tcp", -1, NULL},
                        {"s 010/tcp", 10, "tcp"},
                        {"s 0x10/tcp", -1, NULL},
                        {"s 1", 1, ""},
                        {"s 1/", 1, ""},
                        {"s 1/ tcp", 1, ""},
                        {"s 1//tcp", 1, "/tcp"},
                        {"s 1/tcp/x", 1, "tcp/x"},
                        {"s 1 /tcp", -1, NULL},
                        {"s 1tcp", -1, NULL},
                        {"s /tcp", -1, NULL},
                        {"s", -1, NULL}};
        struct servent service;
        struct numbered numbered;

        for (size_t i = 0; i < sizeof services / sizeof *services; i++) {
                int found = parsed(__lwb_parse_service, &service, services[i].text) != NULL;

                is_int(found ? ntohs((uint16_t)service.s_port) : -1, services[i].port,
                       "__lwb_parse_service: %s", services[i].text);
                is_str(found ? service.s_proto : NULL, services[i].protocol,
                       "__lwb_parse_service: protocol of %s", services[i].text);
        }
        ok(parsed(__lwb_parse_numbered, &numbered, "p 4294967295 a") && numbered.number == -1,
           "__lwb_parse_numbered: 32 bits");
        ok(!parsed(__lwb_parse_numbered, &numbered, "p 4294967296"),
           "__lwb_parse_numbered: more than 32 bits");
        ok(!parsed(__lwb_parse_numbered, &numbered, "p 1x"), "__lwb_parse_numbered: junk");
        ok(!parsed(__lwb_parse_numbered, &numbered, "p"), "__lwb_parse_numbered: no number");
}

static void test_ethers(void)
{
        static const struct {
                const char *text;
                const char *name; /* NULL: no entry */
        } cases[] = {{"8:0:20:0:61:ca a b", "a"},
                     {"008:0:20:0:61:0CA a", "a"},
                     {"8: 0:20:0:61:\tca a", "a"},
                     {"8:0:20:0:61:0xca a", "a"},
                     {"8:0:20:0:61:ca", ""},
                     {"8:0:20:0:61 a", NULL},
                     {"8:0:20:0:61:1ca a", NULL},
                     {"8:0:20:0:61:ca:1 a", NULL},
                     {"8::20:0:61:ca a", NULL},
                     {"-8:0:20:0:61:ca a", NULL},
                     {"8-0-20-0-61-ca a", NULL},
                     {"8:0:20:0:61:cg a", NULL},
                     {"100000008:0:20:0:61:ca a", NULL}};
        struct etherhost host;

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                int found = parsed(__lwb_parse_ether, &host, cases[i].text) != NULL;

                is_str(found ? host.name : NULL, cases[i].name, "__lwb_parse_ether: %s",
                       cases[i].text);
                if (found)
                        ok(!memcmp(&host.address, "\10\0\40\0\141\312", 6),
                           "__lwb_parse_ether: address of %s", cases[i].text);
        }
}

/* All members of a group, as `host,user,domain `. */
static const char *members(const char *name)
{
        static char all[1024];
        struct netgroup group;
        struct netgroup_member member;
        size_t length = 0;
        int error = __lwb_netgroup_open(&group, path, name);

        if (error)
                return NULL;
        all[0] = '\0';
        while (!(error = __lwb_netgroup_next(&group, &member)))
                length += (size_t)sprintf(all + length, "%s,%s,%s ", member.host ? member.host : "",
                                          member.user ? member.user : "",
                                          member.domain ? member.domain : "");
        __lwb_netgroup_close(&group);
        return error == NETFILE_END ? all : "error";
}

static void test_netgroups(void)
{
        put("a b c\nb (b,,) f\nc d e (c,,)\nd (d,,)\ne (e,,)\nf (f,,) a\n");
        is_str(members("a"), "c,, e,, d,, b,, f,, ", "__lwb_netgroup_next: the last named first");
        put("q n1 \\\nn1 (1,2,3)\nn1 (a,b,c)\nn1 (second,,)\n");
        is_str(members("n1"), "a,b,c ", "__lwb_netgroup_open: no definition in a continuation");
        is_str(members("q"), "1,2,3 a,b,c ", "__lwb_netgroup_next: over a continuation");
        put("g (a b , c d , e f )(,,)(x,y)\nempty\n (i,,)\nx(a,,)\nh (a,b,c,d) (a,b) (c,d,e)\n");
        is_str(members("g"), "a,c,e ,, ", "__lwb_netgroup_next: fields are words");
        is_str(members("h"), "a,b,c,d a,b),d,e ", "__lwb_netgroup_next: parentheses close late");
        is_str(members("empty"), "", "__lwb_netgroup_next: an empty group");
        is_str(members("x"), NULL, "__lwb_netgroup_open: a blank follows the name");
        is_str(members(""), NULL, "__lwb_netgroup_open: no name");
        unlink(path);
        is_str(members("g"), NULL, "__lwb_netgroup_open: no file");
}

/* All entries as `name=member|member;`. */
static const char *aliases(void)
{
        static char all[1024];
        struct netfile file;
        struct alias_reader reader;
        struct mail_alias alias;
        size_t length = 0;
        int error = __lwb_netfile_open(&file, path);

        all[0] = '\0';
        __lwb_alias_begin(&reader, &file);
        while (!error && !(error = __lwb_alias_next(&reader, &alias))) {
                length += (size_t)sprintf(all + length, "%s=", alias.name);
                for (size_t i = 0; i < alias.count; i++)
                        length +=
                            (size_t)sprintf(all + length, "%s%s", i ? "|" : "", alias.members[i]);
                length += (size_t)sprintf(all + length, ";");
        }
        __lwb_alias_end(&reader);
        __lwb_netfile_close(&file);
        return error == NETFILE_END ? all : "error";
}

/* What is expected is what getent of glibc 2.36 writes. */
static void test_aliases(void)
{
        static const char list[] = "i1, i2\n# c\n\n i3 # d\n:include:x\ni4";
        char included[] = "netfiles_included.XXXXXX";
        char text[256];
        int fd;

        put("# c\na: x, y z\n  b : q\nno colon\n: x\nempty:\n\nlast: one");
        is_str(aliases(), "a=x|y z|b : q;last=one;", "__lwb_alias_next: entries");
        put("b: x,\n y,\n\tz\na: q\n");
        is_str(aliases(), "b=x|y|z;a=q;", "__lwb_alias_next: a blank continues");
        put("b: x\n\n y\nc: z\n# c\n w\n");
        is_str(aliases(), "b=x;c=z;", "__lwb_alias_next: an empty line and a comment end");
        put("b: x # y, z\n w#\nc#d: x\ne: #\n f\n");
        is_str(aliases(), "b=x |w;e=f;", "__lwb_alias_next: comments");
        put("b: \"x, y\",,z,\n , q\n");
        is_str(aliases(), "b=\"x|y\"|z|q;", "__lwb_alias_next: quotes mean nothing, nor commas");
        put(": x\n y: z\nb: q\n");
        is_str(aliases(), "y=z;b=q;",
               "__lwb_alias_next: no name, and what follows is no continuation of that");
        put("b: :include:/nonexistent, x\nc: :include:.\n");
        is_str(aliases(), "b=x;", "__lwb_alias_next: what can not be included");
        fd = mkstemp(included);
        if (fd == -1 || write(fd, list, sizeof list - 1) != sizeof list - 1)
                ok(0, "a file to include");
        close(fd);
        snprintf(text, sizeof text, "a: x, :include:%s, y\n", included);
        put(text);
        is_str(aliases(), "a=x|i1|i2|i3 |:include:x|i4|y;", "__lwb_alias_next: :include:");
        unlink(included);
}

int main(void)
{
        test_lines();
        test_unread();
        test_errors();
        test_take();
        test_hosts();
        test_networks();
        test_numbers();
        test_ethers();
        test_netgroups();
        test_aliases();
        unlink(path);
        return done_testing();
}

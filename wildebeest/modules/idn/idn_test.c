/* Names with letters beyond ASCII, over an /etc/hosts of our own: no server is asked. */
#include <arpa/inet.h>
#include <locale.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include "../colonfiles/private_etc.h"
#include "oom.h"

#define BUECHER "b\303\274cher"

static const struct addrinfo ipv4 = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};

/* What a lookup gives: the address, a blank and the canonical name; or the number of its error. */
static const char *look_up(const char *name, int flags)
{
        static char text[512];
        struct addrinfo hints = ipv4;
        struct addrinfo *list;
        char address[INET_ADDRSTRLEN] = "?";
        int error;

        hints.ai_flags = flags;
        error = getaddrinfo(name, NULL, &hints, &list);
        if (error) {
                snprintf(text, sizeof text, "%d", error);
                return text;
        }
        inet_ntop(AF_INET, &((struct sockaddr_in *)(void *)list->ai_addr)->sin_addr, address,
                  sizeof address);
        /* musl gives the name unasked. */
        snprintf(text, sizeof text, "%s %s", address,
                 flags & AI_CANONNAME ? list->ai_canonname : "-");
        freeaddrinfo(list);
        return text;
}

/* The host's name of 192.0.2.`last`, or the number of the error. */
static const char *name_of(int last, int flags, socklen_t size)
{
        static char text[512];
        struct sockaddr_in address = {.sin_family = AF_INET};
        int error;

        address.sin_addr.s_addr = htonl(0xc0000200U + (unsigned)last);
        error =
            getnameinfo((struct sockaddr *)&address, sizeof address, text, size, NULL, 0, flags);
        if (error)
                snprintf(text, sizeof text, "%d", error);
        return text;
}

static void test_getaddrinfo(void)
{
        const int canonical = AI_CANONNAME | AI_CANONIDN;

        is_str(look_up(BUECHER ".test", AI_IDN), "192.0.2.1 -", "AI_IDN: a name in letters");
        is_str(look_up("B\303\234CHER.test", AI_IDN), "192.0.2.1 -", "AI_IDN: without case");
        is_str(look_up("stra\303\237e.test", AI_IDN), "192.0.2.2 -", "AI_IDN: as IDNA2008 has it");
        is_str(look_up("plain.test", AI_IDN), "192.0.2.3 -", "AI_IDN: a name in ASCII");
        is_str(look_up("192.0.2.77", AI_IDN), "192.0.2.77 -", "AI_IDN: an address");
        is_str(look_up("\342\230\203.test", AI_IDN), "-105", "AI_IDN: no letter");
        is_str(look_up("\377.test", AI_IDN), "-105", "AI_IDN: no UTF-8");
        ok(*look_up(BUECHER ".test", 0) == '-', "AI_IDN: not without the flag");
        is_str(look_up(BUECHER ".test", AI_IDN | AI_CANONNAME), "192.0.2.1 xn--bcher-kva.test",
               "AI_CANONIDN: not without the flag");
        is_str(look_up(BUECHER ".test", AI_IDN | canonical), "192.0.2.1 " BUECHER ".test",
               "AI_CANONIDN: the canonical name in letters");
        is_str(look_up("xn--bcher-kva.test", canonical), "192.0.2.1 " BUECHER ".test",
               "AI_CANONIDN: of an encoded name");
        is_str(look_up("plain.test", canonical), "192.0.2.3 plain.test",
               "AI_CANONIDN: of a name in ASCII");
        is_str(look_up("plain.test", AI_CANONIDN), "192.0.2.3 -",
               "AI_CANONIDN: without AI_CANONNAME");
        is_str(look_up("xn--9.test", canonical), "192.0.2.4 xn--9.test",
               "AI_CANONIDN: of what is not encoded well");
        is_str(look_up(BUECHER ".test", AI_IDN | 0x300), "192.0.2.1 -",
               "AI_IDN_ALLOW_UNASSIGNED: ignored");
        is_str(look_up(BUECHER, AI_IDN | AI_NUMERICHOST), "-2", "AI_IDN: AI_NUMERICHOST");
}

static void test_getnameinfo(void)
{
        is_str(name_of(1, 0, 300), "xn--bcher-kva.test", "NI_IDN: not without the flag");
        is_str(name_of(1, NI_IDN, 300), BUECHER ".test", "NI_IDN: a name in letters");
        is_str(name_of(2, NI_IDN, 300), "stra\303\237e.test", "NI_IDN: as IDNA2008 has it");
        is_str(name_of(3, NI_IDN, 300), "plain.test", "NI_IDN: a name in ASCII");
        is_str(name_of(4, NI_IDN, 300), "xn--9.test", "NI_IDN: what is not encoded well");
        is_str(name_of(5, NI_IDN, 300), "192.0.2.5", "NI_IDN: no name");
        is_str(name_of(5, NI_IDN | NI_NAMEREQD, 300), "-2", "NI_IDN: NI_NAMEREQD");
        is_str(name_of(1, NI_IDN | NI_NUMERICHOST, 300), "192.0.2.1", "NI_IDN: NI_NUMERICHOST");
        is_str(name_of(1, NI_IDN | 0xc0, 300), BUECHER ".test", "NI_IDN_ALLOW_UNASSIGNED: ignored");
        is_str(name_of(1, NI_IDN, sizeof BUECHER ".test"), BUECHER ".test", "NI_IDN: just fits");
        is_str(name_of(1, NI_IDN, sizeof BUECHER ".test" - 1), "-12", "NI_IDN: does not fit");
}

/* What a failure gives: EAI_MEMORY, or what is asked for, where libc's part did without the memory.
 */
static int is_bearable(long n, const char *text, const char *wanted)
{
        return !strcmp(text, "-10") || (n > 0 && !strcmp(text, wanted));
}

static void test_out_of_memory(void)
{
        static const char found[] = "192.0.2.1 " BUECHER ".test";

        for (long n = 0; oom_try(n); n++) {
                const char *text = look_up(BUECHER ".test", AI_IDN | AI_CANONNAME | AI_CANONIDN);

                if (oom_end())
                        ok(is_bearable(n, text, found), "getaddrinfo: allocation %ld fails", n);
                else
                        is_str(text, found, "getaddrinfo: memory enough");
        }
        for (long n = 0; oom_try(n); n++) {
                const char *text = name_of(1, NI_IDN, 300);

                if (oom_end())
                        ok(is_bearable(n, text, BUECHER ".test"),
                           "getnameinfo: allocation %ld fails", n);
                else
                        is_str(text, BUECHER ".test", "getnameinfo: memory enough");
        }
}

int main(void)
{
        private_etc();
        /* glibc converts from the locale's encoding. */
        if (!setlocale(LC_ALL, "C.UTF-8"))
                skip_all("no UTF-8 locale here");
        /* A name that is not there is not waited for. */
        etc_file("resolv.conf", "nameserver 127.0.0.1\noptions timeout:0 attempts:1\n");
        etc_file("hosts", "192.0.2.1 xn--bcher-kva.test\n192.0.2.2 xn--strae-oqa.test\n"
                          "192.0.2.3 plain.test\n192.0.2.4 xn--9.test\n");
#ifdef __GLIBC__
        if (!strcmp(look_up(BUECHER ".test", AI_IDN), "-105"))
                skip_all("glibc finds no libidn2 here");
#endif
        test_getaddrinfo();
        test_getnameinfo();
        test_out_of_memory();
        return done_testing();
}

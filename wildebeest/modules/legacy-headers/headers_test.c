/* The headers that musl lacks: what they define agrees with the machine. */
#include <ieee754.h>
#include <math.h>
#include <net/if_packet.h>
#include <net/if_ppp.h>
#include <net/if_slip.h>
#include <net/ppp-comp.h>
#include <net/ppp_defs.h>
#include <netatalk/at.h>
#include <netax25/ax25.h>
#include <netinet/if_fddi.h>
#include <netrom/netrom.h>
#include <netrose/rose.h>
#include <nfs/nfs.h>
#include <nss.h>
#include <sgtty.h>
#include <stab.h>
#include <stddef.h>
#include <sys/io.h>
#include <sys/pci.h>
#include <sys/socketvar.h>
#include <unistd.h>
#include "tap.h"

static void test_ieee754(void)
{
        union ieee754_float f = {.f = -1.5F};
        union ieee754_double d = {.d = -1.5};

        ok(f.ieee.negative == 1 && f.ieee.exponent == IEEE754_FLOAT_BIAS &&
               f.ieee.mantissa == 1U << 22,
           "ieee754_float: its parts");
        ok(d.ieee.negative == 1 && d.ieee.exponent == IEEE754_DOUBLE_BIAS &&
               d.ieee.mantissa0 == 1U << 19 && !d.ieee.mantissa1,
           "ieee754_double: its parts");
        f.f = (float)NAN;
        d.d = (double)NAN;
        ok(f.ieee_nan.quiet_nan == 1 && f.ieee_nan.exponent == 0xff, "ieee754_float: a quiet NaN");
        ok(d.ieee_nan.quiet_nan == 1 && d.ieee_nan.exponent == 0x7ff,
           "ieee754_double: a quiet NaN");
#ifdef IEEE854_LONG_DOUBLE_BIAS
        {
                union ieee854_long_double l = {.d = -1.5L};

                ok(l.ieee.negative == 1 && l.ieee.exponent == IEEE854_LONG_DOUBLE_BIAS,
                   "ieee854_long_double: its parts");
                l.d = 0x1p-10L;
                ok(!l.ieee.negative && l.ieee.exponent == IEEE854_LONG_DOUBLE_BIAS - 10,
                   "ieee854_long_double: its exponent");
                l.d = (long double)NAN;
                ok(l.ieee_nan.quiet_nan == 1 && l.ieee_nan.exponent == 0x7fff,
                   "ieee854_long_double: a quiet NaN");
        }
#endif
}

int main(void)
{
        struct full_sockaddr_ax25 station = {.fsa_ax25 = {.sax25_family = AF_AX25}};
        struct sockaddr_pkt packet = {.spkt_family = AF_PACKET};
        struct gaih_addrtuple address = {.family = AF_INET6};

        test_ieee754();
        ok(N_GSYM == 0x20 && N_SLINE == 0x44 && N_SO == 0x64 && N_LENG == 0xfe,
           "N_GSYM: codes of stabs");
        ok(NSS_STATUS_TRYAGAIN == -2 && NSS_STATUS_UNAVAIL == -1 && !NSS_STATUS_NOTFOUND &&
               NSS_STATUS_SUCCESS == 1 && NSS_STATUS_RETURN == 2,
           "enum nss_status: its values");
        ok(sizeof address.addr == 16 && address.family == AF_INET6,
           "struct gaih_addrtuple: an address");
        is_int(sizeof packet, 18, "struct sockaddr_pkt: its size");
        ok(station.fsa_ax25.sax25_family == AF_AX25 && sizeof station.fsa_digipeater[0] == 7,
           "struct full_sockaddr_ax25: stations");
        ok(SOL_AX25 == 257 && SOL_ATALK == 258 && SOL_NETROM == 259 && SOL_ROSE == 260,
           "SOL_AX25: levels");
        ok(SIOCATALKDIFADDR != SIOCNRDECOBS && SIOCRSCLRRT == SIOCPROTOPRIVATE + 4,
           "SIOCATALKDIFADDR: requests");
        is_int(PPPIOCGFLAGS, _IOR('t', 90, int), "PPPIOCGFLAGS: a request");
        ok(PPP_IP == 0x21 && CCP_CONFREQ == 1, "PPP_IP: protocols");
        ok(SL_MODE_SLIP == 0 && SL_MODE_CSLIP == 1, "SL_MODE_SLIP: modes");
        ok(PCI_SLOT(0xff) == 31, "PCI_SLOT: a macro");
        is_int(sizeof(struct fddi_header), 13, "struct fddi_header: its size");
        ok(NFS_PORT == 2049, "NFS_PORT: a port");
        ok(TIOCGWINSZ != 0 && AF_UNIX == 1, "TIOCGWINSZ: by sgtty.h, AF_UNIX by sys/socketvar.h");
#if defined(__x86_64__) || defined(__i386__)
        /* Port 0x80 takes anything; without privileges there is nothing to ask. */
        if (!ioperm(0x80, 1, 1)) {
                outb_p(0, 0x80);
                outb(0, 0x80);
                (void)inb_p(0x80);
        }
        ok(1, "outb_p: links");
#endif
        return done_testing();
}

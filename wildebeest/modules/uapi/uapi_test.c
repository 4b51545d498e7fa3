/* The kernel's header, then libc's: programs that use what both define. */
#include <linux/if_ether.h>
#include <linux/in6.h>
#include <linux/prctl.h>
#include <linux/sysinfo.h>
#include <arpa/inet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <netinet/if_ether.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/sysinfo.h>
#include <tap.h>

/* As a project's own copy of <linux/if.h> has it: with blanks of its own. */
#define IFF_VOLATILE (IFF_LOOPBACK | IFF_POINTOPOINT)

int main(void)
{
        struct prctl_mm_map map = {0};
        struct sockaddr_in6 address = {0};
        struct ethhdr frame = {{0}, {0}, 0};
        struct ether_header header;
        struct sysinfo info;
        char text[INET6_ADDRSTRLEN];

        is_int(sizeof(frame), sizeof(header), "ethhdr: of the size of ether_header");
        is_int(sizeof(frame), ETH_HLEN, "ethhdr: as long as ETH_HLEN says");
        memset(&info, 0, sizeof(info));
        is_int(sysinfo(&info), 0, "sysinfo: fills a struct of the kernel's");
        ok(info.totalram > 0 && info.procs > 0, "sysinfo: with memory and processes");
        is_int(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) >= 0, 1, "prctl: with both headers");
        is_int(sizeof(map.exe_fd), 4, "prctl_mm_map: the kernel's");
        is_int(IFF_VOLATILE, IFF_LOOPBACK | IFF_POINTOPOINT, "IFF_VOLATILE: the kernel header's");
        address.sin6_family = AF_INET6;
        is_int(inet_pton(AF_INET6, "2001:db8::1", &address.sin6_addr), 1,
               "in6_addr: inet_pton fills it");
        is_int(address.sin6_addr.s6_addr[15], 1, "in6_addr: s6_addr names its bytes");
        is_int(ntohl(address.sin6_addr.s6_addr32[0]), 0x20010db8,
               "in6_addr: s6_addr32 names its words");
        is_int(in6addr_any.s6_addr[15], 0, "in6addr_any: libc's object, of the kernel's type");
        is_int(in6addr_loopback.s6_addr[15], 1,
               "in6addr_loopback: libc's object, of the kernel's type");
        is_str(inet_ntop(AF_INET6, &in6addr_loopback, text, sizeof(text)), "::1",
               "in6addr_loopback: reads ::1");
        return done_testing();
}

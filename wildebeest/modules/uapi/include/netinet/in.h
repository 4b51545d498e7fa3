/*
 * <netinet/in.h> after <linux/in.h> or <linux/in6.h> or <linux/ipv6.h>: what
 * the kernel's header has defined, group_filter, group_req, group_source_req,
 * in_addr, in_pktinfo, ip_mreq, ip_mreq_source, ip_mreqn, ip_msfilter,
 * sockaddr_in, in6_addr, in6addr_any, in6addr_loopback, ipv6_mreq,
 * sockaddr_in6, in6_pktinfo, ip6_mtuinfo, stays the kernel's. musl's header
 * defines it without a look at the kernel's.
 */
#ifndef LWB_UAPI_NETINET_IN_H
#define LWB_UAPI_NETINET_IN_H
#pragma GCC system_header

#if defined(_LINUX_IN_H) || defined(_UAPI_LINUX_IN_H)
#define __LWB_NETINET_IN_H_LINUX_IN_H
#pragma push_macro("group_filter")
#undef group_filter
#define group_filter __lwb_musl_group_filter
#pragma push_macro("group_req")
#undef group_req
#define group_req __lwb_musl_group_req
#pragma push_macro("group_source_req")
#undef group_source_req
#define group_source_req __lwb_musl_group_source_req
#pragma push_macro("in_addr")
#undef in_addr
#define in_addr __lwb_musl_in_addr
#pragma push_macro("in_pktinfo")
#undef in_pktinfo
#define in_pktinfo __lwb_musl_in_pktinfo
#pragma push_macro("ip_mreq")
#undef ip_mreq
#define ip_mreq __lwb_musl_ip_mreq
#pragma push_macro("ip_mreq_source")
#undef ip_mreq_source
#define ip_mreq_source __lwb_musl_ip_mreq_source
#pragma push_macro("ip_mreqn")
#undef ip_mreqn
#define ip_mreqn __lwb_musl_ip_mreqn
#pragma push_macro("ip_msfilter")
#undef ip_msfilter
#define ip_msfilter __lwb_musl_ip_msfilter
#pragma push_macro("sockaddr_in")
#undef sockaddr_in
#define sockaddr_in __lwb_musl_sockaddr_in
#endif
#if defined(_LINUX_IN6_H) || defined(_UAPI_LINUX_IN6_H)
#define __LWB_NETINET_IN_H_LINUX_IN6_H
#pragma push_macro("in6_addr")
#undef in6_addr
#define in6_addr __lwb_musl_in6_addr
#pragma push_macro("in6addr_any")
#undef in6addr_any
#define in6addr_any __lwb_musl_in6addr_any
#pragma push_macro("in6addr_loopback")
#undef in6addr_loopback
#define in6addr_loopback __lwb_musl_in6addr_loopback
#pragma push_macro("ipv6_mreq")
#undef ipv6_mreq
#define ipv6_mreq __lwb_musl_ipv6_mreq
#pragma push_macro("sockaddr_in6")
#undef sockaddr_in6
#define sockaddr_in6 __lwb_musl_sockaddr_in6
#endif
#if defined(_IPV6_H) || defined(_UAPI_IPV6_H)
#define __LWB_NETINET_IN_H_LINUX_IPV6_H
#pragma push_macro("in6_pktinfo")
#undef in6_pktinfo
#define in6_pktinfo __lwb_musl_in6_pktinfo
#pragma push_macro("ip6_mtuinfo")
#undef ip6_mtuinfo
#define ip6_mtuinfo __lwb_musl_ip6_mtuinfo
#endif
#include_next <netinet/in.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_NETINET_IN_H_LINUX_IN_H
#undef __LWB_NETINET_IN_H_LINUX_IN_H
#undef group_filter
#pragma pop_macro("group_filter")
#undef group_req
#pragma pop_macro("group_req")
#undef group_source_req
#pragma pop_macro("group_source_req")
#undef in_addr
#pragma pop_macro("in_addr")
#undef in_pktinfo
#pragma pop_macro("in_pktinfo")
#undef ip_mreq
#pragma pop_macro("ip_mreq")
#undef ip_mreq_source
#pragma pop_macro("ip_mreq_source")
#undef ip_mreqn
#pragma pop_macro("ip_mreqn")
#undef ip_msfilter
#pragma pop_macro("ip_msfilter")
#undef sockaddr_in
#pragma pop_macro("sockaddr_in")
#endif
#ifdef __LWB_NETINET_IN_H_LINUX_IN6_H
#undef __LWB_NETINET_IN_H_LINUX_IN6_H
#undef in6_addr
#pragma pop_macro("in6_addr")
#undef in6addr_any
#pragma pop_macro("in6addr_any")
#undef in6addr_loopback
#pragma pop_macro("in6addr_loopback")
#undef ipv6_mreq
#pragma pop_macro("ipv6_mreq")
#undef sockaddr_in6
#pragma pop_macro("sockaddr_in6")
#undef s6_addr
#undef s6_addr16
#undef s6_addr32
#define s6_addr in6_u.u6_addr8
#define s6_addr16 in6_u.u6_addr16
#define s6_addr32 in6_u.u6_addr32
#ifdef __cplusplus
extern "C" {
#endif
extern const struct in6_addr in6addr_any, in6addr_loopback;
#ifdef __cplusplus
}
#endif
#endif
#ifdef __LWB_NETINET_IN_H_LINUX_IPV6_H
#undef __LWB_NETINET_IN_H_LINUX_IPV6_H
#undef in6_pktinfo
#pragma pop_macro("in6_pktinfo")
#undef ip6_mtuinfo
#pragma pop_macro("ip6_mtuinfo")
#endif

#endif

/*
 * The kernel's <linux/tcp.h> after <netinet/tcp.h>: what musl's header has
 * defined, TCP_NLA_BUSY, TCP_NLA_BYTES_NOTSENT, TCP_NLA_BYTES_RETRANS,
 * TCP_NLA_BYTES_SENT, TCP_NLA_CA_STATE, TCP_NLA_DATA_SEGS_OUT,
 * TCP_NLA_DELIVERED, TCP_NLA_DELIVERED_CE, TCP_NLA_DELIVERY_RATE,
 * TCP_NLA_DELIVERY_RATE_APP_LMT, TCP_NLA_DSACK_DUPS, TCP_NLA_EDT,
 * TCP_NLA_MIN_RTT, TCP_NLA_PACING_RATE, TCP_NLA_PAD, TCP_NLA_RECUR_RETRANS,
 * TCP_NLA_REORDERING, TCP_NLA_REORD_SEEN, TCP_NLA_RWND_LIMITED,
 * TCP_NLA_SNDBUF_LIMITED, TCP_NLA_SNDQ_SIZE, TCP_NLA_SND_CWND,
 * TCP_NLA_SND_SSTHRESH, TCP_NLA_SRTT, TCP_NLA_TIMEOUT_REHASH,
 * TCP_NLA_TOTAL_RETRANS, TCP_NLA_TTL, TFO_COOKIE_UNAVAILABLE,
 * TFO_DATA_NOT_ACKED, TFO_STATUS_UNSPEC, TFO_SYN_RETRANSMITTED,
 * tcp_diag_md5sig, tcp_fastopen_client_fail, tcp_info, tcp_md5sig,
 * tcp_repair_window, tcp_zerocopy_receive, tcphdr, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_TCP_H
#define LWB_UAPI_LINUX_TCP_H
#pragma GCC system_header
#include <features.h>

#if defined(_NETINET_TCP_H)
#define __LWB_LINUX_TCP_H_NETINET_TCP_H
#pragma push_macro("TCP_CA_CWR")
#undef TCP_CA_CWR
#pragma push_macro("TCP_CA_Disorder")
#undef TCP_CA_Disorder
#pragma push_macro("TCP_CA_Loss")
#undef TCP_CA_Loss
#pragma push_macro("TCP_CA_Open")
#undef TCP_CA_Open
#pragma push_macro("TCP_CA_Recovery")
#undef TCP_CA_Recovery
#pragma push_macro("TCP_NLA_BUSY")
#undef TCP_NLA_BUSY
#define TCP_NLA_BUSY __lwb_kernel_TCP_NLA_BUSY
#pragma push_macro("TCP_NLA_BYTES_NOTSENT")
#undef TCP_NLA_BYTES_NOTSENT
#define TCP_NLA_BYTES_NOTSENT __lwb_kernel_TCP_NLA_BYTES_NOTSENT
#pragma push_macro("TCP_NLA_BYTES_RETRANS")
#undef TCP_NLA_BYTES_RETRANS
#define TCP_NLA_BYTES_RETRANS __lwb_kernel_TCP_NLA_BYTES_RETRANS
#pragma push_macro("TCP_NLA_BYTES_SENT")
#undef TCP_NLA_BYTES_SENT
#define TCP_NLA_BYTES_SENT __lwb_kernel_TCP_NLA_BYTES_SENT
#pragma push_macro("TCP_NLA_CA_STATE")
#undef TCP_NLA_CA_STATE
#define TCP_NLA_CA_STATE __lwb_kernel_TCP_NLA_CA_STATE
#pragma push_macro("TCP_NLA_DATA_SEGS_OUT")
#undef TCP_NLA_DATA_SEGS_OUT
#define TCP_NLA_DATA_SEGS_OUT __lwb_kernel_TCP_NLA_DATA_SEGS_OUT
#pragma push_macro("TCP_NLA_DELIVERED")
#undef TCP_NLA_DELIVERED
#define TCP_NLA_DELIVERED __lwb_kernel_TCP_NLA_DELIVERED
#pragma push_macro("TCP_NLA_DELIVERED_CE")
#undef TCP_NLA_DELIVERED_CE
#define TCP_NLA_DELIVERED_CE __lwb_kernel_TCP_NLA_DELIVERED_CE
#pragma push_macro("TCP_NLA_DELIVERY_RATE")
#undef TCP_NLA_DELIVERY_RATE
#define TCP_NLA_DELIVERY_RATE __lwb_kernel_TCP_NLA_DELIVERY_RATE
#pragma push_macro("TCP_NLA_DELIVERY_RATE_APP_LMT")
#undef TCP_NLA_DELIVERY_RATE_APP_LMT
#define TCP_NLA_DELIVERY_RATE_APP_LMT __lwb_kernel_TCP_NLA_DELIVERY_RATE_APP_LMT
#pragma push_macro("TCP_NLA_DSACK_DUPS")
#undef TCP_NLA_DSACK_DUPS
#define TCP_NLA_DSACK_DUPS __lwb_kernel_TCP_NLA_DSACK_DUPS
#pragma push_macro("TCP_NLA_EDT")
#undef TCP_NLA_EDT
#define TCP_NLA_EDT __lwb_kernel_TCP_NLA_EDT
#pragma push_macro("TCP_NLA_MIN_RTT")
#undef TCP_NLA_MIN_RTT
#define TCP_NLA_MIN_RTT __lwb_kernel_TCP_NLA_MIN_RTT
#pragma push_macro("TCP_NLA_PACING_RATE")
#undef TCP_NLA_PACING_RATE
#define TCP_NLA_PACING_RATE __lwb_kernel_TCP_NLA_PACING_RATE
#pragma push_macro("TCP_NLA_PAD")
#undef TCP_NLA_PAD
#define TCP_NLA_PAD __lwb_kernel_TCP_NLA_PAD
#pragma push_macro("TCP_NLA_RECUR_RETRANS")
#undef TCP_NLA_RECUR_RETRANS
#define TCP_NLA_RECUR_RETRANS __lwb_kernel_TCP_NLA_RECUR_RETRANS
#pragma push_macro("TCP_NLA_REORDERING")
#undef TCP_NLA_REORDERING
#define TCP_NLA_REORDERING __lwb_kernel_TCP_NLA_REORDERING
#pragma push_macro("TCP_NLA_REORD_SEEN")
#undef TCP_NLA_REORD_SEEN
#define TCP_NLA_REORD_SEEN __lwb_kernel_TCP_NLA_REORD_SEEN
#pragma push_macro("TCP_NLA_RWND_LIMITED")
#undef TCP_NLA_RWND_LIMITED
#define TCP_NLA_RWND_LIMITED __lwb_kernel_TCP_NLA_RWND_LIMITED
#pragma push_macro("TCP_NLA_SNDBUF_LIMITED")
#undef TCP_NLA_SNDBUF_LIMITED
#define TCP_NLA_SNDBUF_LIMITED __lwb_kernel_TCP_NLA_SNDBUF_LIMITED
#pragma push_macro("TCP_NLA_SNDQ_SIZE")
#undef TCP_NLA_SNDQ_SIZE
#define TCP_NLA_SNDQ_SIZE __lwb_kernel_TCP_NLA_SNDQ_SIZE
#pragma push_macro("TCP_NLA_SND_CWND")
#undef TCP_NLA_SND_CWND
#define TCP_NLA_SND_CWND __lwb_kernel_TCP_NLA_SND_CWND
#pragma push_macro("TCP_NLA_SND_SSTHRESH")
#undef TCP_NLA_SND_SSTHRESH
#define TCP_NLA_SND_SSTHRESH __lwb_kernel_TCP_NLA_SND_SSTHRESH
#pragma push_macro("TCP_NLA_SRTT")
#undef TCP_NLA_SRTT
#define TCP_NLA_SRTT __lwb_kernel_TCP_NLA_SRTT
#pragma push_macro("TCP_NLA_TIMEOUT_REHASH")
#undef TCP_NLA_TIMEOUT_REHASH
#define TCP_NLA_TIMEOUT_REHASH __lwb_kernel_TCP_NLA_TIMEOUT_REHASH
#pragma push_macro("TCP_NLA_TOTAL_RETRANS")
#undef TCP_NLA_TOTAL_RETRANS
#define TCP_NLA_TOTAL_RETRANS __lwb_kernel_TCP_NLA_TOTAL_RETRANS
#pragma push_macro("TCP_NLA_TTL")
#undef TCP_NLA_TTL
#define TCP_NLA_TTL __lwb_kernel_TCP_NLA_TTL
#pragma push_macro("TFO_COOKIE_UNAVAILABLE")
#undef TFO_COOKIE_UNAVAILABLE
#define TFO_COOKIE_UNAVAILABLE __lwb_kernel_TFO_COOKIE_UNAVAILABLE
#pragma push_macro("TFO_DATA_NOT_ACKED")
#undef TFO_DATA_NOT_ACKED
#define TFO_DATA_NOT_ACKED __lwb_kernel_TFO_DATA_NOT_ACKED
#pragma push_macro("TFO_STATUS_UNSPEC")
#undef TFO_STATUS_UNSPEC
#define TFO_STATUS_UNSPEC __lwb_kernel_TFO_STATUS_UNSPEC
#pragma push_macro("TFO_SYN_RETRANSMITTED")
#undef TFO_SYN_RETRANSMITTED
#define TFO_SYN_RETRANSMITTED __lwb_kernel_TFO_SYN_RETRANSMITTED
#pragma push_macro("tcp_diag_md5sig")
#undef tcp_diag_md5sig
#define tcp_diag_md5sig __lwb_kernel_tcp_diag_md5sig
#pragma push_macro("tcp_fastopen_client_fail")
#undef tcp_fastopen_client_fail
#define tcp_fastopen_client_fail __lwb_kernel_tcp_fastopen_client_fail
#pragma push_macro("tcp_info")
#undef tcp_info
#define tcp_info __lwb_kernel_tcp_info
#pragma push_macro("tcp_md5sig")
#undef tcp_md5sig
#define tcp_md5sig __lwb_kernel_tcp_md5sig
#pragma push_macro("tcp_repair_window")
#undef tcp_repair_window
#define tcp_repair_window __lwb_kernel_tcp_repair_window
#pragma push_macro("tcp_zerocopy_receive")
#undef tcp_zerocopy_receive
#define tcp_zerocopy_receive __lwb_kernel_tcp_zerocopy_receive
#pragma push_macro("tcphdr")
#undef tcphdr
#define tcphdr __lwb_kernel_tcphdr
#endif
#include_next <linux/tcp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_TCP_H_NETINET_TCP_H
#undef __LWB_LINUX_TCP_H_NETINET_TCP_H
#undef TCP_NLA_BUSY
#pragma pop_macro("TCP_NLA_BUSY")
#undef TCP_NLA_BYTES_NOTSENT
#pragma pop_macro("TCP_NLA_BYTES_NOTSENT")
#undef TCP_NLA_BYTES_RETRANS
#pragma pop_macro("TCP_NLA_BYTES_RETRANS")
#undef TCP_NLA_BYTES_SENT
#pragma pop_macro("TCP_NLA_BYTES_SENT")
#undef TCP_NLA_CA_STATE
#pragma pop_macro("TCP_NLA_CA_STATE")
#undef TCP_NLA_DATA_SEGS_OUT
#pragma pop_macro("TCP_NLA_DATA_SEGS_OUT")
#undef TCP_NLA_DELIVERED
#pragma pop_macro("TCP_NLA_DELIVERED")
#undef TCP_NLA_DELIVERED_CE
#pragma pop_macro("TCP_NLA_DELIVERED_CE")
#undef TCP_NLA_DELIVERY_RATE
#pragma pop_macro("TCP_NLA_DELIVERY_RATE")
#undef TCP_NLA_DELIVERY_RATE_APP_LMT
#pragma pop_macro("TCP_NLA_DELIVERY_RATE_APP_LMT")
#undef TCP_NLA_DSACK_DUPS
#pragma pop_macro("TCP_NLA_DSACK_DUPS")
#undef TCP_NLA_EDT
#pragma pop_macro("TCP_NLA_EDT")
#undef TCP_NLA_MIN_RTT
#pragma pop_macro("TCP_NLA_MIN_RTT")
#undef TCP_NLA_PACING_RATE
#pragma pop_macro("TCP_NLA_PACING_RATE")
#undef TCP_NLA_PAD
#pragma pop_macro("TCP_NLA_PAD")
#undef TCP_NLA_RECUR_RETRANS
#pragma pop_macro("TCP_NLA_RECUR_RETRANS")
#undef TCP_NLA_REORDERING
#pragma pop_macro("TCP_NLA_REORDERING")
#undef TCP_NLA_REORD_SEEN
#pragma pop_macro("TCP_NLA_REORD_SEEN")
#undef TCP_NLA_RWND_LIMITED
#pragma pop_macro("TCP_NLA_RWND_LIMITED")
#undef TCP_NLA_SNDBUF_LIMITED
#pragma pop_macro("TCP_NLA_SNDBUF_LIMITED")
#undef TCP_NLA_SNDQ_SIZE
#pragma pop_macro("TCP_NLA_SNDQ_SIZE")
#undef TCP_NLA_SND_CWND
#pragma pop_macro("TCP_NLA_SND_CWND")
#undef TCP_NLA_SND_SSTHRESH
#pragma pop_macro("TCP_NLA_SND_SSTHRESH")
#undef TCP_NLA_SRTT
#pragma pop_macro("TCP_NLA_SRTT")
#undef TCP_NLA_TIMEOUT_REHASH
#pragma pop_macro("TCP_NLA_TIMEOUT_REHASH")
#undef TCP_NLA_TOTAL_RETRANS
#pragma pop_macro("TCP_NLA_TOTAL_RETRANS")
#undef TCP_NLA_TTL
#pragma pop_macro("TCP_NLA_TTL")
#undef TFO_COOKIE_UNAVAILABLE
#pragma pop_macro("TFO_COOKIE_UNAVAILABLE")
#undef TFO_DATA_NOT_ACKED
#pragma pop_macro("TFO_DATA_NOT_ACKED")
#undef TFO_STATUS_UNSPEC
#pragma pop_macro("TFO_STATUS_UNSPEC")
#undef TFO_SYN_RETRANSMITTED
#pragma pop_macro("TFO_SYN_RETRANSMITTED")
#undef tcp_diag_md5sig
#pragma pop_macro("tcp_diag_md5sig")
#undef tcp_fastopen_client_fail
#pragma pop_macro("tcp_fastopen_client_fail")
#undef tcp_info
#pragma pop_macro("tcp_info")
#undef tcp_md5sig
#pragma pop_macro("tcp_md5sig")
#undef tcp_repair_window
#pragma pop_macro("tcp_repair_window")
#undef tcp_zerocopy_receive
#pragma pop_macro("tcp_zerocopy_receive")
#undef tcphdr
#pragma pop_macro("tcphdr")
#pragma pop_macro("TCP_CA_CWR")
#pragma pop_macro("TCP_CA_Disorder")
#pragma pop_macro("TCP_CA_Loss")
#pragma pop_macro("TCP_CA_Open")
#pragma pop_macro("TCP_CA_Recovery")
#endif

#endif

/*
 * <syslog.h> whose functions write %m with the texts of the GNU C Library: those of libc write its own.
 */
#ifndef LWB_PRINTF_M_SYSLOG_H
#define LWB_PRINTF_M_SYSLOG_H
#pragma GCC system_header
#include_next <syslog.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(syslog) syslog __asm__("__lwb_m_syslog");

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
__typeof__(vsyslog) vsyslog __asm__("__lwb_m_vsyslog");
#endif
#ifdef __cplusplus
}
#endif

#endif

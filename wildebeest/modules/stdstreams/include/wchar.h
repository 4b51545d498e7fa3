/*
 * <wchar.h> whose functions of stdin and stdout follow these where they are assigned to.
 */
#ifndef LWB_STDSTREAMS_WCHAR_H
#define LWB_STDSTREAMS_WCHAR_H
#pragma GCC system_header
#include_next <wchar.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(putwchar) putwchar __asm__("__lwb_putwchar");
__typeof__(wprintf) wprintf __asm__("__lwb_wprintf");
__typeof__(vwprintf) vwprintf __asm__("__lwb_vwprintf");
__typeof__(getwchar) getwchar __asm__("__lwb_getwchar");
__typeof__(wscanf) wscanf __asm__("__lwb_wscanf");
__typeof__(vwscanf) vwscanf __asm__("__lwb_vwscanf");
#ifdef __cplusplus
}
#endif

#endif

/*
 * <wchar.h> with our functions of a stream, which fail with EBADF where the stream is not open for
 * them; libc's leave errno as it was.
 */
#ifndef LWB_STDIO_WCHAR_H
#define LWB_STDIO_WCHAR_H
#pragma GCC system_header
#include_next <wchar.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(fputwc) fputwc __asm__("__lwb_fputwc");
__typeof__(putwc) putwc __asm__("__lwb_fputwc");
__typeof__(fputws) fputws __asm__("__lwb_fputws");
__typeof__(fwprintf) fwprintf __asm__("__lwb_fwprintf");
__typeof__(vfwprintf) vfwprintf __asm__("__lwb_vfwprintf");
__typeof__(fgetwc) fgetwc __asm__("__lwb_fgetwc");
__typeof__(getwc) getwc __asm__("__lwb_fgetwc");
__typeof__(fgetws) fgetws __asm__("__lwb_fgetws");
__typeof__(fwscanf) fwscanf __asm__("__lwb_fwscanf");
__typeof__(vfwscanf) vfwscanf __asm__("__lwb_vfwscanf");

#ifdef _GNU_SOURCE
__typeof__(fputwc_unlocked) fputwc_unlocked __asm__("__lwb_fputwc_unlocked");
__typeof__(putwc_unlocked) putwc_unlocked __asm__("__lwb_fputwc_unlocked");
__typeof__(fputws_unlocked) fputws_unlocked __asm__("__lwb_fputws_unlocked");
__typeof__(fgetwc_unlocked) fgetwc_unlocked __asm__("__lwb_fgetwc_unlocked");
__typeof__(getwc_unlocked) getwc_unlocked __asm__("__lwb_fgetwc_unlocked");
__typeof__(fgetws_unlocked) fgetws_unlocked __asm__("__lwb_fgetws");
#endif

#ifdef __cplusplus
}
#endif

#endif

/*
 * <iconv.h> with iconv_open, iconv and iconv_close that know //TRANSLIT and //IGNORE, which musl
 * refuses, and that stop at characters that the target lacks, where musl writes "*".
 */
#ifndef LWB_LOCALE_ICONV_H
#define LWB_LOCALE_ICONV_H
#pragma GCC system_header
#include_next <iconv.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(iconv_open) iconv_open __asm__("__lwb_iconv_open");
__typeof__(iconv) iconv __asm__("__lwb_iconv");
__typeof__(iconv_close) iconv_close __asm__("__lwb_iconv_close");
#ifdef __cplusplus
}
#endif

#endif

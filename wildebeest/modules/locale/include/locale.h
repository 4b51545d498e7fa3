/*
 * <locale.h> with the categories that the GNU C Library has beside those of POSIX, LC_PAPER to
 * LC_IDENTIFICATION, and with a setlocale that knows them: musl lacks and refuses them.
 */
#ifndef LWB_LOCALE_LOCALE_H
#define LWB_LOCALE_LOCALE_H
#pragma GCC system_header
#include_next <locale.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* The module newlocale has it as well. */
#ifndef __LWB_SETLOCALE
#define __LWB_SETLOCALE "__lwb_setlocale"
#endif

#define LC_PAPER 7
#define LC_NAME 8
#define LC_ADDRESS 9
#define LC_TELEPHONE 10
#define LC_MEASUREMENT 11
#define LC_IDENTIFICATION 12

#ifdef __cplusplus
extern "C" {
#endif
#ifdef LC_ALL_MASK
#define LC_PAPER_MASK (1 << LC_PAPER)
#define LC_NAME_MASK (1 << LC_NAME)
#define LC_ADDRESS_MASK (1 << LC_ADDRESS)
#define LC_TELEPHONE_MASK (1 << LC_TELEPHONE)
#define LC_MEASUREMENT_MASK (1 << LC_MEASUREMENT)
#define LC_IDENTIFICATION_MASK (1 << LC_IDENTIFICATION)
typedef struct __locale_struct *__locale_t;
#endif

__typeof__(setlocale) setlocale __asm__(__LWB_SETLOCALE);
#ifdef __cplusplus
}
#endif

#endif

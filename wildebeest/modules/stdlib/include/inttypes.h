/*
 * <inttypes.h> whose strtoimax, strtoumax, wcstoimax and wcstoumax leave errno
 * alone when there are no digits, as glibc's do, and in C23 know binary numbers.
 */
#ifndef LWB_STDLIB_INTTYPES_H
#define LWB_STDLIB_INTTYPES_H
#pragma GCC system_header
#include_next <inttypes.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* intmax_t is as wide as long long on every target. */
#if !defined(__cplusplus) && __STDC_VERSION__ > 201710L
#define __LWB_STRTO(name) __asm__("__lwb_c23_" #name)
#else
#define __LWB_STRTO(name) __asm__("__lwb_" #name)
#endif
#ifndef strtoimax
intmax_t strtoimax(const char *__restrict, char **__restrict, int) __LWB_STRTO(strtoll);
#endif
#ifndef strtoumax
uintmax_t strtoumax(const char *__restrict, char **__restrict, int) __LWB_STRTO(strtoull);
#endif
#ifndef wcstoimax
intmax_t wcstoimax(const wchar_t *__restrict, wchar_t **__restrict, int) __LWB_STRTO(wcstoll);
#endif
#ifndef wcstoumax
uintmax_t wcstoumax(const wchar_t *__restrict, wchar_t **__restrict, int) __LWB_STRTO(wcstoull);
#endif
#undef __LWB_STRTO

#ifdef __cplusplus
}
#endif

#endif

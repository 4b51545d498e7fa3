/*
 * <wchar.h> with wcstol_l, wcstod_l and their relatives, wcstoq and wcstouq,
 * which musl lacks. wcstol, wcstod and their relatives leave errno alone when
 * there are no digits, as glibc's do, and in C23 know binary numbers.
 */
#ifndef LWB_STDLIB_WCHAR_H
#define LWB_STDLIB_WCHAR_H
#pragma GCC system_header
#include_next <wchar.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

#if !defined(__cplusplus) && __STDC_VERSION__ > 201710L
#define __LWB_WCSTO(name) __asm__("__lwb_c23_" #name)
#else
#define __LWB_WCSTO(name) __asm__("__lwb_" #name)
#endif
#ifndef wcstol
long wcstol(const wchar_t *__restrict, wchar_t **__restrict, int) __LWB_WCSTO(wcstol);
#endif
#ifndef wcstoul
unsigned long wcstoul(const wchar_t *__restrict, wchar_t **__restrict, int) __LWB_WCSTO(wcstoul);
#endif
#ifndef wcstoll
long long wcstoll(const wchar_t *__restrict, wchar_t **__restrict, int) __LWB_WCSTO(wcstoll);
#endif
#ifndef wcstoull
unsigned long long wcstoull(const wchar_t *__restrict, wchar_t **__restrict, int)
    __LWB_WCSTO(wcstoull);
#endif
#undef __LWB_WCSTO
#ifndef wcstod
double wcstod(const wchar_t *__restrict, wchar_t **__restrict) __asm__("__lwb_wcstod");
#endif
#ifndef wcstof
float wcstof(const wchar_t *__restrict, wchar_t **__restrict) __asm__("__lwb_wcstof");
#endif
#ifndef wcstold
long double wcstold(const wchar_t *__restrict, wchar_t **__restrict) __asm__("__lwb_wcstold");
#endif

#ifdef _GNU_SOURCE
long long wcstoq(const wchar_t *__restrict, wchar_t **__restrict, int);
unsigned long long wcstouq(const wchar_t *__restrict, wchar_t **__restrict, int);
struct __locale_struct;
long wcstol_l(const wchar_t *__restrict, wchar_t **__restrict, int, struct __locale_struct *);
unsigned long wcstoul_l(const wchar_t *__restrict, wchar_t **__restrict, int,
                        struct __locale_struct *);
long long wcstoll_l(const wchar_t *__restrict, wchar_t **__restrict, int, struct __locale_struct *);
unsigned long long wcstoull_l(const wchar_t *__restrict, wchar_t **__restrict, int,
                              struct __locale_struct *);
double wcstod_l(const wchar_t *__restrict, wchar_t **__restrict, struct __locale_struct *);
float wcstof_l(const wchar_t *__restrict, wchar_t **__restrict, struct __locale_struct *);
long double wcstold_l(const wchar_t *__restrict, wchar_t **__restrict, struct __locale_struct *);
#endif

#ifdef __cplusplus
}
#endif

#endif

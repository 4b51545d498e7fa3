/*
 * <wchar.h> with wmempcpy and wcschrnul, which musl lacks.
 */
#ifndef LWB_STRING_WCHAR_H
#define LWB_STRING_WCHAR_H
#pragma GCC system_header
#include_next <wchar.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef _GNU_SOURCE
wchar_t *wmempcpy(wchar_t *__restrict, const wchar_t *__restrict, size_t);
wchar_t *wcschrnul(const wchar_t *, wchar_t);
#endif

#ifdef __cplusplus
}
#endif

#endif

/*
 * <envz.h>, which musl lacks: argz vectors of names with values.
 */
#ifndef LWB_STRING_ENVZ_H
#define LWB_STRING_ENVZ_H
#pragma GCC system_header

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <errno.h>
#include <argz.h>

#ifdef __cplusplus
extern "C" {
#endif

char *envz_entry(const char *__restrict, size_t, const char *__restrict);
char *envz_get(const char *__restrict, size_t, const char *__restrict);
error_t envz_add(char **__restrict, size_t *__restrict, const char *__restrict,
                 const char *__restrict);
error_t envz_merge(char **__restrict, size_t *__restrict, const char *__restrict, size_t, int);
void envz_remove(char **__restrict, size_t *__restrict, const char *__restrict);
void envz_strip(char **__restrict, size_t *__restrict);

#ifdef __cplusplus
}
#endif

#endif

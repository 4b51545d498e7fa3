/*
 * <dirent.h> with scandirat, which musl lacks.
 */
#ifndef LWB_STRING_DIRENT_H
#define LWB_STRING_DIRENT_H
#pragma GCC system_header
#include_next <dirent.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

#ifdef _GNU_SOURCE
int scandirat(int, const char *__restrict, struct dirent ***__restrict,
              int (*)(const struct dirent *),
              int (*)(const struct dirent **, const struct dirent **));
#endif

#ifdef __cplusplus
}
#endif

#endif

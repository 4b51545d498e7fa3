/*
 * <string.h> with the GNU basename, which musl 1.2.5 declares only, as the
 * POSIX function, in <libgen.h>. A file that includes <libgen.h> as well gets
 * the POSIX one, as with glibc.
 */
#ifndef LWB_BASENAME_STRING_H
#define LWB_BASENAME_STRING_H
#pragma GCC system_header
#include_next <string.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) && !defined(basename)
#ifdef __cplusplus
extern "C++" {
char *basename(char *) __asm__("__lwb_gnu_basename");
const char *basename(const char *) __asm__("__lwb_gnu_basename");
}
#else
char *basename(const char *) __asm__("__lwb_gnu_basename");
#endif
#endif

#endif

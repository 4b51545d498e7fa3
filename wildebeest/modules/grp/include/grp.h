/*
 * <grp.h> with fgetgrent_r, getgrent_r and NSS_BUFLEN_GROUP, which musl lacks,
 * and fgetgrent and putgrent declared wherever glibc does, not only for
 * _GNU_SOURCE.
 */
#ifndef LWB_GRP_GRP_H
#define LWB_GRP_GRP_H
#pragma GCC system_header
#include_next <grp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifdef __cplusplus
extern "C" {
#endif
__typeof__(setgrent) setgrent __asm__("__lwb_setgrent");
__typeof__(getgrent) getgrent __asm__("__lwb_getgrent");
__typeof__(endgrent) endgrent __asm__("__lwb_endgrent");
#ifdef __cplusplus
}
#endif
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#if !defined(__DEFINED_FILE) || !defined(__DEFINED_size_t)
#define __NEED_FILE
#define __NEED_size_t
#include <bits/alltypes.h>
#endif

#ifndef NSS_BUFLEN_GROUP
#define NSS_BUFLEN_GROUP 1024
#endif

#ifdef __cplusplus
extern "C" {
#endif
struct group *fgetgrent(FILE *) __asm__("__lwb_fgetgrent");
#ifdef _GNU_SOURCE
int putgrent(const struct group *, FILE *) __asm__("__lwb_putgrent");
int getgrent_r(struct group *__restrict, char *__restrict, size_t, struct group **__restrict);
#endif
int fgetgrent_r(FILE *__restrict, struct group *__restrict, char *__restrict, size_t,
                struct group **__restrict);
#ifdef __cplusplus
}
#endif
#endif

#endif

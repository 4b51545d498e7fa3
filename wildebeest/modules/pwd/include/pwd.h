/*
 * <pwd.h> with fgetpwent_r, getpwent_r, getpw and NSS_BUFLEN_PASSWD, which
 * musl lacks, and fgetpwent and putpwent declared wherever glibc does, not
 * only for _GNU_SOURCE.
 */
#ifndef LWB_PWD_PWD_H
#define LWB_PWD_PWD_H
#pragma GCC system_header
#include_next <pwd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifdef __cplusplus
extern "C" {
#endif
__typeof__(setpwent) setpwent __asm__("__lwb_setpwent");
__typeof__(getpwent) getpwent __asm__("__lwb_getpwent");
__typeof__(endpwent) endpwent __asm__("__lwb_endpwent");
#ifdef __cplusplus
}
#endif
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef __DEFINED_FILE
#define __NEED_FILE
#include <bits/alltypes.h>
#endif

#ifndef NSS_BUFLEN_PASSWD
#define NSS_BUFLEN_PASSWD 1024
#endif

#ifdef __cplusplus
extern "C" {
#endif
struct passwd *fgetpwent(FILE *) __asm__("__lwb_fgetpwent");
int putpwent(const struct passwd *, FILE *) __asm__("__lwb_putpwent");
int fgetpwent_r(FILE *__restrict, struct passwd *__restrict, char *__restrict, size_t,
                struct passwd **__restrict);
int getpwent_r(struct passwd *__restrict, char *__restrict, size_t, struct passwd **__restrict);
#ifdef _GNU_SOURCE
int getpw(uid_t, char *);
#endif
#ifdef __cplusplus
}
#endif
#endif

#endif

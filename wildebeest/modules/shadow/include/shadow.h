/*
 * <shadow.h> with fgetspent_r, getspent_r, sgetspent and sgetspent_r, which
 * musl lacks (1.2.5 declares sgetspent, but has no such function), getspent
 * that reads /etc/shadow, and lckpwdf that locks.
 */
#ifndef LWB_SHADOW_SHADOW_H
#define LWB_SHADOW_SHADOW_H
#pragma GCC system_header
#include_next <shadow.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(setspent) setspent __asm__("__lwb_setspent");
__typeof__(getspent) getspent __asm__("__lwb_getspent");
__typeof__(endspent) endspent __asm__("__lwb_endspent");
__typeof__(fgetspent) fgetspent __asm__("__lwb_fgetspent");
__typeof__(putspent) putspent __asm__("__lwb_putspent");
__typeof__(lckpwdf) lckpwdf __asm__("__lwb_lckpwdf");
__typeof__(ulckpwdf) ulckpwdf __asm__("__lwb_ulckpwdf");
#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
struct spwd *sgetspent(const char *);
int getspent_r(struct spwd *, char *, size_t, struct spwd **);
int fgetspent_r(FILE *, struct spwd *, char *, size_t, struct spwd **);
int sgetspent_r(const char *, struct spwd *, char *, size_t, struct spwd **);
#endif
#ifdef __cplusplus
}
#endif

#endif

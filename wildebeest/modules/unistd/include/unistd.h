/*
 * <unistd.h> with functions that musl 1.2.5 lacks: close_range and closefrom
 * (Linux 5.9, Solaris), execveat (Linux 3.19), group_member (GNU); and with our
 * faccessat, eaccess, euidaccess, execvp, execvpe, execlp and gethostname.
 */
#ifndef LWB_UNISTD_UNISTD_H
#define LWB_UNISTD_UNISTD_H
#pragma GCC system_header
#include_next <unistd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(faccessat) faccessat __asm__("__lwb_faccessat");
__typeof__(execvp) execvp __asm__("__lwb_execvp");
__typeof__(execlp) execlp __asm__("__lwb_execlp");
__typeof__(gethostname) gethostname __asm__("__lwb_gethostname");

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
void closefrom(int);
#endif

#ifdef _GNU_SOURCE
/* Spelled as in <linux/close_range.h>, which may be included too. */
#ifndef CLOSE_RANGE_UNSHARE
#define CLOSE_RANGE_UNSHARE (1U << 1)
#endif
#ifndef CLOSE_RANGE_CLOEXEC
#define CLOSE_RANGE_CLOEXEC (1U << 2)
#endif
__typeof__(eaccess) eaccess __asm__("__lwb_eaccess");
__typeof__(euidaccess) euidaccess __asm__("__lwb_euidaccess");
__typeof__(execvpe) execvpe __asm__("__lwb_execvpe");
int close_range(unsigned int, unsigned int, int);
int execveat(int, const char *, char *const[], char *const[], int);
int group_member(gid_t);
#endif

#ifdef __cplusplus
}
#endif

#endif

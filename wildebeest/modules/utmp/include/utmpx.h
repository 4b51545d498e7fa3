/*
 * <utmpx.h> whose records are those of files that glibc's programs write, and whose functions read and write them; musl's do
 * nothing, with records of another size. musl's own header is passed over: its guard is set.
 */
#ifndef LWB_UTMP_UTMPX_H
#define LWB_UTMP_UTMPX_H
#pragma GCC system_header
#include <features.h>
#ifndef _UTMPX_H
#define _UTMPX_H
#endif
#include_next <utmpx.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <paths.h>
#include <sys/time.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif
/* Where glibc had 64 bits for the time from the begin, the file has them; elsewhere it must not change. */
#if defined(__aarch64__) || defined(__s390x__) || defined(__loongarch64)
#define __LWB_UTMP_WIDE 1
#else
#define __LWB_UTMP_WIDE 0
#endif

struct __exit_status {
#ifdef _GNU_SOURCE
        short e_termination;
        short e_exit;
#else
        short __e_termination;
        short __e_exit;
#endif
};

struct utmpx {
        short ut_type;
        pid_t ut_pid;
        char ut_line[32];
        char ut_id[4];
        char ut_user[32];
        char ut_host[256];
        struct __exit_status ut_exit;
#if __LWB_UTMP_WIDE
        long ut_session;
        struct timeval ut_tv;
#else
        int ut_session;
        struct {
                int tv_sec;
                int tv_usec;
        } ut_tv;
#endif
        int ut_addr_v6[4];
        char __reserved[20];
};

#define EMPTY 0
#define RUN_LVL 1
#define BOOT_TIME 2
#define NEW_TIME 3
#define OLD_TIME 4
#define INIT_PROCESS 5
#define LOGIN_PROCESS 6
#define USER_PROCESS 7
#define DEAD_PROCESS 8

void setutxent(void) __asm__("__lwb_setutent");
void endutxent(void) __asm__("__lwb_endutent");
struct utmpx *getutxent(void) __asm__("__lwb_getutent");
struct utmpx *getutxid(const struct utmpx *) __asm__("__lwb_getutid");
struct utmpx *getutxline(const struct utmpx *) __asm__("__lwb_getutline");
struct utmpx *pututxline(const struct utmpx *) __asm__("__lwb_pututline");

#if defined(_BSD_SOURCE) || defined(_GNU_SOURCE)
struct utmp;
int utmpxname(const char *) __asm__("__lwb_utmpname");
void updwtmpx(const char *, const struct utmpx *) __asm__("__lwb_updwtmp");
void getutmp(const struct utmpx *, struct utmp *);
void getutmpx(const struct utmp *, struct utmpx *);
#endif
#ifdef __cplusplus
}
#endif

#endif

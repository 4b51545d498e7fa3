/*
 * <utmp.h> whose records are those of files that glibc's programs write, and whose functions read and write them; musl's do
 * nothing, with records of another size. musl's own header is passed over: its guard is set. musl lacks the functions with
 * _r, login, logout and logwtmp.
 */
#ifndef LWB_UTMP_UTMP_H
#define LWB_UTMP_UTMP_H
#pragma GCC system_header
#include <features.h>
#ifndef _UTMP_H
#define _UTMP_H
#endif
#include_next <utmp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <utmpx.h>

#ifdef __cplusplus
extern "C" {
#endif
#define UT_LINESIZE 32
#define UT_NAMESIZE 32
#define UT_HOSTSIZE 256
#define ACCOUNTING 9

struct lastlog {
#if __LWB_UTMP_WIDE
        time_t ll_time;
#else
        int ll_time;
#endif
        char ll_line[UT_LINESIZE];
        char ll_host[UT_HOSTSIZE];
};

struct exit_status {
        short e_termination;
        short e_exit;
};

struct utmp {
        short ut_type;
        pid_t ut_pid;
        char ut_line[32];
        char ut_id[4];
        char ut_user[32];
        char ut_host[256];
        struct exit_status ut_exit;
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

#define ut_name ut_user
#define ut_time ut_tv.tv_sec
#define ut_addr ut_addr_v6[0]

#define UTMP_FILE _PATH_UTMP
#define UTMP_FILENAME _PATH_UTMP
#define WTMP_FILE _PATH_WTMP
#define WTMP_FILENAME _PATH_WTMP

int login_tty(int);
void login(const struct utmp *);
int logout(const char *);
void logwtmp(const char *, const char *, const char *);
void updwtmp(const char *, const struct utmp *) __asm__("__lwb_updwtmp");
int utmpname(const char *) __asm__("__lwb_utmpname");
struct utmp *getutent(void) __asm__("__lwb_getutent");
void setutent(void) __asm__("__lwb_setutent");
void endutent(void) __asm__("__lwb_endutent");
struct utmp *getutid(const struct utmp *) __asm__("__lwb_getutid");
struct utmp *getutline(const struct utmp *) __asm__("__lwb_getutline");
struct utmp *pututline(const struct utmp *) __asm__("__lwb_pututline");

#if defined(_BSD_SOURCE) || defined(_GNU_SOURCE)
int getutent_r(struct utmp *, struct utmp **);
int getutid_r(const struct utmp *, struct utmp *, struct utmp **);
int getutline_r(const struct utmp *, struct utmp *, struct utmp **);
#endif
#ifdef __cplusplus
}
#endif

#endif

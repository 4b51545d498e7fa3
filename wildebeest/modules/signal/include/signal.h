/*
 * <signal.h> with what musl's lacks of glibc's: sigblock, siggetmask, sigsetmask, gsignal, ssignal,
 * sysv_signal and __sysv_signal, codes of siginfo_t (ILL_BADIADDR, FPE_FLTUNK, …, SI_DETHREAD),
 * __SIGRTMIN, __SIGRTMAX, __SI_MAX_SIZE, __SIGEV_MAX_SIZE, and sys_siglist, _sys_siglist and
 * sys_sigabbrev, which glibc had until 2.31.
 *
 * siginfo_t and struct sigevent have glibc's inner names too, _sifields and _sigev_un with their members:
 * only so are _timer.si_tid, _rt.si_sigval and _sigev_un._tid reached, which programs use.
 */
#ifndef LWB_SIGNAL_SIGNAL_H
#define LWB_SIGNAL_SIGNAL_H
#pragma GCC system_header
#include <features.h>

/* The last member of each of musl's two unions is followed by glibc's, laid out as the kernel has them. */
#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) ||                \
    defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#define __sigsys                                                                                   \
        __sigsys;                                                                                  \
        int _pad[128 / sizeof(int) - 2 - sizeof(long) / sizeof(int)];                              \
        struct {                                                                                   \
                pid_t si_pid;                                                                      \
                uid_t si_uid;                                                                      \
        } _kill;                                                                                   \
        struct {                                                                                   \
                int si_tid;                                                                        \
                int si_overrun;                                                                    \
                union sigval si_sigval;                                                            \
        } _timer;                                                                                  \
        struct {                                                                                   \
                pid_t si_pid;                                                                      \
                uid_t si_uid;                                                                      \
                union sigval si_sigval;                                                            \
        } _rt;                                                                                     \
        struct {                                                                                   \
                pid_t si_pid;                                                                      \
                uid_t si_uid;                                                                      \
                int si_status;                                                                     \
                clock_t si_utime;                                                                  \
                clock_t si_stime;                                                                  \
        } _sigchld;                                                                                \
        struct {                                                                                   \
                void *si_addr;                                                                     \
                short si_addr_lsb;                                                                 \
                union {                                                                            \
                        struct {                                                                   \
                                void *_lower;                                                      \
                                void *_upper;                                                      \
                        } _addr_bnd;                                                               \
                        unsigned int _pkey;                                                        \
                } _bounds;                                                                         \
        } _sigfault;                                                                               \
        struct {                                                                                   \
                long si_band;                                                                      \
                int si_fd;                                                                         \
        } _sigpoll;                                                                                \
        struct {                                                                                   \
                void *_call_addr;                                                                  \
                int _syscall;                                                                      \
                unsigned int _arch;                                                                \
        } _sigsys
#define __sev_thread                                                                               \
        __sev_thread;                                                                              \
        pid_t _tid;                                                                                \
        struct {                                                                                   \
                void (*_function)(union sigval);                                                   \
                pthread_attr_t *_attribute;                                                        \
        } _sigev_thread
#define __LWB_SIGNAL_MEMBERS
#endif
#include_next <signal.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SIGNAL_MEMBERS
#undef __LWB_SIGNAL_MEMBERS
#undef __sigsys
#undef __sev_thread
#define _sifields __si_fields
#define _sigev_un __sev_fields

#define __SI_MAX_SIZE 128
#define __SIGEV_MAX_SIZE 64
#ifndef SI_DETHREAD
#define SI_DETHREAD (-7)
#endif
#ifndef ILL_BADIADDR
#define ILL_BADIADDR 9
#endif
#ifndef FPE_FLTUNK
#define FPE_FLTUNK 14
#endif
#ifndef FPE_CONDTRAP
#define FPE_CONDTRAP 15
#endif
#ifndef SEGV_ACCADI
#define SEGV_ACCADI 5
#endif
#ifndef SEGV_ADIDERR
#define SEGV_ADIDERR 6
#endif
#ifndef SEGV_ADIPERR
#define SEGV_ADIPERR 7
#endif
#ifndef SEGV_CPERR
#define SEGV_CPERR 10
#endif
#endif

/* The kernel's range; SIGRTMIN and SIGRTMAX are what libc leaves of it. */
#ifndef __SIGRTMIN
#define __SIGRTMIN 32
#endif
#ifndef __SIGRTMAX
#define __SIGRTMAX 64
#endif

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
int sigblock(int);
int siggetmask(void);
int sigsetmask(int);
int gsignal(int);
void (*ssignal(int, void (*)(int)))(int);
extern const char *const sys_siglist[_NSIG];
extern const char *const _sys_siglist[_NSIG];
extern const char *const sys_sigabbrev[_NSIG];
#endif

#ifdef _GNU_SOURCE
void (*sysv_signal(int, void (*)(int)))(int);
#endif
void (*__sysv_signal(int, void (*)(int)))(int) __asm__("__lwb_sysv_signal");

#ifdef __cplusplus
}
#endif

#endif

/* What musl's <signal.h> lacks of glibc's. */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "tap.h"

/* BSD's sigmask is deprecated in glibc. */
#define bit(signal) (1 << ((signal)-1))

static volatile sig_atomic_t count;
static siginfo_t got;

static void on_count(int signal)
{
        (void)signal;
        count++;
}

static void on_information(int signal, siginfo_t *info, void *context)
{
        (void)signal;
        (void)context;
        got = *info;
        count++;
}

static void test_masks(void)
{
        sigset_t before, all;
        int usr = bit(SIGUSR1) | bit(SIGUSR2);

        require(!sigemptyset(&all) && !sigaddset(&all, SIGRTMIN));
        require(!sigprocmask(SIG_SETMASK, &all, &before));
        is_int(sigblock(usr), 0, "sigblock: the mask from before");
        is_int(siggetmask(), usr, "siggetmask: the mask");
        is_int(sigblock(bit(SIGHUP)), usr, "sigblock: more signals");
        require(!sigprocmask(SIG_BLOCK, NULL, &all));
        ok(sigismember(&all, SIGRTMIN) == 1, "sigblock: keeps signals beyond an int");
        is_int(sigsetmask(bit(SIGTERM)), usr | bit(SIGHUP), "sigsetmask: the mask from before");
        require(!sigprocmask(SIG_BLOCK, NULL, &all));
        ok(sigismember(&all, SIGRTMIN) == 0, "sigsetmask: unblocks signals beyond an int");
        is_int(siggetmask(), bit(SIGTERM), "sigsetmask: the mask");
        is_int(sigsetmask(-1), bit(SIGTERM), "sigsetmask: all");
        is_int(siggetmask(), -1 & ~bit(SIGKILL) & ~bit(SIGSTOP) & 0x7fffffff,
               "sigsetmask: all but KILL, STOP and what libc keeps");
        require(!sigprocmask(SIG_SETMASK, &before, NULL));
}

static void test_handlers(void)
{
        struct sigaction action;

        count = 0;
        ok(ssignal(SIGUSR1, on_count) == SIG_DFL, "ssignal: the handler from before");
        ok(!gsignal(SIGUSR1) && !gsignal(SIGUSR1) && count == 2, "gsignal: the handler stays");
        ok(sysv_signal(SIGUSR1, on_count) == on_count, "sysv_signal: the handler from before");
        require(!sigaction(SIGUSR1, NULL, &action));
        is_int(action.sa_flags & (int)(SA_RESETHAND | SA_NODEFER | SA_RESTART),
               (int)(SA_RESETHAND | SA_NODEFER), "sysv_signal: once, not blocked, not restarted");
        ok(!raise(SIGUSR1) && count == 3, "sysv_signal: is called");
        require(!sigaction(SIGUSR1, NULL, &action));
        ok(action.sa_handler == SIG_DFL, "sysv_signal: is reset");
        errno = 0;
        ok(__sysv_signal(SIGKILL, on_count) == SIG_ERR && errno == EINVAL,
           "__sysv_signal: EINVAL, KILL");
        errno = 0;
        ok(__sysv_signal(1000, on_count) == SIG_ERR && errno == EINVAL,
           "__sysv_signal: EINVAL, no signal");
        errno = 0;
        ok(__sysv_signal(SIGUSR1, SIG_ERR) == SIG_ERR && errno == EINVAL,
           "__sysv_signal: EINVAL, SIG_ERR");
}

/* On musl alone clang takes _sifields for a slip, and its complaints have paths in them. */
#ifdef __SI_MAX_SIZE
static void test_members(void)
{
        struct sigaction action = {.sa_sigaction = on_information, .sa_flags = SA_SIGINFO};
        struct itimerspec soon = {.it_value = {.tv_nsec = 1000000}};
        struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGUSR2};
        union sigval value = {.sival_int = 4711};
        timer_t timer;

        require(!sigaction(SIGUSR2, &action, NULL));
        require(!sigqueue(getpid(), SIGUSR2, value));
        is_int(got._sifields._rt.si_sigval.sival_int, 4711, "_sifields: _rt.si_sigval");
        is_int(got.si_pid, getpid(), "si_pid: as ever");
        ok((char *)&got._sifields._kill == (char *)&got.si_pid, "_sifields: _kill");
        ok((char *)&got._sifields._sigchld == (char *)&got.si_pid, "_sifields: _sigchld");
        ok((char *)&got._sifields._sigfault == (char *)&got.si_addr, "_sifields: _sigfault");
        ok((char *)&got._sifields._sigfault._bounds._addr_bnd._lower == (char *)&got.si_lower,
           "_sifields: _sigfault._bounds");
        ok((char *)&got._sifields._sigpoll == (char *)&got.si_band, "_sifields: _sigpoll");
        ok((char *)&got._sifields._sigsys._call_addr == (char *)&got.si_call_addr,
           "_sifields: _sigsys._call_addr");
        ok((char *)&got._sifields._sigsys._syscall == (char *)&got.si_syscall,
           "_sifields: _sigsys._syscall");
        ok((char *)&got._sifields._sigsys._arch == (char *)&got.si_arch,
           "_sifields: _sigsys._arch");
        is_int(sizeof got, __SI_MAX_SIZE, "siginfo_t: its size");
        is_int(sizeof event, __SIGEV_MAX_SIZE, "struct sigevent: its size");

        event._sigev_un._tid = gettid();
        event.sigev_value.sival_int = 42;
        count = 0;
        if (timer_create(CLOCK_MONOTONIC, &event, &timer)) {
                note("timer_create: %s", strerror(errno));
        } else {
                require(!timer_settime(timer, 0, &soon, NULL));
                for (int i = 0; i < 2000 && !count; i++)
                        nanosleep(&soon.it_value, NULL);
                is_int(count, 1, "_sigev_un: _tid gets the signal");
                is_int(got._sifields._timer.si_sigval.sival_int, 42, "_sifields: _timer.si_sigval");
                ok((char *)&got._sifields._timer.si_tid == (char *)&got.si_timerid,
                   "_sifields: _timer.si_tid");
                timer_delete(timer);
        }
        ok((void *)&event._sigev_un._sigev_thread._function == (void *)&event.sigev_notify_function,
           "_sigev_un: _sigev_thread._function");
        ok((void *)&event._sigev_un._sigev_thread._attribute ==
               (void *)&event.sigev_notify_attributes,
           "_sigev_un: _sigev_thread._attribute");
}

#else
#define test_members() ((void)on_information)
#endif

static void test_constants(void)
{
        is_int(SI_DETHREAD, -7, "SI_DETHREAD: its value");
        is_int(ILL_BADIADDR * 10000 + FPE_FLTUNK * 100 + FPE_CONDTRAP, 91415,
               "ILL_BADIADDR, FPE_*: their values");
        is_int(SEGV_ACCADI * 100 + SEGV_ADIDERR * 10 + SEGV_ADIPERR, 567, "SEGV_*: their values");
        is_int(__SIGRTMIN, 32, "__SIGRTMIN: the kernel's first");
        is_int(__SIGRTMAX, SIGRTMAX, "__SIGRTMAX: the kernel's last");
}

int main(void)
{
        test_masks();
        test_handlers();
        test_members();
        test_constants();
        return done_testing();
}

/* The policy of a thread: musl's functions refuse. */
#include <errno.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include "tap.h"

/* A real-time policy may be forbidden; then it is refused as the kernel does. */
static void test_real_time(void)
{
        struct sched_param parameters = {.sched_priority = 5}, got = {.sched_priority = -1};
        long expected = syscall(SYS_sched_setscheduler, 0, SCHED_RR, &parameters);
        int error = errno;

        require(!syscall(SYS_sched_setscheduler, 0, SCHED_OTHER, &(struct sched_param){0}));
        errno = 0;
        is_int(sched_setscheduler(0, SCHED_RR, &parameters), expected,
               "sched_setscheduler: SCHED_RR");
        if (expected) {
                is_int(errno, error, "sched_setscheduler: refused as by the kernel");
                return;
        }
        is_int(sched_getscheduler(0), SCHED_RR, "sched_getscheduler: SCHED_RR");
        ok(!sched_getparam(0, &got) && got.sched_priority == 5, "sched_getparam: the priority");
        parameters.sched_priority = 7;
        ok(!sched_setparam(0, &parameters) && !sched_getparam(getpid(), &got) &&
               got.sched_priority == 7,
           "sched_setparam: the priority");
        require(!syscall(SYS_sched_setscheduler, 0, SCHED_OTHER, &(struct sched_param){0}));
}

int main(void)
{
        struct sched_param none = {0}, got = {.sched_priority = -1}, high = {.sched_priority = 1};
        pid_t child;
        int status;

        is_int(sched_getscheduler(0), SCHED_OTHER, "sched_getscheduler: at first");
        ok(!sched_getparam(0, &got) && !got.sched_priority, "sched_getparam: at first");
        is_int(sched_setscheduler(0, SCHED_BATCH | SCHED_RESET_ON_FORK, &none), 0,
               "sched_setscheduler: SCHED_BATCH");
        is_int(sched_getscheduler(gettid()), SCHED_BATCH | SCHED_RESET_ON_FORK,
               "sched_getscheduler: SCHED_BATCH");
        is_int(sched_setparam(0, &none), 0, "sched_setparam: 0");
        errno = 0;
        ok(sched_setparam(0, &high) == -1 && errno == EINVAL, "sched_setparam: EINVAL");
        errno = 0;
        ok(sched_setscheduler(0, 99, &none) == -1 && errno == EINVAL, "sched_setscheduler: EINVAL");
        errno = 0;
        ok(sched_getscheduler(-1) == -1 && errno == EINVAL, "sched_getscheduler: EINVAL");
        child = fork();
        require(child >= 0);
        if (!child)
                _exit(0);
        require(waitpid(child, &status, 0) == child);
        errno = 0;
        ok(sched_getscheduler(child) == -1 && errno == ESRCH, "sched_getscheduler: ESRCH");
        errno = 0;
        ok(sched_getparam(child, &got) == -1 && errno == ESRCH, "sched_getparam: ESRCH");
        errno = 0;
        ok(sched_setscheduler(child, SCHED_OTHER, &none) == -1 && errno == ESRCH,
           "sched_setscheduler: ESRCH");
        test_real_time();
        return done_testing();
}

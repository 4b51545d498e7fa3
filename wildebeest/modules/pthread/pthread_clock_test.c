/* Waits with a clock of the caller's choice, which musl lacks. */
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <time.h>
#include <unistd.h>
#include "tap.h"

#define SECOND 1000000000LL

static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC};
static const clockid_t others[] = {CLOCK_BOOTTIME, CLOCK_PROCESS_CPUTIME_ID, 99};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER, held = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER, locked = PTHREAD_RWLOCK_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER, monotonic;
static sem_t none;
static pthread_t sleeper;

static long long now(clockid_t clock)
{
        struct timespec time;

        require(!clock_gettime(clock, &time));
        return time.tv_sec * SECOND + time.tv_nsec;
}

static int lock_mutex(clockid_t clock, const struct timespec *at)
{
        return pthread_mutex_clocklock(&held, clock, at);
}

/* A wake-up too early is no error, so the caller's loop belongs to the wait. */
static int wait_for(pthread_cond_t *which, clockid_t clock, const struct timespec *at)
{
        int error;

        require(!pthread_mutex_lock(&mutex));
        do
                error = pthread_cond_clockwait(which, &mutex, clock, at);
        while (!error);
        require(!pthread_mutex_unlock(&mutex));
        return error;
}

static int wait_condition(clockid_t clock, const struct timespec *at)
{
        return wait_for(&condition, clock, at);
}

static int wait_monotonic(clockid_t clock, const struct timespec *at)
{
        return wait_for(&monotonic, clock, at);
}

static int lock_reading(clockid_t clock, const struct timespec *at)
{
        return pthread_rwlock_clockrdlock(&locked, clock, at);
}

static int lock_writing(clockid_t clock, const struct timespec *at)
{
        return pthread_rwlock_clockwrlock(&locked, clock, at);
}

static int take(clockid_t clock, const struct timespec *at)
{
        return sem_clockwait(&none, clock, at) ? errno : 0;
}

static int join(clockid_t clock, const struct timespec *at)
{
        return pthread_clockjoin_np(sleeper, NULL, clock, at);
}

static const struct {
        const char *name;
        int (*wait)(clockid_t clock, const struct timespec *at);
} waits[] = {
    {"pthread_mutex_clocklock", lock_mutex},
    {"pthread_cond_clockwait", wait_condition},
    {"pthread_cond_clockwait", wait_monotonic},
    {"pthread_rwlock_clockrdlock", lock_reading},
    {"pthread_rwlock_clockwrlock", lock_writing},
    {"sem_clockwait", take},
    {"pthread_clockjoin_np", join},
};

/* In a thread that holds nothing: what waits, and how long. */
static void *test_waits(void *unused)
{
        for (size_t i = 0; i < sizeof waits / sizeof *waits; i++) {
                const char *name = waits[i].name;

                for (size_t j = 0; j < sizeof clocks / sizeof *clocks; j++) {
                        long long start = now(clocks[j]), end = start + SECOND / 20;
                        struct timespec at = {end / SECOND, end % SECOND}, past = {0, 0},
                                        before = {-1, 999999999};
                        struct timespec negative = {1, -1}, large = {1, SECOND};
                        int error = waits[i].wait(clocks[j], &at);

                        is_int(error, ETIMEDOUT, "%s: clock %d, times out", name, (int)clocks[j]);
                        ok(now(clocks[j]) >= end, "%s: clock %d, not too early", name,
                           (int)clocks[j]);
                        ok(now(clocks[j]) < end + 30 * SECOND, "%s: clock %d, not for ever", name,
                           (int)clocks[j]);
                        is_int(waits[i].wait(clocks[j], &past), ETIMEDOUT, "%s: clock %d, long ago",
                               name, (int)clocks[j]);
                        is_int(waits[i].wait(clocks[j], &before), ETIMEDOUT,
                               "%s: clock %d, before 1970", name, (int)clocks[j]);
                        /* glibc's join waits for ever then. */
                        if (waits[i].wait == join)
                                continue;
                        is_int(waits[i].wait(clocks[j], &negative), EINVAL,
                               "%s: clock %d, negative part", name, (int)clocks[j]);
                        is_int(waits[i].wait(clocks[j], &large), EINVAL, "%s: clock %d, large part",
                               name, (int)clocks[j]);
                }
                for (size_t j = 0; j < sizeof others / sizeof *others; j++) {
                        struct timespec past = {0, 0};

                        is_int(waits[i].wait(others[j], &past), EINVAL, "%s: clock %d is refused",
                               name, (int)others[j]);
                }
        }
        return unused;
}

static void test_free(void)
{
        struct timespec past = {0, 0}, far = {(time_t)1 << 30, 0};
        sem_t one;

        require(!sem_init(&one, 0, 2));
        for (size_t j = 0; j < sizeof clocks / sizeof *clocks; j++) {
                clockid_t clock = clocks[j];

                is_int(pthread_mutex_clocklock(&mutex, clock, &past), 0,
                       "pthread_mutex_clocklock: free");
                require(!pthread_mutex_unlock(&mutex));
                is_int(pthread_mutex_clocklock(&mutex, clock, &far), 0,
                       "pthread_mutex_clocklock: free, far");
                require(!pthread_mutex_unlock(&mutex));
                is_int(pthread_rwlock_clockrdlock(&lock, clock, &past), 0,
                       "pthread_rwlock_clockrdlock: free");
                require(!pthread_rwlock_unlock(&lock));
                is_int(pthread_rwlock_clockwrlock(&lock, clock, &past), 0,
                       "pthread_rwlock_clockwrlock: free");
                require(!pthread_rwlock_unlock(&lock));
                is_int(sem_clockwait(&one, clock, &past), 0, "sem_clockwait: one is there");
        }
        require(!sem_destroy(&one));
}

static void *wake_up(void *which)
{
        usleep(30000);
        require(!pthread_mutex_lock(&mutex));
        require(!pthread_cond_broadcast(which));
        require(!pthread_mutex_unlock(&mutex));
        return which;
}

/* Somebody comes in time. */
static void test_woken(pthread_cond_t *which, clockid_t clock)
{
        long long end = now(clock) + 60 * SECOND;
        struct timespec at = {end / SECOND, end % SECOND};
        pthread_t thread;
        void *result = NULL;
        int error;

        require(!pthread_mutex_lock(&mutex));
        require(!pthread_create(&thread, NULL, wake_up, which));
        error = pthread_cond_clockwait(which, &mutex, clock, &at);
        require(!pthread_mutex_unlock(&mutex));
        is_int(error, 0, "pthread_cond_clockwait: clock %d, woken", (int)clock);
        is_int(pthread_clockjoin_np(thread, &result, clock, &at), 0,
               "pthread_clockjoin_np: clock %d, ends", (int)clock);
        ok(result == which, "pthread_clockjoin_np: its result");
        require(!pthread_create(&thread, NULL, wake_up, which));
        is_int(pthread_clockjoin_np(thread, NULL, clock, NULL), 0,
               "pthread_clockjoin_np: no limit");
}

static void *sleep_on(void *unused)
{
        for (;;)
                pause();
        return unused;
}

int main(void)
{
        pthread_condattr_t attributes;
        struct timespec far = {(time_t)1 << 30, 0};
        pthread_t thread;

        require(!pthread_condattr_init(&attributes) &&
                !pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC));
        require(!pthread_cond_init(&monotonic, &attributes) && !sem_init(&none, 0, 0));
        require(!pthread_create(&sleeper, NULL, sleep_on, NULL));
        require(!pthread_mutex_lock(&held) && !pthread_rwlock_wrlock(&locked));
        test_free();
        require(!pthread_create(&thread, NULL, test_waits, NULL) && !pthread_join(thread, NULL));
        for (size_t j = 0; j < sizeof clocks / sizeof *clocks; j++) {
                test_woken(&condition, clocks[j]);
                test_woken(&monotonic, clocks[j]);
        }
        is_int(pthread_clockjoin_np(pthread_self(), NULL, CLOCK_MONOTONIC, &far), EDEADLK,
               "pthread_clockjoin_np: oneself");
        return done_testing();
}

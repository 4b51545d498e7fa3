/* Attributes of threads and locks that musl lacks. */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <unistd.h>
#include "oom.h"
#include "tap.h"

static cpu_set_t seen_processors;
static sigset_t seen_mask;
static volatile int calls;

static void *look(void *argument)
{
        require(!sched_getaffinity(0, sizeof seen_processors, &seen_processors));
        require(!pthread_sigmask(SIG_SETMASK, NULL, &seen_mask));
        calls++;
        return argument;
}

static int run(const pthread_attr_t *attributes)
{
        pthread_t thread;
        void *result = NULL;
        int error = pthread_create(&thread, attributes, look, &seen_mask);

        if (error)
                return error;
        require(!pthread_join(thread, &result) && result == &seen_mask);
        return 0;
}

/* In a thread of its own: musl measures the main thread's stack, which takes qemu-user for ever on
 * 32 bits. */
static void *look_at_self(void *all)
{
        pthread_attr_t attributes;
        cpu_set_t got;

        require(!pthread_getattr_np(pthread_self(), &attributes));
        CPU_ZERO(&got);
        is_int(pthread_attr_getaffinity_np(&attributes, sizeof got, &got), 0,
               "pthread_getattr_np: processors");
        ok(CPU_EQUAL((cpu_set_t *)all, &got), "pthread_getattr_np: the thread's processors");
        require(!pthread_attr_destroy(&attributes));
        return NULL;
}

static void test_affinity(void)
{
        pthread_t thread;
        pthread_attr_t attributes;
        cpu_set_t all, set, got;
        unsigned char small[8], large[256];
        int last = 0;

        require(!pthread_attr_init(&attributes));
        CPU_ZERO(&got);
        is_int(pthread_attr_getaffinity_np(&attributes, sizeof got, &got), 0,
               "pthread_attr_getaffinity_np: none");
        CPU_ZERO(&set);
        CPU_SET(0, &set);
        CPU_SET(5, &set);
        is_int(pthread_attr_setaffinity_np(&attributes, sizeof set, &set), 0,
               "pthread_attr_setaffinity_np: two");
        memset(&got, 0x55, sizeof got);
        is_int(pthread_attr_getaffinity_np(&attributes, sizeof got, &got), 0,
               "pthread_attr_getaffinity_np: two");
        ok(CPU_ISSET(0, &got) && CPU_ISSET(5, &got) && !CPU_ISSET(1, &got),
           "pthread_attr_getaffinity_np: the set");
        memset(small, 0x55, sizeof small);
        is_int(pthread_attr_getaffinity_np(&attributes, sizeof small, (cpu_set_t *)small), 0,
               "pthread_attr_getaffinity_np: fewer bytes");
        CPU_SET(100, &set);
        require(!pthread_attr_setaffinity_np(&attributes, sizeof set, &set));
        is_int(pthread_attr_getaffinity_np(&attributes, sizeof small, (cpu_set_t *)small), EINVAL,
               "pthread_attr_getaffinity_np: too few bytes");
        memset(large, 0, sizeof large);
        is_int(pthread_attr_getaffinity_np(&attributes, sizeof large, (cpu_set_t *)large), 0,
               "pthread_attr_getaffinity_np: more bytes");
        is_int(pthread_attr_setaffinity_np(&attributes, 0, &set), 0,
               "pthread_attr_setaffinity_np: no longer");
        is_int(run(&attributes), 0, "pthread_create: no processors set");

        require(!sched_getaffinity(0, sizeof all, &all));
        ok(CPU_EQUAL(&all, &seen_processors), "pthread_create: on the creator's processors");
        for (int i = 0; i < CPU_SETSIZE; i++)
                if (CPU_ISSET(i, &all))
                        last = i;
        CPU_ZERO(&set);
        CPU_SET(last, &set);
        require(!pthread_attr_setaffinity_np(&attributes, sizeof set, &set));
        is_int(run(&attributes), 0, "pthread_create: on one processor");
        ok(CPU_EQUAL(&set, &seen_processors), "pthread_create: on that alone");
        require(!sched_getaffinity(0, sizeof got, &got));
        ok(CPU_EQUAL(&all, &got), "pthread_create: the creator stays where it is");
        CPU_ZERO(&set);
        CPU_SET(CPU_SETSIZE - 1, &set);
        require(!pthread_attr_setaffinity_np(&attributes, sizeof set, &set));
        calls = 0;
        is_int(run(&attributes), EINVAL, "pthread_create: on a processor that is not there");
        require(!pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED));
        is_int(run(&attributes), EINVAL,
               "pthread_create: detached, on a processor that is not there");
        is_int(calls, 0, "pthread_create: calls nothing then");
        is_int(pthread_attr_destroy(&attributes), 0, "pthread_attr_destroy: frees");

        require(!pthread_create(&thread, NULL, look_at_self, &all) && !pthread_join(thread, NULL));
}

static void test_sigmask(void)
{
        pthread_attr_t attributes;
        sigset_t mask, got, before;

        require(!pthread_attr_init(&attributes) && !sigemptyset(&mask) &&
                !sigaddset(&mask, SIGUSR1));
        is_int(pthread_attr_getsigmask_np(&attributes, &got), PTHREAD_ATTR_NO_SIGMASK_NP,
               "pthread_attr_getsigmask_np: none");
        is_int(pthread_attr_setsigmask_np(&attributes, &mask), 0,
               "pthread_attr_setsigmask_np: sets");
        sigfillset(&got);
        is_int(pthread_attr_getsigmask_np(&attributes, &got), 0,
               "pthread_attr_getsigmask_np: is set");
        ok(sigismember(&got, SIGUSR1) == 1 && !sigismember(&got, SIGINT),
           "pthread_attr_getsigmask_np: the mask");
        sigemptyset(&mask);
        sigaddset(&mask, SIGUSR2);
        require(!pthread_sigmask(SIG_BLOCK, &mask, &before));
        is_int(run(&attributes), 0, "pthread_create: with a mask");
        ok(sigismember(&seen_mask, SIGUSR1) == 1 && !sigismember(&seen_mask, SIGUSR2),
           "pthread_create: the mask");
        require(!pthread_sigmask(SIG_SETMASK, NULL, &got));
        ok(sigismember(&got, SIGUSR2) == 1 && !sigismember(&got, SIGUSR1),
           "pthread_create: the creator keeps its own");
        is_int(pthread_attr_setsigmask_np(&attributes, NULL), 0,
               "pthread_attr_setsigmask_np: no longer");
        is_int(pthread_attr_getsigmask_np(&attributes, &got), PTHREAD_ATTR_NO_SIGMASK_NP,
               "pthread_attr_getsigmask_np: none any longer");
        is_int(run(&attributes), 0, "pthread_create: without a mask");
        ok(sigismember(&seen_mask, SIGUSR2) == 1 && !sigismember(&seen_mask, SIGUSR1),
           "pthread_create: the creator's");
        require(!pthread_sigmask(SIG_SETMASK, &before, NULL));
        require(!pthread_attr_destroy(&attributes));
}

static void test_kinds(void)
{
        pthread_rwlockattr_t attributes;
        pthread_rwlock_t lock;
        int kind = -1;

        require(!pthread_rwlockattr_init(&attributes));
        is_int(pthread_rwlockattr_getkind_np(&attributes, &kind), 0,
               "pthread_rwlockattr_getkind_np: at first");
        is_int(kind, PTHREAD_RWLOCK_DEFAULT_NP, "pthread_rwlockattr_getkind_np: readers first");
        is_int(pthread_rwlockattr_setkind_np(&attributes, PTHREAD_RWLOCK_PREFER_WRITER_NP), 0,
               "pthread_rwlockattr_setkind_np: a writer, as glibc means it");
        is_int(pthread_rwlockattr_getkind_np(&attributes, &kind), 0,
               "pthread_rwlockattr_getkind_np: works");
        is_int(kind, PTHREAD_RWLOCK_PREFER_WRITER_NP,
               "pthread_rwlockattr_getkind_np: what was set");
        is_int(pthread_rwlockattr_setkind_np(&attributes, 3), EINVAL,
               "pthread_rwlockattr_setkind_np: EINVAL");
        is_int(pthread_rwlockattr_setkind_np(&attributes, -1), EINVAL,
               "pthread_rwlockattr_setkind_np: EINVAL, -1");
        require(!pthread_rwlock_init(&lock, &attributes) && !pthread_rwlock_rdlock(&lock));
        is_int(pthread_rwlock_tryrdlock(&lock), 0, "pthread_rwlockattr_setkind_np: two readers");
        require(!pthread_rwlock_unlock(&lock) && !pthread_rwlock_unlock(&lock) &&
                !pthread_rwlock_destroy(&lock));
}

static volatile sig_atomic_t value;
static pthread_t receiver;

static void on_signal(int signal, siginfo_t *info, void *context)
{
        (void)signal;
        (void)context;
        if (pthread_equal(pthread_self(), receiver) && info->si_code == SI_QUEUE &&
            info->si_pid == getpid())
                value = info->si_value.sival_int;
}

static void *receive(void *unused)
{
        for (int i = 0; i < 5000 && !value; i++)
                usleep(1000);
        return unused;
}

static void test_sigqueue(void)
{
        struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO};
        union sigval what = {.sival_int = 4711};

        require(!sigaction(SIGUSR1, &action, NULL) &&
                !pthread_create(&receiver, NULL, receive, NULL));
        is_int(pthread_sigqueue(receiver, SIGUSR1, what), 0, "pthread_sigqueue: to a thread");
        require(!pthread_join(receiver, NULL));
        is_int(value, 4711, "pthread_sigqueue: its value, in that thread");
        is_int(pthread_sigqueue(pthread_self(), 0, what), 0, "pthread_sigqueue: no signal");
        is_int(pthread_sigqueue(pthread_self(), 99, what), EINVAL, "pthread_sigqueue: EINVAL");
        is_int(pthread_sigqueue(pthread_self(), 33, what), EINVAL,
               "pthread_sigqueue: libc's own signals");
}

/* No memory: nothing is lost, nothing half set. */
static void test_memory(void)
{
        cpu_set_t set;
        sigset_t mask;

        CPU_ZERO(&set);
        CPU_SET(0, &set);
        sigemptyset(&mask);
        for (long n = 0; oom_try(n); n++) {
                pthread_attr_t attributes;
                int first, second;

                pthread_attr_init(&attributes);
                first = pthread_attr_setaffinity_np(&attributes, sizeof set, &set);
                second = pthread_attr_setsigmask_np(&attributes, &mask);
                if (oom_end())
                        ok(first == ENOMEM || second == ENOMEM,
                           "pthread_attr_setaffinity_np: ENOMEM, %ld", n);
                else
                        ok(!first && !second, "pthread_attr_setaffinity_np: memory again");
                pthread_attr_destroy(&attributes);
        }
}

int main(void)
{
        test_affinity();
        test_sigmask();
        test_kinds();
        test_sigqueue();
        test_memory();
        return done_testing();
}

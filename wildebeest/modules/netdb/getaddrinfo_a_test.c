/* getaddrinfo_a with addresses as text and names of /etc/hosts: no server is asked. */
#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <time.h>
#include "oom.h"
#include "tap.h"

static const struct addrinfo numeric = {.ai_flags = AI_NUMERICHOST, .ai_socktype = SOCK_STREAM};
static int told;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static void fill(struct gaicb *block, const char *name)
{
        *block = (struct gaicb){.ar_name = name, .ar_service = "80", .ar_request = &numeric};
}

static void test_wait(void)
{
        struct gaicb blocks[40];
        struct gaicb bad;
        struct gaicb *list[42];
        unsigned good = 0;

        for (size_t i = 0; i < 40; i++) {
                fill(&blocks[i], i % 2 ? "192.0.2.1" : "2001:db8::1");
                list[i] = &blocks[i];
        }
        fill(&bad, "no.number");
        list[40] = NULL;
        list[41] = &bad;
        is_int(getaddrinfo_a(GAI_WAIT, list, 42, NULL), 0, "getaddrinfo_a: GAI_WAIT");
        for (size_t i = 0; i < 40; i++) {
                good += !gai_error(&blocks[i]) && blocks[i].ar_result &&
                        blocks[i].ar_result->ai_family == (i % 2 ? AF_INET : AF_INET6);
                if (blocks[i].ar_result)
                        freeaddrinfo(blocks[i].ar_result);
        }
        is_int(good, 40, "getaddrinfo_a: forty lookups");
        is_int(gai_error(&bad), EAI_NONAME, "gai_error of the one that failed");
        is_int(gai_cancel(&bad), EAI_ALLDONE, "gai_cancel: too late");
        is_int(gai_suspend((const struct gaicb *const *)list, 42, NULL), EAI_ALLDONE,
               "gai_suspend: nothing to wait for");
        is_int(getaddrinfo_a(GAI_WAIT, list, 0, NULL), 0, "getaddrinfo_a: an empty list");
        is_int(getaddrinfo_a(7, list, 1, NULL), EAI_SYSTEM, "getaddrinfo_a: another mode");
        is_int(errno, EINVAL, "getaddrinfo_a: EINVAL");
}

static void test_suspend(void)
{
        struct timespec second = {20, 0};
        struct gaicb block;
        struct gaicb *list[] = {&block};
        int result;

        fill(&block, "192.0.2.7");
        is_int(getaddrinfo_a(GAI_NOWAIT, list, 1, NULL), 0, "getaddrinfo_a: GAI_NOWAIT");
        result = gai_suspend((const struct gaicb *const *)list, 1, &second);
        ok(result == 0 || result == EAI_ALLDONE, "gai_suspend: until it is done");
        is_int(gai_error(&block), 0, "gai_error of it");
        freeaddrinfo(block.ar_result);
}

static void call_back(union sigval value)
{
        pthread_mutex_lock(&lock);
        told = value.sival_int;
        pthread_cond_signal(&changed);
        pthread_mutex_unlock(&lock);
}

static void test_events(void)
{
        struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_value.sival_int = 42};
        struct timespec limit = {20, 0};
        struct gaicb block;
        struct gaicb *list[] = {&block};
        siginfo_t info;
        sigset_t set;

        fill(&block, "192.0.2.7");
        event.sigev_notify_function = call_back;
        is_int(getaddrinfo_a(GAI_NOWAIT, list, 1, &event), 0, "getaddrinfo_a: SIGEV_THREAD");
        clock_gettime(CLOCK_REALTIME, &limit);
        limit.tv_sec += 20;
        pthread_mutex_lock(&lock);
        while (!told && !pthread_cond_timedwait(&changed, &lock, &limit))
                continue;
        pthread_mutex_unlock(&lock);
        is_int(told, 42, "getaddrinfo_a: the function is called with its value");
        freeaddrinfo(block.ar_result);

        sigemptyset(&set);
        sigaddset(&set, SIGUSR1);
        fill(&block, "192.0.2.7");
        event = (struct sigevent){.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1};
        event.sigev_value.sival_int = 43;
        is_int(getaddrinfo_a(GAI_NOWAIT, list, 1, &event), 0, "getaddrinfo_a: SIGEV_SIGNAL");
        limit = (struct timespec){20, 0};
        is_int(sigtimedwait(&set, &info, &limit), SIGUSR1, "getaddrinfo_a: the signal comes");
        is_int(info.si_code, -60, "getaddrinfo_a: as SI_ASYNCNL");
        is_int(info.si_value.sival_int, 43, "getaddrinfo_a: with its value");
        freeaddrinfo(block.ar_result);
}

/*
 * Of many lookups some wait for a thread; each is canceled, or done. glibc leaves gai_error of one
 * that is canceled at EAI_INPROGRESS, where its manual says EAI_CANCELED.
 */
static void test_cancel(void)
{
        static struct gaicb blocks[400];
        static struct gaicb *list[400];
        const struct gaicb *one;
        unsigned settled = 0;

        for (size_t i = 0; i < 400; i++) {
                fill(&blocks[i], "192.0.2.7");
                list[i] = &blocks[i];
        }
        require(!getaddrinfo_a(GAI_NOWAIT, list, 400, NULL));
        for (size_t i = 0; i < 400; i++) {
                int result = gai_cancel(&blocks[i]);

                one = &blocks[i];
                if (result == EAI_CANCELED) {
#ifdef __GLIBC__
                        settled++;
#else
                        settled += gai_error(&blocks[i]) == EAI_CANCELED;
#endif
                        continue;
                }
                while (gai_error(&blocks[i]) == EAI_INPROGRESS)
                        gai_suspend(&one, 1, NULL);
                settled += gai_error(&blocks[i]) == 0 &&
                           (result == EAI_ALLDONE || result == EAI_NOTCANCELED);
                freeaddrinfo(blocks[i].ar_result);
        }
        is_int(settled, 400, "gai_cancel: each is done or canceled");
        one = &blocks[399];
        is_int(gai_suspend(&one, 1, NULL), EAI_ALLDONE,
               "gai_suspend: not for one that is not under way");
        is_int(gai_cancel(NULL), EAI_ALLDONE, "gai_cancel: nothing is left");
}

static void test_out_of_memory(void)
{
        struct gaicb blocks[2];
        struct gaicb *list[] = {&blocks[0], &blocks[1]};

        for (long n = 0; n < 3 && oom_try(n); n++) {
                int result;

                fill(&blocks[0], "192.0.2.7");
                fill(&blocks[1], "192.0.2.8");
                result = getaddrinfo_a(GAI_WAIT, list, 2, NULL);
                oom_end();
                is_int(result, EAI_MEMORY, "getaddrinfo_a: allocation %ld fails", n);
        }
}

int main(void)
{
        sigset_t set;

        /* Before there are threads: one of libc's that has it unblocked would take the signal, and
         * end the process. */
        sigemptyset(&set);
        sigaddset(&set, SIGUSR1);
        require(!pthread_sigmask(SIG_BLOCK, &set, NULL));
        test_wait();
        test_suspend();
        test_events();
        test_cancel();
        test_out_of_memory();
        return done_testing();
}

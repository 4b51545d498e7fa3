/*
 * glibc: getaddrinfo_a asks for many names at once, in threads.
 * musl:  lacks it and its relatives.
 * here:  the same over libc's getaddrinfo, at most WORKERS threads, which end when there is nothing
 *        left to do.
 * see:   getaddrinfo_a(3).
 */
#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { WORKERS = 16 };

/* What one call asked for: how many are not done, and whom to tell when none is left. */
struct group {
        size_t left;
        bool waited; /* the caller waits, and owns this */
        struct sigevent event;
};

struct request {
        struct request *next;
        struct gaicb *block;
        struct group *group;
};

/* A thread in gai_suspend, or in getaddrinfo_a with GAI_WAIT. */
struct waiter {
        struct waiter *next;
        sem_t woken;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct request *queue;
static struct request **queue_end = &queue;
static struct waiter *waiters;
static unsigned workers;
static unsigned running; /* lookups that a worker has begun */

static void *call_back(void *data)
{
        struct group *group = data;
        struct sigevent event = group->event;

        free(group);
        event.sigev_notify_function(event.sigev_value);
        return NULL;
}

/* Starts a thread that no signal reaches. 0, or what pthread_create(3) said. */
static int start(const pthread_attr_t *given, void *run(void *), void *data)
{
        pthread_attr_t attributes;
        pthread_t thread;
        sigset_t all;
        sigset_t old;
        int error;

        error = pthread_attr_init(&attributes);
        if (error)
                return error;
        pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &old);
        error = pthread_create(&thread, given ? given : &attributes, run, data);
        pthread_sigmask(SIG_SETMASK, &old, NULL);
        pthread_attr_destroy(&attributes);
        return error;
}

/* Tells who asked that all is done. */
static void tell(struct group *group)
{
        siginfo_t info;

        switch (group->event.sigev_notify) {
        case SIGEV_SIGNAL:
                memset(&info, 0, sizeof info);
                info.si_signo = group->event.sigev_signo;
                info.si_code = SI_ASYNCNL;
                info.si_pid = getpid();
                info.si_uid = getuid();
                info.si_value = group->event.sigev_value;
                /* A queue of signals that is full can be told to nobody. */
                syscall(SYS_rt_sigqueueinfo, getpid(), group->event.sigev_signo, &info);
                break;
        case SIGEV_THREAD:
                if (!start(group->event.sigev_notify_attributes, call_back, group))
                        return;
                /* Rather here than not at all. */
                call_back(group);
                return;
        default:
                break;
        }
        free(group);
}

/* Notes a result. With the lock; the group to tell about, or NULL. */
static struct group *finish(struct request *request, int result)
{
        struct group *group = request->group;

        __atomic_store_n(&request->block->__return, result, __ATOMIC_RELEASE);
        for (struct waiter *waiter = waiters; waiter; waiter = waiter->next)
                sem_post(&waiter->woken);
        free(request);
        return --group->left == 0 && !group->waited ? group : NULL;
}

static void *work(void *unused)
{
        pthread_mutex_lock(&lock);
        while (queue) {
                struct request *request = queue;
                struct gaicb *block = request->block;
                struct group *done;
                int result;

                queue = request->next;
                if (!queue)
                        queue_end = &queue;
                running++;
                pthread_mutex_unlock(&lock);
                result = getaddrinfo(block->ar_name, block->ar_service, block->ar_request,
                                     &block->ar_result);
                pthread_mutex_lock(&lock);
                running--;
                done = finish(request, result);
                if (done) {
                        pthread_mutex_unlock(&lock);
                        tell(done);
                        pthread_mutex_lock(&lock);
                }
        }
        workers--;
        pthread_mutex_unlock(&lock);
        return unused;
}

/* Waits until a request ends. With the lock. 0, EINTR or ETIMEDOUT; `deadline` may be NULL. */
static int wait_for_one(struct waiter *waiter, const struct timespec *deadline)
{
        int error;

        pthread_mutex_unlock(&lock);
        error = (deadline ? sem_timedwait(&waiter->woken, deadline) : sem_wait(&waiter->woken))
                    ? errno
                    : 0;
        pthread_mutex_lock(&lock);
        return error;
}

static void add_waiter(struct waiter *waiter)
{
        sem_init(&waiter->woken, 0, 0);
        waiter->next = waiters;
        waiters = waiter;
}

static void remove_waiter(struct waiter *waiter)
{
        struct waiter **at = &waiters;

        while (*at != waiter)
                at = &(*at)->next;
        *at = waiter->next;
        sem_destroy(&waiter->woken);
}

/* Makes the requests of a list. 0, or EAI_MEMORY with nothing left behind. */
static int make_requests(struct gaicb *list[], size_t count, struct group *group,
                         struct request **first)
{
        struct request **end = first;

        *first = NULL;
        for (size_t i = 0; i < count; i++) {
                if (!list[i])
                        continue;
                *end = malloc(sizeof **end);
                if (!*end) {
                        while (*first) {
                                struct request *next = (*first)->next;

                                free(*first);
                                *first = next;
                        }
                        return EAI_MEMORY;
                }
                **end = (struct request){.block = list[i], .group = group};
                end = &(*end)->next;
                group->left++;
        }
        return 0;
}

/* Takes the requests of a group off the queue. With the lock. */
static void drop(const struct group *group)
{
        struct request **at = &queue;

        while (*at) {
                struct request *request = *at;

                if (request->group != group) {
                        at = &request->next;
                        continue;
                }
                *at = request->next;
                request->block->__return = EAI_AGAIN;
                free(request);
        }
        queue_end = at;
}

/**
 * Looks up the names of a list; with GAI_NOWAIT it returns at once, and `event`, which may be NULL,
 * says how to tell that all is done. gai_error says what became of each. 0, EAI_AGAIN when no
 * thread can be had, EAI_MEMORY, EAI_SYSTEM with errno EINVAL for another mode.
 */
int getaddrinfo_a(int mode, struct gaicb *list[], int count, struct sigevent *event)
{
        struct request *first;
        struct group *group;
        struct waiter waiter;
        int error;

        if ((mode != GAI_WAIT && mode != GAI_NOWAIT) || count < 0) {
                errno = EINVAL;
                return EAI_SYSTEM;
        }
        group = calloc(1, sizeof *group);
        if (!group)
                return EAI_MEMORY;
        group->waited = mode == GAI_WAIT;
        group->event.sigev_notify = SIGEV_NONE;
        if (event)
                group->event = *event;
        error = make_requests(list, (size_t)count, group, &first);
        if (error || !first) {
                if (error || mode == GAI_WAIT)
                        free(group);
                else
                        tell(group);
                return error;
        }
        pthread_mutex_lock(&lock);
        *queue_end = first;
        for (struct request *request = first; request; request = request->next) {
                request->block->ar_result = NULL;
                request->block->__return = EAI_INPROGRESS;
                queue_end = &request->next;
        }
        for (size_t i = 0; i < group->left && workers < WORKERS && !error; i++) {
                error = start(NULL, work, NULL);
                workers += !error;
        }
        if (workers == 0) {
                drop(group);
                pthread_mutex_unlock(&lock);
                free(group);
                return EAI_AGAIN;
        }
        if (mode == GAI_WAIT) {
                add_waiter(&waiter);
                while (group->left > 0)
                        wait_for_one(&waiter, NULL);
                remove_waiter(&waiter);
                free(group);
        }
        pthread_mutex_unlock(&lock);
        return 0;
}

/** The result of a lookup as of getaddrinfo; EAI_INPROGRESS, or EAI_CANCELED after gai_cancel. */
int gai_error(struct gaicb *block)
{
        return __atomic_load_n(&block->__return, __ATOMIC_ACQUIRE);
}

/* How many of a list are not done. With the lock. */
static size_t left_of(const struct gaicb *const list[], int count)
{
        size_t left = 0;

        for (int i = 0; i < count; i++)
                left += list[i] && list[i]->__return == EAI_INPROGRESS;
        return left;
}

/**
 * Waits until one of a list is done, no longer than `timeout`, which may be NULL. 0, EAI_ALLDONE
 * when all were before, EAI_AGAIN when the time is over, EAI_INTR after a signal.
 */
int gai_suspend(const struct gaicb *const list[], int count, const struct timespec *timeout)
{
        struct waiter waiter;
        struct timespec deadline;
        size_t before = 0;
        int result = EAI_INPROGRESS;

        if (timeout) {
                clock_gettime(CLOCK_REALTIME, &deadline);
                deadline.tv_sec += timeout->tv_sec;
                deadline.tv_nsec += timeout->tv_nsec;
                if (deadline.tv_nsec >= 1000000000) {
                        deadline.tv_nsec -= 1000000000;
                        deadline.tv_sec++;
                }
        }
        pthread_mutex_lock(&lock);
        before = left_of(list, count);
        if (before == 0) {
                pthread_mutex_unlock(&lock);
                return EAI_ALLDONE;
        }
        add_waiter(&waiter);
        while (result == EAI_INPROGRESS) {
                int error = wait_for_one(&waiter, timeout ? &deadline : NULL);

                if (left_of(list, count) < before)
                        result = 0;
                else if (error)
                        result = error == ETIMEDOUT ? EAI_AGAIN : EAI_INTR;
        }
        remove_waiter(&waiter);
        pthread_mutex_unlock(&lock);
        return result;
}

/**
 * Cancels a lookup that no thread has begun with; NULL for all. EAI_CANCELED; EAI_NOTCANCELED: it
 * is under way; EAI_ALLDONE: it was done, or nothing was to do.
 */
int gai_cancel(struct gaicb *block)
{
        struct request *canceled = NULL;
        struct request **at = &queue;
        int result = EAI_ALLDONE;

        pthread_mutex_lock(&lock);
        if (block ? block->__return == EAI_INPROGRESS : running > 0)
                result = EAI_NOTCANCELED;
        while (*at) {
                struct request *request = *at;

                if (block && request->block != block) {
                        at = &request->next;
                        continue;
                }
                *at = request->next;
                request->next = canceled;
                canceled = request;
                result = EAI_CANCELED;
        }
        queue_end = at;
        while (canceled) {
                struct request *request = canceled;
                struct group *done;

                canceled = request->next;
                done = finish(request, EAI_CANCELED);
                if (done) {
                        pthread_mutex_unlock(&lock);
                        tell(done);
                        pthread_mutex_lock(&lock);
                }
        }
        pthread_mutex_unlock(&lock);
        return result;
}

/*
 * glibc: lckpwdf locks /etc/.pwd.lock, which all programs that change the databases honour.
 * musl:  both functions do nothing, and say that it worked.
 * here:  as glibc, but without its alarm(2): the lock is tried for again and again.
 * see:   lckpwdf(3).
 */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <shadow.h>
#include <time.h>
#include <unistd.h>

#define LOCK_FILE "/etc/.pwd.lock"

enum { SECONDS = 15, NAP = 10 * 1000 * 1000 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int locked = -1;

int __lwb_lckpwdf(void);
int __lwb_ulckpwdf(void);

/* Whether `deadline` is over. */
static int is_over(const struct timespec *deadline)
{
        struct timespec now;

        clock_gettime(CLOCK_MONOTONIC, &now);
        return now.tv_sec > deadline->tv_sec ||
               (now.tv_sec == deadline->tv_sec && now.tv_nsec >= deadline->tv_nsec);
}

/* Locks a file, waiting while another process has the lock. 0 or an errno; EINTR: not in time. */
static int lock_whole(int fd)
{
        static const struct timespec nap = {0, NAP};
        struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
        struct timespec deadline;

        clock_gettime(CLOCK_MONOTONIC, &deadline);
        deadline.tv_sec += SECONDS;
        while (fcntl(fd, F_SETLK, &whole)) {
                if (errno != EAGAIN && errno != EACCES)
                        return errno;
                if (is_over(&deadline))
                        return EINTR;
                nanosleep(&nap, NULL);
        }
        return 0;
}

/**
 * Locks the databases of users and groups against other programs that do so, for which it waits up
 * to 15 seconds. 0; -1 when this process has the lock (errno as it was), or with errno: EINTR when
 * the time was over, or the error of open(2) or fcntl(2).
 */
int __lwb_lckpwdf(void)
{
        int saved = errno;
        int error = 0;
        int result = -1;

        pthread_mutex_lock(&mutex);
        if (locked == -1) {
                int fd = open(LOCK_FILE, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

                error = fd == -1 ? errno : lock_whole(fd);
                if (!error) {
                        locked = fd;
                        result = 0;
                } else if (fd != -1) {
                        close(fd);
                }
        }
        pthread_mutex_unlock(&mutex);
        errno = error ? error : saved;
        return result;
}

/** Gives the lock back. 0; -1 when this process does not have it. */
int __lwb_ulckpwdf(void)
{
        int result = -1;

        pthread_mutex_lock(&mutex);
        if (locked != -1) {
                result = close(locked);
                locked = -1;
        }
        pthread_mutex_unlock(&mutex);
        return result;
}

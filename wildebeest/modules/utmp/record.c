#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "record.h"

bool __lwb_utmp_lock(int descriptor, short type)
{
        static const struct timespec pause = {.tv_nsec = 10000000};
        struct flock lock = {.l_type = type, .l_whence = SEEK_SET};

        for (int tries = 0; tries < 1000; tries++) {
                if (fcntl(descriptor, F_SETLK, &lock) == 0)
                        return true;
                if (errno != EACCES && errno != EAGAIN)
                        return false;
                nanosleep(&pause, NULL);
        }
        errno = EAGAIN;
        return false;
}

void __lwb_utmp_unlock(int descriptor)
{
        struct flock lock = {.l_type = F_UNLCK, .l_whence = SEEK_SET};

        fcntl(descriptor, F_SETLK, &lock);
}

bool __lwb_utmp_append(int descriptor, const struct utmp *entry)
{
        off_t end = lseek(descriptor, 0, SEEK_END);
        ssize_t written;

        if (end < 0)
                return false;
        end -= end % (off_t)sizeof *entry;
        written = pwrite(descriptor, entry, sizeof *entry, end);
        if (written == (ssize_t)sizeof *entry)
                return true;
        /* The error of the write is the one to tell. */
        if (written >= 0)
                errno = ENOSPC;
        int error = errno;
        (void)!ftruncate(descriptor, end);
        errno = error;
        return false;
}

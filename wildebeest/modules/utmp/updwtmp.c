/*
 * glibc: updwtmp appends a record to a file of logins.
 * musl:  it does nothing.
 * here:  as glibc.
 * see:   updwtmp(3).
 */
#include <fcntl.h>
#include <unistd.h>

#include "record.h"

void __lwb_updwtmp(const char *name, const struct utmp *entry);

/** Appends *entry to the file `name`, which is not made; errors are not told. Also updwtmpx. */
void __lwb_updwtmp(const char *name, const struct utmp *entry)
{
        int file = open(name, O_WRONLY | O_CLOEXEC);

        if (file < 0)
                return;
        if (__lwb_utmp_lock(file, F_WRLCK)) {
                __lwb_utmp_append(file, entry);
                __lwb_utmp_unlock(file);
        }
        close(file);
}

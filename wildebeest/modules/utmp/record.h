/* Records of files of logins, and their locks. */
#ifndef LWB_UTMP_RECORD_H
#define LWB_UTMP_RECORD_H

#include <stdbool.h>
#include <sys/types.h>
#include <utmp.h>
#include <utmpx.h>

/*
 * Takes a lock of the whole file, F_RDLCK or F_WRLCK, as others of these files do; waits 10 s for
 * it at most. False with errno where it can't be had.
 */
bool __lwb_utmp_lock(int descriptor, short type);
void __lwb_utmp_unlock(int descriptor);
/* Appends a record behind the last whole one; a part of it does not stay. */
bool __lwb_utmp_append(int descriptor, const struct utmp *entry);

#endif

/*
 * <paths.h> with the files of logins where glibc's programs have them; musl's names can't exist, as it keeps none.
 */
#ifndef LWB_UTMP_PATHS_H
#define LWB_UTMP_PATHS_H
#pragma GCC system_header
/* glibc's <paths.h> includes nothing that says whose it is. */
#include <features.h>
#include_next <paths.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef _PATH_UTMP
#undef _PATH_WTMP
#define _PATH_UTMP "/var/run/utmp"
#define _PATH_WTMP "/var/log/wtmp"

#endif

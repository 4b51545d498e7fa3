/*
 * <paths.h> with the paths of BSD that musl's lacks.
 */
#ifndef LWB_MACROS_PATHS_H
#define LWB_MACROS_PATHS_H
#pragma GCC system_header
/* glibc's <paths.h> includes nothing that says whose it is. */
#include <features.h>
#include_next <paths.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef _PATH_CSHELL
#define _PATH_CSHELL "/bin/csh"
#endif
#ifndef _PATH_DEVDB
#define _PATH_DEVDB "/var/run/dev.db"
#endif
#ifndef _PATH_DRUM
#define _PATH_DRUM "/dev/drum"
#endif
#ifndef _PATH_GSHADOW
#define _PATH_GSHADOW "/etc/gshadow"
#endif
#ifndef _PATH_KMEM
#define _PATH_KMEM "/dev/kmem"
#endif
#ifndef _PATH_MEM
#define _PATH_MEM "/dev/mem"
#endif
#ifndef _PATH_PRESERVE
#define _PATH_PRESERVE "/var/lib"
#endif
#ifndef _PATH_RWHODIR
#define _PATH_RWHODIR "/var/spool/rwho"
#endif
#ifndef _PATH_UNIX
#define _PATH_UNIX "/boot/vmlinux"
#endif

#endif

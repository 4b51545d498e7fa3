/*
 * <libgen.h> beside the GNU basename of <string.h>: as in glibc, including
 * this header makes `basename` the POSIX function, under the name that both
 * libraries give it, __xpg_basename.
 */
#ifndef LWB_BASENAME_LIBGEN_H
#define LWB_BASENAME_LIBGEN_H
#pragma GCC system_header

/* musl declares basename itself; under another name it does not clash with <string.h>'s. */
#undef basename
#define basename __xpg_basename
#include_next <libgen.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#endif

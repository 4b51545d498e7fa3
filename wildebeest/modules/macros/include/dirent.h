/*
 * <dirent.h> with the BSD name of NAME_MAX, and the length of an entry's name and
 * of the room for it.
 */
#ifndef LWB_MACROS_DIRENT_H
#define LWB_MACROS_DIRENT_H
#pragma GCC system_header
#include_next <dirent.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef _D_EXACT_NAMLEN
#define _D_EXACT_NAMLEN(entry) (__builtin_strlen((entry)->d_name))
#endif
#ifndef _D_ALLOC_NAMLEN
#define _D_ALLOC_NAMLEN(entry) ((const char *)(entry) + (entry)->d_reclen - &(entry)->d_name[0])
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
/* Spelled as in <sys/param.h>. */
#ifndef MAXNAMLEN
#define MAXNAMLEN 255
#endif
#endif

#endif

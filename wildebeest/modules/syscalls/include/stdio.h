/*
 * <stdio.h> with renameat2 (Linux 3.15) and its flags RENAME_NOREPLACE, RENAME_EXCHANGE and
 * RENAME_WHITEOUT, which musl has from 1.2.6 on.
 */
#ifndef LWB_SYSCALLS_STDIO_H
#define LWB_SYSCALLS_STDIO_H
#pragma GCC system_header
#include_next <stdio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
/* Spelled as in <linux/fs.h>, which may be included too. */
#ifndef RENAME_NOREPLACE
#define RENAME_NOREPLACE (1 << 0)
#endif
#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE (1 << 1)
#endif
#ifndef RENAME_WHITEOUT
#define RENAME_WHITEOUT (1 << 2)
#endif
#ifdef __cplusplus
extern "C"
#endif
int renameat2(int, const char *, int, const char *, unsigned int);
#endif

#endif

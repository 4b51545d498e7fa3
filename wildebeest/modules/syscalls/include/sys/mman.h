/*
 * <sys/mman.h> with system calls that musl lacks: process_madvise (Linux 5.10), process_mrelease (5.15),
 * and the memory protection keys of Linux 4.9, pkey_alloc, pkey_free, pkey_mprotect, pkey_get and pkey_set,
 * PKEY_DISABLE_ACCESS, PKEY_DISABLE_WRITE and PKEY_UNRESTRICTED; MADV_* of Linux 5.14 to 6.1 for musl
 * before 1.2.6; and with our mmap, as musl's makes ENOMEM of EPERM.
 */
#ifndef LWB_SYSCALLS_SYS_MMAN_H
#define LWB_SYSCALLS_SYS_MMAN_H
#pragma GCC system_header
/* Before all declarations, for lfs64's mmap64. */
#define __LWB_MMAP "__lwb_mmap"
#include_next <sys/mman.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(mmap) mmap __asm__(__LWB_MMAP);
#ifdef __cplusplus
}
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif
#ifndef MADV_DONTNEED_LOCKED
#define MADV_DONTNEED_LOCKED 24
#endif
#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif
#endif

#ifdef _GNU_SOURCE
#ifndef __DEFINED_ssize_t
#define __NEED_ssize_t
#include <bits/alltypes.h>
#endif
/* Spelled as in <asm-generic/mman-common.h>. */
#ifndef PKEY_UNRESTRICTED
#define PKEY_UNRESTRICTED 0x0
#endif
#ifndef PKEY_DISABLE_ACCESS
#define PKEY_DISABLE_ACCESS 0x1
#endif
#ifndef PKEY_DISABLE_WRITE
#define PKEY_DISABLE_WRITE 0x2
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct iovec;
ssize_t process_madvise(int, const struct iovec *, size_t, int, unsigned int);
int process_mrelease(int, unsigned int);
int pkey_alloc(unsigned int, unsigned int);
int pkey_free(int);
int pkey_get(int);
int pkey_mprotect(void *, size_t, int, int);
int pkey_set(int, unsigned int);

#ifdef __cplusplus
}
#endif
#endif

#endif

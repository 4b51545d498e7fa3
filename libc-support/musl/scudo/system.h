/*
 * What the allocator asks of musl, and nothing else: the contract that CONTRACT.md writes down. C++ sees musl's
 * internal headers, which are C, through this file alone.
 */
#ifndef MALLOC_SCUDO_SYSTEM_H
#define MALLOC_SCUDO_SYSTEM_H

/* Scudo includes some of these again; what musl adds to them for itself is C too. */
extern "C" {
#define restrict __restrict
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
/* C++ has no `char buffer[static 16]`, and converts no `void *` by itself as atomic.h does, which is not needed here.
 */
#define static
#define _ATOMIC_H
#include "futex.h"
#include "libc.h"
#include "pthread_impl.h"
#include "syscall.h"
#undef static
#undef restrict
#undef weak
/* libc.h's short name of __libc would rename this allocator's own words. */
#undef libc
/* Two calls less in each free, which keeps it. */
#undef errno
#define errno (((struct pthread *)__pthread_self())->errno_val)
}

/* libc is compiled as freestanding, where every memcpy is a call: six of them, of eight bytes, in a malloc and its
 * free. */
#define memcpy __builtin_memcpy
#define memset __builtin_memset

/* Every block is aligned for everything, and as in musl's own allocator to 16 bytes, where a long is of 32 bits too. */
#define SCUDO_MIN_ALIGNMENT_LOG 4

namespace scudo {
/* Before the first block: where reports go is asked of file 2 as it is then. */
void noteOutput();
/* For patch 0003: the byte of a block in quarantine at `Offset` is not what it was filled with. */
[[noreturn]] void reportWriteAfterFree(void *Ptr, uintptr_t Offset);
} // namespace scudo

#endif

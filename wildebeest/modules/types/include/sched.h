/* <sched.h> with __cpu_mask, the type of the words of a cpu_set_t, and the macros that count in it. */
#ifndef LWB_TYPES_SCHED_H
#define LWB_TYPES_SCHED_H
#pragma GCC system_header
#include_next <sched.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

typedef unsigned long int __cpu_mask;
/* What a cpu_set_t has room for, as CPU_SETSIZE. */
#define __CPU_SETSIZE 1024
#define __NCPUBITS (8 * sizeof(__cpu_mask))
#define __CPUELT(cpu) ((cpu) / __NCPUBITS)
#define __CPUMASK(cpu) ((__cpu_mask)1 << ((cpu) % __NCPUBITS))

#endif

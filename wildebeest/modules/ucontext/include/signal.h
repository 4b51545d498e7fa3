/*
 * <signal.h> with the names of what a ucontext_t consists of that musl lacks: `struct _libc_fpstate` on x86, REG_R0 to
 * REG_R15 on ARM, REG_NARGS on RISC-V.
 */
#ifndef LWB_UCONTEXT_SIGNAL_H
#define LWB_UCONTEXT_SIGNAL_H
#pragma GCC system_header
#include_next <signal.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(__x86_64__) || defined(__i386__)
#define _libc_fpstate _fpstate
#endif

#ifdef _GNU_SOURCE
#if defined(__arm__) && !defined(REG_R0)
enum {
        REG_R0,
        REG_R1,
        REG_R2,
        REG_R3,
        REG_R4,
        REG_R5,
        REG_R6,
        REG_R7,
        REG_R8,
        REG_R9,
        REG_R10,
        REG_R11,
        REG_R12,
        REG_R13,
        REG_R14,
        REG_R15
};
#define REG_R0 REG_R0
#define REG_R1 REG_R1
#define REG_R2 REG_R2
#define REG_R3 REG_R3
#define REG_R4 REG_R4
#define REG_R5 REG_R5
#define REG_R6 REG_R6
#define REG_R7 REG_R7
#define REG_R8 REG_R8
#define REG_R9 REG_R9
#define REG_R10 REG_R10
#define REG_R11 REG_R11
#define REG_R12 REG_R12
#define REG_R13 REG_R13
#define REG_R14 REG_R14
#define REG_R15 REG_R15
#endif
#if defined(__riscv) && !defined(REG_NARGS)
#define REG_NARGS 8
#endif
#endif

#endif

/*
 * What the four functions share. Their code is one file a processor: what lies between two C
 * functions has no C. Each gives the instructions as macros, and tells makecontext() where
 * registers and arguments lie.
 *
 * A context holds what its psABI keeps across a call (registers, floating-point control and
 * status), the registers of the first arguments, and the signal mask; the rest is lost in any call.
 */
#ifndef LWB_UCONTEXT_CONTEXT_H
#define LWB_UCONTEXT_CONTEXT_H

#include <stddef.h>
#include <sys/syscall.h>
#include <ucontext.h>

/* The kernel's signal mask, in bytes; sigset_t has room for more. */
#define KERNEL_MASK 8

#define TEXT_OF(value) #value
#define TEXT(value) TEXT_OF(value)
/* The number of rt_sigprocmask(SIG_SETMASK = 2, new, old, KERNEL_MASK). */
#define SIGPROCMASK TEXT(SYS_rt_sigprocmask)

/* Opens a function of assembly in a section of its own. */
#define BEGIN(name)                                                                                \
        ".section .text." #name ",\"ax\",%progbits\n"                                              \
        ".globl " #name "\n"                                                                       \
        ".hidden " #name "\n"                                                                      \
        ".type " #name ",%function\n"                                                              \
        ".balign 16\n"
#define END(name)                                                                                  \
        ".cfi_endproc\n"                                                                           \
        ".size " #name ",.-" #name "\n"                                                            \
        ".text\n"
/*
 * Where makecontext's functions return to. The byte before the label belongs to it, too: an
 * unwinder asks for the address before a return address, and must find there that no one called.
 */
#define BEGIN_START(nothing, no_caller)                                                            \
        BEGIN(__lwb_context_start)                                                                 \
        ".cfi_startproc\n"                                                                         \
        ".cfi_undefined " no_caller "\n" nothing "\n"                                              \
        "__lwb_context_start:\n"

/* Begins at the return address of makecontext's functions; not called by anyone. */
void __lwb_context_start(void);
/* Goes on with `link`, or exits where there is none. */
_Noreturn void __lwb_context_end(ucontext_t *link);
/* Stores -`result` in errno; returns -1. */
int __lwb_context_failed(int result);

#if defined(__x86_64__)
#include "x86_64.h"
#elif defined(__i386__)
#include "i386.h"
#elif defined(__aarch64__)
#include "aarch64.h"
#elif defined(__arm__)
#include "arm.h"
#elif defined(__powerpc64__)
#include "powerpc64.h"
#elif defined(__riscv) && __riscv_xlen == 64
#include "riscv64.h"
#elif defined(__s390x__)
#include "s390x.h"
#elif defined(__loongarch64)
#include "loongarch64.h"
#else
#error "ucontext: no code for this processor"
#endif

#endif

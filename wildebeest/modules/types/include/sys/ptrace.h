/*
 * <sys/ptrace.h> with the tag of ptrace's requests, for casts and variables:
 * glibc's ptrace takes an enum __ptrace_request, musl's an int.
 */
#ifndef LWB_TYPES_SYS_PTRACE_H
#define LWB_TYPES_SYS_PTRACE_H
#pragma GCC system_header
#include_next <sys/ptrace.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

enum __ptrace_request {
        __LWB_PTRACE_TRACEME = PTRACE_TRACEME,
        /* So that the enumeration can hold each request, in C++ as well. */
        __LWB_PTRACE_LAST = 0x7fffffff
};

#endif

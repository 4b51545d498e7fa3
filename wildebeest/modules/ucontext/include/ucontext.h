/*
 * <ucontext.h> whose getcontext() says that it returns twice, so that a compiler knows it with -fno-builtin, too. musl
 * declares the four functions and has none of them.
 */
#ifndef LWB_UCONTEXT_UCONTEXT_H
#define LWB_UCONTEXT_UCONTEXT_H
#pragma GCC system_header
#include_next <ucontext.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(getcontext) getcontext __attribute__((__returns_twice__));
#ifdef __cplusplus
}
#endif

#endif

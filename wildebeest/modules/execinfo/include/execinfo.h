/*
 * <execinfo.h>, which musl lacks: the return addresses of the calls that lead here, and their names.
 */
#ifndef LWB_EXECINFO_EXECINFO_H
#define LWB_EXECINFO_EXECINFO_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

int backtrace(void **, int);
char **backtrace_symbols(void *const *, int);
void backtrace_symbols_fd(void *const *, int, int);

#ifdef __cplusplus
}
#endif

#endif

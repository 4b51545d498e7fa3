/*
 * <fenv.h> with feenableexcept, fedisableexcept and fegetexcept, which musl lacks: floating-point exceptions
 * that raise SIGFPE.
 */
#ifndef LWB_FPU_FENV_H
#define LWB_FPU_FENV_H
#pragma GCC system_header
#include_next <fenv.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifdef __cplusplus
extern "C" {
#endif

int feenableexcept(int);
int fedisableexcept(int);
int fegetexcept(void);

#ifdef __cplusplus
}
#endif
#endif

#endif

/*
 * <stdio.h> whose stdin, stdout and stderr may be assigned to, as with glibc; musl's are constants, as
 * ISO C allows. The functions that use them unnamed follow.
 */
#ifndef LWB_STDSTREAMS_STDIO_H
#define LWB_STDSTREAMS_STDIO_H
#pragma GCC system_header
#include_next <stdio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
FILE **__lwb_stdin(void) __attribute__((__const__));
FILE **__lwb_stdout(void) __attribute__((__const__));
FILE **__lwb_stderr(void) __attribute__((__const__));
#undef stdin
#undef stdout
#undef stderr
#define stdin (*__lwb_stdin())
#define stdout (*__lwb_stdout())
#define stderr (*__lwb_stderr())

__typeof__(putchar) putchar __asm__("__lwb_putchar");
__typeof__(puts) puts __asm__("__lwb_puts");
__typeof__(printf) printf __asm__("__lwb_printf");
__typeof__(vprintf) vprintf __asm__("__lwb_vprintf");
__typeof__(getchar) getchar __asm__("__lwb_getchar");
__typeof__(scanf) scanf __asm__("__lwb_scanf");
__typeof__(vscanf) vscanf __asm__("__lwb_vscanf");
__typeof__(perror) perror __asm__("__lwb_perror");

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) ||            \
    defined(_BSD_SOURCE)
__typeof__(putchar_unlocked) putchar_unlocked __asm__("__lwb_putchar_unlocked");
__typeof__(getchar_unlocked) getchar_unlocked __asm__("__lwb_getchar_unlocked");
#endif
#ifdef __cplusplus
}
#endif

#endif

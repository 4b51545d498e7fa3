/*
 * <stdio.h> with obstack_printf and obstack_vprintf, which musl lacks.
 */
#ifndef LWB_OBSTACK_STDIO_H
#define LWB_OBSTACK_STDIO_H
#pragma GCC system_header
#include_next <stdio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifdef __cplusplus
extern "C" {
#endif

struct obstack;

int obstack_printf(struct obstack *__restrict, const char *__restrict, ...)
    __attribute__((__format__(__printf__, 2, 3)));
int obstack_vprintf(struct obstack *__restrict, const char *__restrict, __isoc_va_list)
    __attribute__((__format__(__printf__, 2, 0)));

#ifdef __cplusplus
}
#endif
#endif

#endif

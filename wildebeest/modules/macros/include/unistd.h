/*
 * <unistd.h> with TEMP_FAILURE_RETRY, which evaluates a call again while a
 * signal interrupts it.
 */
#ifndef LWB_MACROS_UNISTD_H
#define LWB_MACROS_UNISTD_H
#pragma GCC system_header
#include_next <unistd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#ifndef TEMP_FAILURE_RETRY
#define TEMP_FAILURE_RETRY(expression)                                                             \
        (__extension__({                                                                           \
                long lwb_result;                                                                   \
                do                                                                                 \
                        lwb_result = (long)(expression);                                           \
                while (lwb_result == -1L && errno == EINTR);                                       \
                lwb_result;                                                                        \
        }))
#endif
#endif

#endif

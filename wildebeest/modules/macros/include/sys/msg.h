/* <sys/msg.h> with a flag of msgrcv, which musl lacks. */
#ifndef LWB_MACROS_SYS_MSG_H
#define LWB_MACROS_SYS_MSG_H
#pragma GCC system_header
#include_next <sys/msg.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef MSG_COPY
#define MSG_COPY 040000
#endif
#endif

#endif

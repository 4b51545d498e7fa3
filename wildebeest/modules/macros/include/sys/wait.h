/*
 * <sys/wait.h> with what BSD has to make a status and to name the children to
 * wait for.
 */
#ifndef LWB_MACROS_SYS_WAIT_H
#define LWB_MACROS_SYS_WAIT_H
#pragma GCC system_header
#include_next <sys/wait.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifndef WCOREFLAG
#define WCOREFLAG 0x80
#endif
#ifndef W_EXITCODE
#define W_EXITCODE(code, signal) ((code) << 8 | (signal))
#endif
#ifndef W_STOPCODE
#define W_STOPCODE(signal) ((signal) << 8 | 0x7f)
#endif
#ifndef WAIT_ANY
#define WAIT_ANY (-1)
#endif
#ifndef WAIT_MYPGRP
#define WAIT_MYPGRP 0
#endif
#endif

#endif

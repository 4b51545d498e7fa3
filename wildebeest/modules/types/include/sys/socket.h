/*
 * <sys/socket.h> with __SOCKADDR_ARG and __CONST_SOCKADDR_ARG, the types of the
 * address parameters, and the tag __socket_type. They are plain pointers, as
 * glibc's are in C++; musl's prototypes take those.
 */
#ifndef LWB_TYPES_SYS_SOCKET_H
#define LWB_TYPES_SYS_SOCKET_H
#pragma GCC system_header
#include_next <sys/socket.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#define __SOCKADDR_ARG struct sockaddr *__restrict
#define __CONST_SOCKADDR_ARG const struct sockaddr *

enum __socket_type {
        __LWB_SOCK_STREAM = SOCK_STREAM,
        __LWB_SOCK_DGRAM = SOCK_DGRAM,
        __LWB_SOCK_CLOEXEC = SOCK_CLOEXEC,
        __LWB_SOCK_NONBLOCK = SOCK_NONBLOCK
};

#endif

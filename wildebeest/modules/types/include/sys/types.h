/*
 * <sys/types.h> with daddr_t and loff_t, which musl lacks, with intN_t and
 * u_intN_t in every mode as in glibc (musl: with the BSD names alone), with
 * quad_t as the type of int64_t, and with the macros that say what is defined.
 */
#ifndef LWB_TYPES_SYS_TYPES_H
#define LWB_TYPES_SYS_TYPES_H
#pragma GCC system_header

/* musl's are long long, which is another type than int64_t where long has 64 bits. */
#pragma push_macro("quad_t")
#pragma push_macro("u_quad_t")
#undef quad_t
#undef u_quad_t
#define quad_t __lwb_musl_quad_t
#define u_quad_t __lwb_musl_u_quad_t
#include_next <sys/types.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#pragma pop_macro("quad_t")
#pragma pop_macro("u_quad_t")

#include <bits/types.h>

#if !defined(__DEFINED_int8_t) || !defined(__DEFINED_int16_t) || !defined(__DEFINED_int32_t) || \
    !defined(__DEFINED_int64_t) || !defined(__DEFINED_u_int64_t)
#define __NEED_int8_t
#define __NEED_int16_t
#define __NEED_int32_t
#define __NEED_int64_t
#define __NEED_u_int64_t
#include <bits/alltypes.h>
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
typedef __quad_t quad_t;
typedef __u_quad_t u_quad_t;
typedef __daddr_t daddr_t;
/* musl's <fcntl.h> has it as a macro. */
#undef loff_t
typedef __loff_t loff_t;
#define __u_char_defined
#define __daddr_t_defined
#else
typedef __uint8_t u_int8_t;
typedef __uint16_t u_int16_t;
typedef __uint32_t u_int32_t;
#endif

#define __BIT_TYPES_DEFINED__ 1
#define __blkcnt_t_defined
#define __blksize_t_defined
#define __clock_t_defined 1
#define __clockid_t_defined 1
#define __dev_t_defined
#define __fsblkcnt_t_defined
#define __fsfilcnt_t_defined
#define __gid_t_defined
#define __id_t_defined
#define __ino_t_defined
#define __key_t_defined
#define __mode_t_defined
#define __nlink_t_defined
#define __off_t_defined
#define __pid_t_defined
#define __ssize_t_defined
#define __suseconds_t_defined
#define __time_t_defined 1
#define __timer_t_defined 1
#define __uid_t_defined
#define __useconds_t_defined

#endif

/*
 * <bits/types.h>: glibc's reserved names of the system types, __off_t for
 * off_t and so on, and the macros that name plain C types. musl has only the
 * standard names.
 */
#ifndef LWB_TYPES_BITS_TYPES_H
#define LWB_TYPES_BITS_TYPES_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <bits/wordsize.h>

#define __S16_TYPE short int
#define __U16_TYPE unsigned short int
#define __S32_TYPE int
#define __U32_TYPE unsigned int
#define __S64_TYPE __INT64_TYPE__
#define __U64_TYPE __UINT64_TYPE__
#define __SLONGWORD_TYPE long int
#define __ULONGWORD_TYPE unsigned long int
#define __SQUAD_TYPE __INT64_TYPE__
#define __UQUAD_TYPE __UINT64_TYPE__
#define __SWORD_TYPE __PTRDIFF_TYPE__
#define __UWORD_TYPE __SIZE_TYPE__
#define __SLONG32_TYPE int
#define __ULONG32_TYPE unsigned int
#define __SYSCALL_SLONG_TYPE long int
#define __SYSCALL_ULONG_TYPE unsigned long int
#define __STD_TYPE typedef

typedef unsigned char __u_char;
typedef unsigned short int __u_short;
typedef unsigned int __u_int;
typedef unsigned long int __u_long;
typedef __S64_TYPE __quad_t;
typedef __U64_TYPE __u_quad_t;

typedef signed char __int8_t;
typedef unsigned char __uint8_t;
typedef short int __int16_t;
typedef unsigned short int __uint16_t;
typedef int __int32_t;
typedef unsigned int __uint32_t;
typedef __S64_TYPE __int64_t;
typedef __U64_TYPE __uint64_t;
typedef __int8_t __int_least8_t;
typedef __uint8_t __uint_least8_t;
typedef __int16_t __int_least16_t;
typedef __uint16_t __uint_least16_t;
typedef __int32_t __int_least32_t;
typedef __uint32_t __uint_least32_t;
typedef __int64_t __int_least64_t;
typedef __uint64_t __uint_least64_t;
typedef __S64_TYPE __intmax_t;
typedef __U64_TYPE __uintmax_t;
typedef __INTPTR_TYPE__ __intptr_t;

typedef __U64_TYPE __dev_t;
typedef unsigned int __uid_t;
typedef unsigned int __gid_t;
typedef unsigned int __id_t;
typedef unsigned int __mode_t;
typedef int __pid_t;
typedef int __key_t;
typedef __U64_TYPE __ino_t;
typedef __U64_TYPE __ino64_t;
typedef __S64_TYPE __off_t;
typedef __S64_TYPE __off64_t;
typedef __S64_TYPE __loff_t;
typedef __S64_TYPE __blkcnt_t;
typedef __S64_TYPE __blkcnt64_t;
typedef __U64_TYPE __fsblkcnt_t;
typedef __U64_TYPE __fsblkcnt64_t;
typedef __U64_TYPE __fsfilcnt_t;
typedef __U64_TYPE __fsfilcnt64_t;
typedef __SWORD_TYPE __fsword_t;
typedef unsigned long long int __rlim_t;
typedef unsigned long long int __rlim64_t;
typedef int __daddr_t;
typedef char *__caddr_t;
typedef __S64_TYPE __time_t;
typedef __S64_TYPE __suseconds_t;
typedef __S64_TYPE __suseconds64_t;
typedef unsigned int __useconds_t;
typedef long int __clock_t;
typedef int __clockid_t;
typedef void *__timer_t;
typedef __PTRDIFF_TYPE__ __ssize_t;
typedef unsigned int __socklen_t;
typedef int __sig_atomic_t;
typedef __SYSCALL_SLONG_TYPE __syscall_slong_t;
typedef __SYSCALL_ULONG_TYPE __syscall_ulong_t;

/* These two differ by architecture: musl's own header defines them, if need be under the other name. */
#if defined(__DEFINED_nlink_t) && defined(__DEFINED_blksize_t)
typedef nlink_t __nlink_t;
typedef blksize_t __blksize_t;
#else
#pragma push_macro("nlink_t")
#pragma push_macro("__NEED_nlink_t")
#pragma push_macro("__DEFINED_nlink_t")
#pragma push_macro("blksize_t")
#pragma push_macro("__NEED_blksize_t")
#pragma push_macro("__DEFINED_blksize_t")
#undef nlink_t
#undef __NEED_nlink_t
#undef __DEFINED_nlink_t
#undef blksize_t
#undef __NEED_blksize_t
#undef __DEFINED_blksize_t
#define nlink_t __nlink_t
#define __NEED_nlink_t
#define blksize_t __blksize_t
#define __NEED_blksize_t
#include <bits/alltypes.h>
#pragma pop_macro("nlink_t")
#pragma pop_macro("__NEED_nlink_t")
#pragma pop_macro("__DEFINED_nlink_t")
#pragma pop_macro("blksize_t")
#pragma pop_macro("__NEED_blksize_t")
#pragma pop_macro("__DEFINED_blksize_t")
#endif

#endif

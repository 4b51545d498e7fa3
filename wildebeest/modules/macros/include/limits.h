/*
 * <limits.h> with the GNU names of the limits of long long, the widths of C23, and
 * limits of Linux.
 */
#ifndef LWB_MACROS_LIMITS_H
#define LWB_MACROS_LIMITS_H
#pragma GCC system_header
#include_next <limits.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* Linux has room for 64 bytes (uname(2)); musl's is the largest that POSIX knows, and nothing fits that. */
#ifdef HOST_NAME_MAX
#undef HOST_NAME_MAX
#define HOST_NAME_MAX 64
#endif

#ifdef _GNU_SOURCE
#ifndef LONG_LONG_MAX
#define LONG_LONG_MAX __LONG_LONG_MAX__
#endif
#ifndef LONG_LONG_MIN
#define LONG_LONG_MIN (-LONG_LONG_MAX - 1LL)
#endif
#ifndef ULONG_LONG_MAX
#define ULONG_LONG_MAX (LONG_LONG_MAX * 2ULL + 1ULL)
#endif

#ifndef CHAR_WIDTH
#define CHAR_WIDTH __CHAR_BIT__
#endif
#ifndef SCHAR_WIDTH
#define SCHAR_WIDTH __CHAR_BIT__
#endif
#ifndef UCHAR_WIDTH
#define UCHAR_WIDTH __CHAR_BIT__
#endif
#ifndef SHRT_WIDTH
#define SHRT_WIDTH (__CHAR_BIT__ * __SIZEOF_SHORT__)
#endif
#ifndef USHRT_WIDTH
#define USHRT_WIDTH (__CHAR_BIT__ * __SIZEOF_SHORT__)
#endif
#ifndef INT_WIDTH
#define INT_WIDTH (__CHAR_BIT__ * __SIZEOF_INT__)
#endif
#ifndef UINT_WIDTH
#define UINT_WIDTH (__CHAR_BIT__ * __SIZEOF_INT__)
#endif
#ifndef LONG_WIDTH
#define LONG_WIDTH (__CHAR_BIT__ * __SIZEOF_LONG__)
#endif
#ifndef ULONG_WIDTH
#define ULONG_WIDTH (__CHAR_BIT__ * __SIZEOF_LONG__)
#endif
#ifndef LLONG_WIDTH
#define LLONG_WIDTH (__CHAR_BIT__ * __SIZEOF_LONG_LONG__)
#endif
#ifndef ULLONG_WIDTH
#define ULLONG_WIDTH (__CHAR_BIT__ * __SIZEOF_LONG_LONG__)
#endif
#ifndef BOOL_MAX
#define BOOL_MAX 1
#endif
#ifndef BOOL_WIDTH
#define BOOL_WIDTH 1
#endif
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE) || defined(_POSIX_C_SOURCE) ||                    \
    defined(_XOPEN_SOURCE) || defined(_POSIX_SOURCE)
/* Spelled as in <linux/limits.h>. */
#ifndef MAX_CANON
#define MAX_CANON 255
#endif
#ifndef MAX_INPUT
#define MAX_INPUT 255
#endif
#ifndef RTSIG_MAX
#define RTSIG_MAX 32
#endif
#ifndef XATTR_NAME_MAX
#define XATTR_NAME_MAX 255
#endif
#ifndef XATTR_SIZE_MAX
#define XATTR_SIZE_MAX 65536
#endif
#ifndef XATTR_LIST_MAX
#define XATTR_LIST_MAX 65536
#endif
#endif

#endif

/* <stdint.h> with the widths of C23's types, which musl lacks. */
#ifndef LWB_MACROS_STDINT_H
#define LWB_MACROS_STDINT_H
#pragma GCC system_header
#include_next <stdint.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
/* musl's fast types of 16 and 32 bits are int on every machine. */
#ifndef INT8_WIDTH
#define INT8_WIDTH 8
#endif
#ifndef UINT8_WIDTH
#define UINT8_WIDTH 8
#endif
#ifndef INT16_WIDTH
#define INT16_WIDTH 16
#endif
#ifndef UINT16_WIDTH
#define UINT16_WIDTH 16
#endif
#ifndef INT32_WIDTH
#define INT32_WIDTH 32
#endif
#ifndef UINT32_WIDTH
#define UINT32_WIDTH 32
#endif
#ifndef INT64_WIDTH
#define INT64_WIDTH 64
#endif
#ifndef UINT64_WIDTH
#define UINT64_WIDTH 64
#endif
#ifndef INT_LEAST8_WIDTH
#define INT_LEAST8_WIDTH 8
#endif
#ifndef UINT_LEAST8_WIDTH
#define UINT_LEAST8_WIDTH 8
#endif
#ifndef INT_LEAST16_WIDTH
#define INT_LEAST16_WIDTH 16
#endif
#ifndef UINT_LEAST16_WIDTH
#define UINT_LEAST16_WIDTH 16
#endif
#ifndef INT_LEAST32_WIDTH
#define INT_LEAST32_WIDTH 32
#endif
#ifndef UINT_LEAST32_WIDTH
#define UINT_LEAST32_WIDTH 32
#endif
#ifndef INT_LEAST64_WIDTH
#define INT_LEAST64_WIDTH 64
#endif
#ifndef UINT_LEAST64_WIDTH
#define UINT_LEAST64_WIDTH 64
#endif
#ifndef INT_FAST8_WIDTH
#define INT_FAST8_WIDTH 8
#endif
#ifndef UINT_FAST8_WIDTH
#define UINT_FAST8_WIDTH 8
#endif
#ifndef INT_FAST16_WIDTH
#define INT_FAST16_WIDTH 32
#endif
#ifndef UINT_FAST16_WIDTH
#define UINT_FAST16_WIDTH 32
#endif
#ifndef INT_FAST32_WIDTH
#define INT_FAST32_WIDTH 32
#endif
#ifndef UINT_FAST32_WIDTH
#define UINT_FAST32_WIDTH 32
#endif
#ifndef INT_FAST64_WIDTH
#define INT_FAST64_WIDTH 64
#endif
#ifndef UINT_FAST64_WIDTH
#define UINT_FAST64_WIDTH 64
#endif
#ifndef INTPTR_WIDTH
#define INTPTR_WIDTH __INTPTR_WIDTH__
#endif
#ifndef UINTPTR_WIDTH
#define UINTPTR_WIDTH __INTPTR_WIDTH__
#endif
#ifndef INTMAX_WIDTH
#define INTMAX_WIDTH 64
#endif
#ifndef UINTMAX_WIDTH
#define UINTMAX_WIDTH 64
#endif
#ifndef PTRDIFF_WIDTH
#define PTRDIFF_WIDTH __PTRDIFF_WIDTH__
#endif
#ifndef SIG_ATOMIC_WIDTH
#define SIG_ATOMIC_WIDTH 32
#endif
#ifndef SIZE_WIDTH
#define SIZE_WIDTH __SIZE_WIDTH__
#endif
#ifndef WCHAR_WIDTH
#define WCHAR_WIDTH 32
#endif
#ifndef WINT_WIDTH
#define WINT_WIDTH 32
#endif
#endif

#endif

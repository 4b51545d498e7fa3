/*
 * <ieee754.h>, which musl lacks: unions that take a float, a double and a long double apart, after IEEE 754.
 * ieee854_long_double is there where long double is wider than double.
 */
#ifndef LWB_LEGACY_HEADERS_IEEE754_H
#define LWB_LEGACY_HEADERS_IEEE754_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

/* clang-format off */
union ieee754_float {
        float f;
        struct {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
                unsigned int mantissa:23;
                unsigned int exponent:8;
                unsigned int negative:1;
#else
                unsigned int negative:1;
                unsigned int exponent:8;
                unsigned int mantissa:23;
#endif
        } ieee;
        struct {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
                unsigned int mantissa:22;
                unsigned int quiet_nan:1;
                unsigned int exponent:8;
                unsigned int negative:1;
#else
                unsigned int negative:1;
                unsigned int exponent:8;
                unsigned int quiet_nan:1;
                unsigned int mantissa:22;
#endif
        } ieee_nan;
};
#define IEEE754_FLOAT_BIAS 0x7f

union ieee754_double {
        double d;
        struct {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
                unsigned int mantissa1:32;
                unsigned int mantissa0:20;
                unsigned int exponent:11;
                unsigned int negative:1;
#else
                unsigned int negative:1;
                unsigned int exponent:11;
                unsigned int mantissa0:20;
                unsigned int mantissa1:32;
#endif
        } ieee;
        struct {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
                unsigned int mantissa1:32;
                unsigned int mantissa0:19;
                unsigned int quiet_nan:1;
                unsigned int exponent:11;
                unsigned int negative:1;
#else
                unsigned int negative:1;
                unsigned int exponent:11;
                unsigned int quiet_nan:1;
                unsigned int mantissa0:19;
                unsigned int mantissa1:32;
#endif
        } ieee_nan;
};
#define IEEE754_DOUBLE_BIAS 0x3ff

#if __LDBL_MANT_DIG__ == 64
union ieee854_long_double {
        long double d;
        struct {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
                unsigned int mantissa1:32;
                unsigned int mantissa0:32;
                unsigned int exponent:15;
                unsigned int negative:1;
                unsigned int empty:16;
#else
                unsigned int empty:16;
                unsigned int negative:1;
                unsigned int exponent:15;
                unsigned int mantissa0:32;
                unsigned int mantissa1:32;
#endif
        } ieee;
        struct {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
                unsigned int mantissa1:32;
                unsigned int mantissa0:30;
                unsigned int quiet_nan:1;
                unsigned int one:1;
                unsigned int exponent:15;
                unsigned int negative:1;
                unsigned int empty:16;
#else
                unsigned int empty:16;
                unsigned int negative:1;
                unsigned int exponent:15;
                unsigned int one:1;
                unsigned int quiet_nan:1;
                unsigned int mantissa0:30;
                unsigned int mantissa1:32;
#endif
        } ieee_nan;
};
#define IEEE854_LONG_DOUBLE_BIAS 0x3fff
#elif __LDBL_MANT_DIG__ == 113
union ieee854_long_double {
        long double d;
        struct {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
                unsigned int mantissa3:32;
                unsigned int mantissa2:32;
                unsigned int mantissa1:32;
                unsigned int mantissa0:16;
                unsigned int exponent:15;
                unsigned int negative:1;
#else
                unsigned int negative:1;
                unsigned int exponent:15;
                unsigned int mantissa0:16;
                unsigned int mantissa1:32;
                unsigned int mantissa2:32;
                unsigned int mantissa3:32;
#endif
        } ieee;
        struct {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
                unsigned int mantissa3:32;
                unsigned int mantissa2:32;
                unsigned int mantissa1:32;
                unsigned int mantissa0:15;
                unsigned int quiet_nan:1;
                unsigned int exponent:15;
                unsigned int negative:1;
#else
                unsigned int negative:1;
                unsigned int exponent:15;
                unsigned int quiet_nan:1;
                unsigned int mantissa0:15;
                unsigned int mantissa1:32;
                unsigned int mantissa2:32;
                unsigned int mantissa3:32;
#endif
        } ieee_nan;
};
#define IEEE854_LONG_DOUBLE_BIAS 0x3fff
#endif
/* clang-format on */

#endif

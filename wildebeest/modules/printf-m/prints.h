/*
 * glibc: %m is the text of errno, in its own words; %#m (since 2.35) its name.
 * musl:  the same in musl's words, and for both.
 * here:  libc's own function, for a format whose %m are done; objects of libc keep its words.
 * see:   GNU C Library manual, "Other Output Conversions"; printf(3).
 */
#ifndef LWB_PRINTF_M_PRINTS_H
#define LWB_PRINTF_M_PRINTS_H

#include <stdarg.h>
#include <stdio.h>

#include "../../shared/libc_own.h"
#include "format.h"

#define BARE(...) __VA_ARGS__

/*
 * The functions vNAME and NAME, by `own`. `before` are the parameters before the format, `given`
 * the same as arguments, each with its comma.
 */
#define PRINTS(name, own, before, given)                                                           \
        int __lwb_m_v##name(BARE before const char *restrict format, va_list arguments);           \
        int __lwb_m_##name(BARE before const char *restrict format, ...);                          \
                                                                                                   \
        int __lwb_m_v##name(BARE before const char *restrict format, va_list arguments)            \
        {                                                                                          \
                struct lwb_format done;                                                            \
                                                                                                   \
                if (!__lwb_m_begin(&done, format))                                                 \
                        return -1;                                                                 \
                return __lwb_m_end(&done, own(BARE given done.text, arguments));                   \
        }                                                                                          \
                                                                                                   \
        int __lwb_m_##name(BARE before const char *restrict format, ...)                           \
        {                                                                                          \
                va_list arguments;                                                                 \
                int result;                                                                        \
                                                                                                   \
                va_start(arguments, format);                                                       \
                result = __lwb_m_v##name(BARE given format, arguments);                            \
                va_end(arguments);                                                                 \
                return result;                                                                     \
        }

#endif

/*
 * <stdio.h> whose functions write %m with the texts of the GNU C Library: those of libc write its own.
 */
#ifndef LWB_PRINTF_M_STDIO_H
#define LWB_PRINTF_M_STDIO_H
#pragma GCC system_header
/* The module stdio has these two as well. */
#define __LWB_FPRINTF "__lwb_m_fprintf"
#define __LWB_VFPRINTF "__lwb_m_vfprintf"
#include_next <stdio.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
__typeof__(printf) printf __asm__("__lwb_m_printf");
__typeof__(vprintf) vprintf __asm__("__lwb_m_vprintf");
__typeof__(fprintf) fprintf __asm__(__LWB_FPRINTF);
__typeof__(vfprintf) vfprintf __asm__(__LWB_VFPRINTF);
__typeof__(sprintf) sprintf __asm__("__lwb_m_sprintf");
__typeof__(vsprintf) vsprintf __asm__("__lwb_m_vsprintf");
__typeof__(snprintf) snprintf __asm__("__lwb_m_snprintf");
__typeof__(vsnprintf) vsnprintf __asm__("__lwb_m_vsnprintf");

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) || defined(_GNU_SOURCE) ||            \
    defined(_BSD_SOURCE)
__typeof__(dprintf) dprintf __asm__("__lwb_m_dprintf");
__typeof__(vdprintf) vdprintf __asm__("__lwb_m_vdprintf");
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
__typeof__(asprintf) asprintf __asm__("__lwb_m_asprintf");
__typeof__(vasprintf) vasprintf __asm__("__lwb_m_vasprintf");
#endif

#ifdef __cplusplus
}
#endif

#endif

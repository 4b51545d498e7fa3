/*
 * <utmp.h> with the macros that tell which members struct utmp has, and old names.
 */
#ifndef LWB_MACROS_UTMP_H
#define LWB_MACROS_UTMP_H
#pragma GCC system_header
#include_next <utmp.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef _HAVE_UT_TYPE
#define _HAVE_UT_TYPE 1
#endif
#ifndef _HAVE_UT_PID
#define _HAVE_UT_PID 1
#endif
#ifndef _HAVE_UT_ID
#define _HAVE_UT_ID 1
#endif
#ifndef _HAVE_UT_TV
#define _HAVE_UT_TV 1
#endif
#ifndef _HAVE_UT_HOST
#define _HAVE_UT_HOST 1
#endif
#ifndef UT_UNKNOWN
#define UT_UNKNOWN EMPTY
#endif
#ifndef ut_xtime
#define ut_xtime ut_tv.tv_sec
#endif

#endif

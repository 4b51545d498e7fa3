/*
 * <sys/acct.h> after <linux/acct.h>: what the kernel's header has defined,
 * acct, acct_v3, comp_t, stays the kernel's. musl's header defines it without a
 * look at the kernel's.
 */
#ifndef LWB_UAPI_SYS_ACCT_H
#define LWB_UAPI_SYS_ACCT_H
#pragma GCC system_header

#if defined(_LINUX_ACCT_H) || defined(_UAPI_LINUX_ACCT_H)
#define __LWB_SYS_ACCT_H_LINUX_ACCT_H
#pragma push_macro("acct")
#undef acct
#define acct __lwb_musl_acct
#pragma push_macro("acct_v3")
#undef acct_v3
#define acct_v3 __lwb_musl_acct_v3
#pragma push_macro("comp_t")
#undef comp_t
#define comp_t __lwb_musl_comp_t
#endif
#include_next <sys/acct.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_SYS_ACCT_H_LINUX_ACCT_H
#undef __LWB_SYS_ACCT_H_LINUX_ACCT_H
#undef acct
#pragma pop_macro("acct")
#undef acct_v3
#pragma pop_macro("acct_v3")
#undef comp_t
#pragma pop_macro("comp_t")
#endif

#endif

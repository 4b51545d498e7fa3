/* <arpa/nameser_compat.h> with newer types of resource records, which musl lacks. */
#ifndef LWB_MACROS_ARPA_NAMESER_COMPAT_H
#define LWB_MACROS_ARPA_NAMESER_COMPAT_H
#pragma GCC system_header
#include_next <arpa/nameser_compat.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef T_KX
#define T_KX ns_t_kx
#endif
#ifndef T_CERT
#define T_CERT ns_t_cert
#endif
#ifndef T_SINK
#define T_SINK ns_t_sink
#endif
#ifndef T_OPT
#define T_OPT ns_t_opt
#endif
#ifndef T_APL
#define T_APL ns_t_apl
#endif

#endif

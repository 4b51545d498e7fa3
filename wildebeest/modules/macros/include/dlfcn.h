/*
 * <dlfcn.h> with RTLD_DEEPBIND, a flag that musl can't honour and that is
 * therefore 0, and the mask of RTLD_LAZY and RTLD_NOW.
 */
#ifndef LWB_MACROS_DLFCN_H
#define LWB_MACROS_DLFCN_H
#pragma GCC system_header
#include_next <dlfcn.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef RTLD_DEEPBIND
#define RTLD_DEEPBIND 0
#endif
#ifndef RTLD_BINDING_MASK
#define RTLD_BINDING_MASK (RTLD_LAZY | RTLD_NOW)
#endif

#endif

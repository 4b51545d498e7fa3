/*
 * libc's own function, for the replacement that calls it: our header has given the plain name to
 * the replacement. The sanitizer runs on glibc, where no such header is, do that by the linker's
 * --wrap.
 */
#ifndef LWB_SHARED_LIBC_OWN_H
#define LWB_SHARED_LIBC_OWN_H

#ifdef __GLIBC__
#define LIBC_OWN(name) __typeof__(name) libc_own_##name __asm__("__real_" #name)
#else
#define LIBC_OWN(name) __typeof__(name) libc_own_##name __asm__(#name)
#endif

#endif

/* What the two functions share. */
#ifndef LWB_IDN_IDN_H
#define LWB_IDN_IDN_H

/* The flags that libc is not to see: AI_IDN, AI_CANONIDN, and two that glibc accepts and ignores
 * since 2.28. */
#define LWB_AI_IDN_FLAGS 0x3c0
/* NI_IDN, and likewise. */
#define LWB_NI_IDN_FLAGS 0xe0

/* libc's own function, which has another name where the sanitizers' build has wrapped it. */
#ifdef __GLIBC__
#define LWB_IDN_LIBC(name) __asm__("__real_" name)
#else
#define LWB_IDN_LIBC(name) __asm__(name)
#endif

#endif

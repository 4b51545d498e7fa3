/*
 * The kernel's <linux/personality.h> after <sys/personality.h>: what musl's
 * header has defined, as macros, stays musl's.
 */
#ifndef LWB_UAPI_LINUX_PERSONALITY_H
#define LWB_UAPI_LINUX_PERSONALITY_H
#pragma GCC system_header
#include <features.h>

#if defined(_PERSONALITY_H)
#define __LWB_LINUX_PERSONALITY_H_SYS_PERSONALITY_H
#pragma push_macro("ADDR_COMPAT_LAYOUT")
#undef ADDR_COMPAT_LAYOUT
#pragma push_macro("ADDR_LIMIT_32BIT")
#undef ADDR_LIMIT_32BIT
#pragma push_macro("ADDR_LIMIT_3GB")
#undef ADDR_LIMIT_3GB
#pragma push_macro("ADDR_NO_RANDOMIZE")
#undef ADDR_NO_RANDOMIZE
#pragma push_macro("FDPIC_FUNCPTRS")
#undef FDPIC_FUNCPTRS
#pragma push_macro("MMAP_PAGE_ZERO")
#undef MMAP_PAGE_ZERO
#pragma push_macro("PER_BSD")
#undef PER_BSD
#pragma push_macro("PER_HPUX")
#undef PER_HPUX
#pragma push_macro("PER_IRIX32")
#undef PER_IRIX32
#pragma push_macro("PER_IRIX64")
#undef PER_IRIX64
#pragma push_macro("PER_IRIXN32")
#undef PER_IRIXN32
#pragma push_macro("PER_ISCR4")
#undef PER_ISCR4
#pragma push_macro("PER_LINUX")
#undef PER_LINUX
#pragma push_macro("PER_LINUX32")
#undef PER_LINUX32
#pragma push_macro("PER_LINUX32_3GB")
#undef PER_LINUX32_3GB
#pragma push_macro("PER_LINUX_32BIT")
#undef PER_LINUX_32BIT
#pragma push_macro("PER_LINUX_FDPIC")
#undef PER_LINUX_FDPIC
#pragma push_macro("PER_MASK")
#undef PER_MASK
#pragma push_macro("PER_OSF4")
#undef PER_OSF4
#pragma push_macro("PER_OSR5")
#undef PER_OSR5
#pragma push_macro("PER_RISCOS")
#undef PER_RISCOS
#pragma push_macro("PER_SCOSVR3")
#undef PER_SCOSVR3
#pragma push_macro("PER_SOLARIS")
#undef PER_SOLARIS
#pragma push_macro("PER_SUNOS")
#undef PER_SUNOS
#pragma push_macro("PER_SVR3")
#undef PER_SVR3
#pragma push_macro("PER_SVR4")
#undef PER_SVR4
#pragma push_macro("PER_UW7")
#undef PER_UW7
#pragma push_macro("PER_WYSEV386")
#undef PER_WYSEV386
#pragma push_macro("PER_XENIX")
#undef PER_XENIX
#pragma push_macro("READ_IMPLIES_EXEC")
#undef READ_IMPLIES_EXEC
#pragma push_macro("SHORT_INODE")
#undef SHORT_INODE
#pragma push_macro("STICKY_TIMEOUTS")
#undef STICKY_TIMEOUTS
#pragma push_macro("UNAME26")
#undef UNAME26
#pragma push_macro("WHOLE_SECONDS")
#undef WHOLE_SECONDS
#endif
#include_next <linux/personality.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __LWB_LINUX_PERSONALITY_H_SYS_PERSONALITY_H
#undef __LWB_LINUX_PERSONALITY_H_SYS_PERSONALITY_H
#pragma pop_macro("ADDR_COMPAT_LAYOUT")
#pragma pop_macro("ADDR_LIMIT_32BIT")
#pragma pop_macro("ADDR_LIMIT_3GB")
#pragma pop_macro("ADDR_NO_RANDOMIZE")
#pragma pop_macro("FDPIC_FUNCPTRS")
#pragma pop_macro("MMAP_PAGE_ZERO")
#pragma pop_macro("PER_BSD")
#pragma pop_macro("PER_HPUX")
#pragma pop_macro("PER_IRIX32")
#pragma pop_macro("PER_IRIX64")
#pragma pop_macro("PER_IRIXN32")
#pragma pop_macro("PER_ISCR4")
#pragma pop_macro("PER_LINUX")
#pragma pop_macro("PER_LINUX32")
#pragma pop_macro("PER_LINUX32_3GB")
#pragma pop_macro("PER_LINUX_32BIT")
#pragma pop_macro("PER_LINUX_FDPIC")
#pragma pop_macro("PER_MASK")
#pragma pop_macro("PER_OSF4")
#pragma pop_macro("PER_OSR5")
#pragma pop_macro("PER_RISCOS")
#pragma pop_macro("PER_SCOSVR3")
#pragma pop_macro("PER_SOLARIS")
#pragma pop_macro("PER_SUNOS")
#pragma pop_macro("PER_SVR3")
#pragma pop_macro("PER_SVR4")
#pragma pop_macro("PER_UW7")
#pragma pop_macro("PER_WYSEV386")
#pragma pop_macro("PER_XENIX")
#pragma pop_macro("READ_IMPLIES_EXEC")
#pragma pop_macro("SHORT_INODE")
#pragma pop_macro("STICKY_TIMEOUTS")
#pragma pop_macro("UNAME26")
#pragma pop_macro("WHOLE_SECONDS")
#endif

#endif

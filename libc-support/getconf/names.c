#include <limits.h>
#include <sys/types.h>
#include <unistd.h>

#include "getconf.h"

/*
 * POSIX lists the environments in which these types are no wider than long. With musl's 64-bit time
 * on a 32-bit machine suseconds_t is wider, so that no environment qualifies there.
 */
#define NARROW(type) (sizeof(type) <= sizeof(long))
#define ALL_NARROW                                                                                 \
        (NARROW(blksize_t) && NARROW(mode_t) && NARROW(pid_t) && NARROW(ptrdiff_t) &&              \
         NARROW(size_t) && NARROW(ssize_t) && NARROW(suseconds_t) && NARROW(wchar_t))
#if LONG_MAX > 0x7fffffff
#define NARROW_MODEL "LP64_OFF64"
#else
#define NARROW_MODEL "ILP32_OFFBIG"
#endif

#define ROW(name_, kind_, ...)                                                                     \
        {.name = (name_), .in_glibc = IN_GLIBC, .kind = KIND_##kind_, __VA_ARGS__},
#define SYSCONF(name, key_) ROW(#name, SYSCONF, .key = (key_))
#define CONFSTR(name, key_) ROW(#name, CONFSTR, .key = (key_))
#define PATHCONF(name, key_) ROW(#name, PATHCONF, .key = (key_))
#define NUMBER(name, number_) ROW(#name, NUMBER, .number = (number_))
#define UNSIGNED(name, number_) ROW(#name, UNSIGNED, .number = (intmax_t)(number_))
#define TEXT(name, text_) ROW(#name, TEXT, .text = (text_))
#define CACHE(name, level, type, property)                                                         \
        ROW(#name, CACHE, .key = CACHE_KEY(level, type, property))
#define PROCESSORS(name) ROW(#name, PROCESSORS, .key = 0)
#define UNDEFINED(name) ROW(#name, UNDEFINED, .key = 0)
#define WIDTH_RESTRICTED(name, standard) TEXT(name, ALL_NARROW ? #standard "_" NARROW_MODEL : "")

/* A programming environment, and the flags for it: none, for musl has one a machine. */
#define ENVIRONMENT(standard, sc, model)                                                           \
        ROW("_" #standard "_" #model, ENVIRONMENT, .key = _SC_##sc##_##model)                      \
        ROW(#standard "_" #model "_CFLAGS", TEXT, .text = "")                                      \
        ROW(#standard "_" #model "_LDFLAGS", TEXT, .text = "")                                     \
        ROW(#standard "_" #model "_LIBS", TEXT, .text = "")                                        \
        ROW(#standard "_" #model "_LINTFLAGS", TEXT, .text = "")

/* Those of POSIX.1-2024 differ from POSIX.1-2008's in the edition of C alone; its LINTFLAGS are
 * gone. */
#define ENVIRONMENT_V8(model)                                                                      \
        ROW("_POSIX_V8_" #model, ENVIRONMENT, .key = _SC_V7_##model)                               \
        ROW("POSIX_V8_" #model "_CFLAGS", TEXT, .text = "")                                        \
        ROW("POSIX_V8_" #model "_LDFLAGS", TEXT, .text = "")                                       \
        ROW("POSIX_V8_" #model "_LIBS", TEXT, .text = "")

const struct variable variables[] = {
#define IN_GLIBC true
#include "glibc.def"
#undef IN_GLIBC
#define IN_GLIBC false
#include "others.def"
};

const size_t variable_count = sizeof variables / sizeof *variables;

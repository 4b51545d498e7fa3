/*
 * glibc: knows the variables of POSIX and X/Open, limits of types, and the caches of the processor.
 * musl:  lacks those below; says "no limit" for sizes of buffers, and 255 for the length of the
 * host's name. here:  values of musl's own headers where those have them; -1 without an errno for
 * options that are not there. see:   sysconf(3), POSIX.1-2024; the numbers of the names are
 * glibc's.
 */
#include <errno.h>
#include <limits.h>
#include <unistd.h>
#include "../../shared/libc_own.h"
#include "cache.h"

LIBC_OWN(sysconf);
long __lwb_sysconf(int name);

/* Linux has 64 bytes for it, see uname(2); musl's HOST_NAME_MAX is the largest that POSIX has. */
#define LINUX_HOST_NAME_MAX 64
/* glibc's first guess for a buffer of getpwnam_r and its relatives. */
#define ENTRY_SIZE 1024

/* From _SC_LEVEL1_ICACHE_SIZE on the names come in threes: size, associativity, size of a line. */
static long cache_property(int name)
{
        static const struct {
                int level;
                enum cache_type type;
        } caches[] = {{1, CACHE_INSTRUCTION},
                      {1, CACHE_DATA},
                      {2, CACHE_UNIFIED},
                      {3, CACHE_UNIFIED},
                      {4, CACHE_UNIFIED}};
        static const enum cache_property properties[] = {CACHE_SIZE, CACHE_ASSOC, CACHE_LINESIZE};
        int index = name - _SC_LEVEL1_ICACHE_SIZE;
        int saved = errno;
        intmax_t value = __lwb_cache_value(
            CACHE_KEY(caches[index / 3].level, caches[index / 3].type, properties[index % 3]));

        errno = saved;
        return value > LONG_MAX ? LONG_MAX : (long)value;
}

/**
 * The value of a configurable variable, _SC_*. -1: not defined or without limit; with EINVAL in
 * errno: no such variable.
 */
long __lwb_sysconf(int name)
{
        if (name >= _SC_LEVEL1_ICACHE_SIZE && name <= _SC_LEVEL4_CACHE_LINESIZE)
                return cache_property(name);
        switch (name) {
        case _SC_HOST_NAME_MAX:
                return LINUX_HOST_NAME_MAX;
        case _SC_GETPW_R_SIZE_MAX:
        case _SC_GETGR_R_SIZE_MAX:
                return ENTRY_SIZE;
        case _SC_LINE_MAX:
                return LINE_MAX;
        case _SC_2_C_VERSION:
                return _POSIX2_C_BIND;
        case _SC_CHARCLASS_NAME_MAX:
                return CHARCLASS_NAME_MAX;
        case _SC_CHAR_BIT:
                return CHAR_BIT;
        case _SC_CHAR_MAX:
                return CHAR_MAX;
        case _SC_CHAR_MIN:
                return CHAR_MIN;
        case _SC_INT_MAX:
                return INT_MAX;
        case _SC_INT_MIN:
                return INT_MIN;
        case _SC_LONG_BIT:
                return LONG_BIT;
        case _SC_WORD_BIT:
                return WORD_BIT;
        case _SC_MB_LEN_MAX:
                return MB_LEN_MAX;
        case _SC_SSIZE_MAX:
                return SSIZE_MAX;
        case _SC_SCHAR_MAX:
                return SCHAR_MAX;
        case _SC_SCHAR_MIN:
                return SCHAR_MIN;
        case _SC_SHRT_MAX:
                return SHRT_MAX;
        case _SC_SHRT_MIN:
                return SHRT_MIN;
        case _SC_UCHAR_MAX:
                return UCHAR_MAX;
        case _SC_USHRT_MAX:
                return USHRT_MAX;
        case _SC_UINT_MAX:
                return (long)UINT_MAX;
        case _SC_ULONG_MAX:
                return (long)ULONG_MAX;
        case _SC_NL_ARGMAX:
                return NL_ARGMAX;
        case _SC_NL_LANGMAX:
                return NL_LANGMAX;
        case _SC_NL_MSGMAX:
                return NL_MSGMAX;
        case _SC_NL_NMAX:
                return NL_NMAX;
        case _SC_NL_SETMAX:
                return NL_SETMAX;
        case _SC_NL_TEXTMAX:
                return NL_TEXTMAX;
        /* Options of drafts of POSIX and of X/Open networking: glibc has none of them either. */
        case _SC_BASE:
        case _SC_C_LANG_SUPPORT:
        case _SC_C_LANG_SUPPORT_R:
        case _SC_DEVICE_IO:
        case _SC_DEVICE_SPECIFIC:
        case _SC_DEVICE_SPECIFIC_R:
        case _SC_FD_MGMT:
        case _SC_FIFO:
        case _SC_FILE_ATTRIBUTES:
        case _SC_FILE_LOCKING:
        case _SC_FILE_SYSTEM:
        case _SC_MULTI_PROCESS:
        case _SC_NETWORKING:
        case _SC_PII:
        case _SC_PII_INTERNET:
        case _SC_PII_INTERNET_DGRAM:
        case _SC_PII_INTERNET_STREAM:
        case _SC_PII_OSI:
        case _SC_PII_OSI_CLTS:
        case _SC_PII_OSI_COTS:
        case _SC_PII_OSI_M:
        case _SC_PII_SOCKET:
        case _SC_PII_XTI:
        case _SC_PIPE:
        case _SC_POLL:
        case _SC_REGEX_VERSION:
        case _SC_SELECT:
        case _SC_SIGNALS:
        case _SC_SINGLE_PROCESS:
        case _SC_SYSTEM_DATABASE:
        case _SC_SYSTEM_DATABASE_R:
        case _SC_T_IOV_MAX:
        case _SC_USER_GROUPS:
        case _SC_USER_GROUPS_R:
                return -1;
        default:
                return libc_own_sysconf(name);
        }
}

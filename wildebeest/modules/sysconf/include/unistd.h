/*
 * <unistd.h> with the names for sysconf and confstr that musl lacks, _SC_LEVEL1_DCACHE_LINESIZE and the like, with
 * glibc's numbers, and with functions that know them. sysconf also has glibc's answers where musl says "no limit" and
 * programs take the answer for a size (_SC_GETPW_R_SIZE_MAX, _SC_GETGR_R_SIZE_MAX, _SC_LINE_MAX), and Linux's for
 * _SC_HOST_NAME_MAX.
 */
#ifndef LWB_SYSCONF_UNISTD_H
#define LWB_SYSCONF_UNISTD_H
#pragma GCC system_header
#include_next <unistd.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef _CS_V6_WIDTH_RESTRICTED_ENVS
#define _CS_V6_WIDTH_RESTRICTED_ENVS 1
#endif
#ifndef _CS_V5_WIDTH_RESTRICTED_ENVS
#define _CS_V5_WIDTH_RESTRICTED_ENVS 4
#endif
#ifndef _CS_V7_WIDTH_RESTRICTED_ENVS
#define _CS_V7_WIDTH_RESTRICTED_ENVS 5
#endif
#ifndef _SC_EQUIV_CLASS_MAX
#define _SC_EQUIV_CLASS_MAX 41
#endif
#ifndef _SC_CHARCLASS_NAME_MAX
#define _SC_CHARCLASS_NAME_MAX 45
#endif
#ifndef _SC_PII
#define _SC_PII 53
#endif
#ifndef _SC_PII_XTI
#define _SC_PII_XTI 54
#endif
#ifndef _SC_PII_SOCKET
#define _SC_PII_SOCKET 55
#endif
#ifndef _SC_PII_INTERNET
#define _SC_PII_INTERNET 56
#endif
#ifndef _SC_PII_OSI
#define _SC_PII_OSI 57
#endif
#ifndef _SC_POLL
#define _SC_POLL 58
#endif
#ifndef _SC_SELECT
#define _SC_SELECT 59
#endif
#ifndef _SC_PII_INTERNET_STREAM
#define _SC_PII_INTERNET_STREAM 61
#endif
#ifndef _SC_PII_INTERNET_DGRAM
#define _SC_PII_INTERNET_DGRAM 62
#endif
#ifndef _SC_PII_OSI_COTS
#define _SC_PII_OSI_COTS 63
#endif
#ifndef _SC_PII_OSI_CLTS
#define _SC_PII_OSI_CLTS 64
#endif
#ifndef _SC_PII_OSI_M
#define _SC_PII_OSI_M 65
#endif
#ifndef _SC_T_IOV_MAX
#define _SC_T_IOV_MAX 66
#endif
#ifndef _SC_2_C_VERSION
#define _SC_2_C_VERSION 96
#endif
#ifndef _SC_CHAR_BIT
#define _SC_CHAR_BIT 101
#endif
#ifndef _SC_CHAR_MAX
#define _SC_CHAR_MAX 102
#endif
#ifndef _SC_CHAR_MIN
#define _SC_CHAR_MIN 103
#endif
#ifndef _SC_INT_MAX
#define _SC_INT_MAX 104
#endif
#ifndef _SC_INT_MIN
#define _SC_INT_MIN 105
#endif
#ifndef _SC_LONG_BIT
#define _SC_LONG_BIT 106
#endif
#ifndef _SC_WORD_BIT
#define _SC_WORD_BIT 107
#endif
#ifndef _SC_MB_LEN_MAX
#define _SC_MB_LEN_MAX 108
#endif
#ifndef _SC_SSIZE_MAX
#define _SC_SSIZE_MAX 110
#endif
#ifndef _SC_SCHAR_MAX
#define _SC_SCHAR_MAX 111
#endif
#ifndef _SC_SCHAR_MIN
#define _SC_SCHAR_MIN 112
#endif
#ifndef _SC_SHRT_MAX
#define _SC_SHRT_MAX 113
#endif
#ifndef _SC_SHRT_MIN
#define _SC_SHRT_MIN 114
#endif
#ifndef _SC_UCHAR_MAX
#define _SC_UCHAR_MAX 115
#endif
#ifndef _SC_UINT_MAX
#define _SC_UINT_MAX 116
#endif
#ifndef _SC_ULONG_MAX
#define _SC_ULONG_MAX 117
#endif
#ifndef _SC_USHRT_MAX
#define _SC_USHRT_MAX 118
#endif
#ifndef _SC_NL_ARGMAX
#define _SC_NL_ARGMAX 119
#endif
#ifndef _SC_NL_LANGMAX
#define _SC_NL_LANGMAX 120
#endif
#ifndef _SC_NL_MSGMAX
#define _SC_NL_MSGMAX 121
#endif
#ifndef _SC_NL_NMAX
#define _SC_NL_NMAX 122
#endif
#ifndef _SC_NL_SETMAX
#define _SC_NL_SETMAX 123
#endif
#ifndef _SC_NL_TEXTMAX
#define _SC_NL_TEXTMAX 124
#endif
#ifndef _SC_BASE
#define _SC_BASE 134
#endif
#ifndef _SC_C_LANG_SUPPORT
#define _SC_C_LANG_SUPPORT 135
#endif
#ifndef _SC_C_LANG_SUPPORT_R
#define _SC_C_LANG_SUPPORT_R 136
#endif
#ifndef _SC_DEVICE_IO
#define _SC_DEVICE_IO 140
#endif
#ifndef _SC_DEVICE_SPECIFIC
#define _SC_DEVICE_SPECIFIC 141
#endif
#ifndef _SC_DEVICE_SPECIFIC_R
#define _SC_DEVICE_SPECIFIC_R 142
#endif
#ifndef _SC_FD_MGMT
#define _SC_FD_MGMT 143
#endif
#ifndef _SC_FIFO
#define _SC_FIFO 144
#endif
#ifndef _SC_PIPE
#define _SC_PIPE 145
#endif
#ifndef _SC_FILE_ATTRIBUTES
#define _SC_FILE_ATTRIBUTES 146
#endif
#ifndef _SC_FILE_LOCKING
#define _SC_FILE_LOCKING 147
#endif
#ifndef _SC_FILE_SYSTEM
#define _SC_FILE_SYSTEM 148
#endif
#ifndef _SC_MULTI_PROCESS
#define _SC_MULTI_PROCESS 150
#endif
#ifndef _SC_SINGLE_PROCESS
#define _SC_SINGLE_PROCESS 151
#endif
#ifndef _SC_NETWORKING
#define _SC_NETWORKING 152
#endif
#ifndef _SC_REGEX_VERSION
#define _SC_REGEX_VERSION 156
#endif
#ifndef _SC_SIGNALS
#define _SC_SIGNALS 158
#endif
#ifndef _SC_SYSTEM_DATABASE
#define _SC_SYSTEM_DATABASE 162
#endif
#ifndef _SC_SYSTEM_DATABASE_R
#define _SC_SYSTEM_DATABASE_R 163
#endif
#ifndef _SC_USER_GROUPS
#define _SC_USER_GROUPS 166
#endif
#ifndef _SC_USER_GROUPS_R
#define _SC_USER_GROUPS_R 167
#endif
#ifndef _SC_LEVEL1_ICACHE_SIZE
#define _SC_LEVEL1_ICACHE_SIZE 185
#endif
#ifndef _SC_LEVEL1_ICACHE_ASSOC
#define _SC_LEVEL1_ICACHE_ASSOC 186
#endif
#ifndef _SC_LEVEL1_ICACHE_LINESIZE
#define _SC_LEVEL1_ICACHE_LINESIZE 187
#endif
#ifndef _SC_LEVEL1_DCACHE_SIZE
#define _SC_LEVEL1_DCACHE_SIZE 188
#endif
#ifndef _SC_LEVEL1_DCACHE_ASSOC
#define _SC_LEVEL1_DCACHE_ASSOC 189
#endif
#ifndef _SC_LEVEL1_DCACHE_LINESIZE
#define _SC_LEVEL1_DCACHE_LINESIZE 190
#endif
#ifndef _SC_LEVEL2_CACHE_SIZE
#define _SC_LEVEL2_CACHE_SIZE 191
#endif
#ifndef _SC_LEVEL2_CACHE_ASSOC
#define _SC_LEVEL2_CACHE_ASSOC 192
#endif
#ifndef _SC_LEVEL2_CACHE_LINESIZE
#define _SC_LEVEL2_CACHE_LINESIZE 193
#endif
#ifndef _SC_LEVEL3_CACHE_SIZE
#define _SC_LEVEL3_CACHE_SIZE 194
#endif
#ifndef _SC_LEVEL3_CACHE_ASSOC
#define _SC_LEVEL3_CACHE_ASSOC 195
#endif
#ifndef _SC_LEVEL3_CACHE_LINESIZE
#define _SC_LEVEL3_CACHE_LINESIZE 196
#endif
#ifndef _SC_LEVEL4_CACHE_SIZE
#define _SC_LEVEL4_CACHE_SIZE 197
#endif
#ifndef _SC_LEVEL4_CACHE_ASSOC
#define _SC_LEVEL4_CACHE_ASSOC 198
#endif
#ifndef _SC_LEVEL4_CACHE_LINESIZE
#define _SC_LEVEL4_CACHE_LINESIZE 199
#endif
#ifndef _CS_LFS_CFLAGS
#define _CS_LFS_CFLAGS 1000
#endif
#ifndef _CS_LFS_LDFLAGS
#define _CS_LFS_LDFLAGS 1001
#endif
#ifndef _CS_LFS_LIBS
#define _CS_LFS_LIBS 1002
#endif
#ifndef _CS_LFS_LINTFLAGS
#define _CS_LFS_LINTFLAGS 1003
#endif
#ifndef _CS_LFS64_CFLAGS
#define _CS_LFS64_CFLAGS 1004
#endif
#ifndef _CS_LFS64_LDFLAGS
#define _CS_LFS64_LDFLAGS 1005
#endif
#ifndef _CS_LFS64_LIBS
#define _CS_LFS64_LIBS 1006
#endif
#ifndef _CS_LFS64_LINTFLAGS
#define _CS_LFS64_LINTFLAGS 1007
#endif
#ifndef _CS_XBS5_ILP32_OFF32_CFLAGS
#define _CS_XBS5_ILP32_OFF32_CFLAGS 1100
#endif
#ifndef _CS_XBS5_ILP32_OFF32_LDFLAGS
#define _CS_XBS5_ILP32_OFF32_LDFLAGS 1101
#endif
#ifndef _CS_XBS5_ILP32_OFF32_LIBS
#define _CS_XBS5_ILP32_OFF32_LIBS 1102
#endif
#ifndef _CS_XBS5_ILP32_OFF32_LINTFLAGS
#define _CS_XBS5_ILP32_OFF32_LINTFLAGS 1103
#endif
#ifndef _CS_XBS5_ILP32_OFFBIG_CFLAGS
#define _CS_XBS5_ILP32_OFFBIG_CFLAGS 1104
#endif
#ifndef _CS_XBS5_ILP32_OFFBIG_LDFLAGS
#define _CS_XBS5_ILP32_OFFBIG_LDFLAGS 1105
#endif
#ifndef _CS_XBS5_ILP32_OFFBIG_LIBS
#define _CS_XBS5_ILP32_OFFBIG_LIBS 1106
#endif
#ifndef _CS_XBS5_ILP32_OFFBIG_LINTFLAGS
#define _CS_XBS5_ILP32_OFFBIG_LINTFLAGS 1107
#endif
#ifndef _CS_XBS5_LP64_OFF64_CFLAGS
#define _CS_XBS5_LP64_OFF64_CFLAGS 1108
#endif
#ifndef _CS_XBS5_LP64_OFF64_LDFLAGS
#define _CS_XBS5_LP64_OFF64_LDFLAGS 1109
#endif
#ifndef _CS_XBS5_LP64_OFF64_LIBS
#define _CS_XBS5_LP64_OFF64_LIBS 1110
#endif
#ifndef _CS_XBS5_LP64_OFF64_LINTFLAGS
#define _CS_XBS5_LP64_OFF64_LINTFLAGS 1111
#endif
#ifndef _CS_XBS5_LPBIG_OFFBIG_CFLAGS
#define _CS_XBS5_LPBIG_OFFBIG_CFLAGS 1112
#endif
#ifndef _CS_XBS5_LPBIG_OFFBIG_LDFLAGS
#define _CS_XBS5_LPBIG_OFFBIG_LDFLAGS 1113
#endif
#ifndef _CS_XBS5_LPBIG_OFFBIG_LIBS
#define _CS_XBS5_LPBIG_OFFBIG_LIBS 1114
#endif
#ifndef _CS_XBS5_LPBIG_OFFBIG_LINTFLAGS
#define _CS_XBS5_LPBIG_OFFBIG_LINTFLAGS 1115
#endif

#ifdef __cplusplus
extern "C" {
#endif

long sysconf(int) __asm__("__lwb_sysconf");
size_t confstr(int, char *, size_t) __asm__("__lwb_confstr");

#ifdef __cplusplus
}
#endif

#endif

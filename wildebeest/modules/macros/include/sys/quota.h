/* <sys/quota.h> with quotas of projects and newer names of quotas, which musl lacks. */
#ifndef LWB_MACROS_SYS_QUOTA_H
#define LWB_MACROS_SYS_QUOTA_H
#pragma GCC system_header
#include_next <sys/quota.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef PRJQUOTA
#define PRJQUOTA 2
#endif
#ifndef Q_GETNEXTQUOTA
#define Q_GETNEXTQUOTA 0x800009
#endif
#ifndef QIF_DQBLKSIZE_BITS
#define QIF_DQBLKSIZE_BITS 10
#endif
#ifndef QIF_DQBLKSIZE
#define QIF_DQBLKSIZE (1 << QIF_DQBLKSIZE_BITS)
#endif
#ifndef DQF_ROOT_SQUASH
#define DQF_ROOT_SQUASH (1 << 0)
#endif
#ifndef DQF_SYS_FILE
#define DQF_SYS_FILE (1 << 16)
#endif
#ifndef QUOTA_NL_NOWARN
#define QUOTA_NL_NOWARN 0
#endif
#ifndef QUOTA_NL_IHARDWARN
#define QUOTA_NL_IHARDWARN 1
#endif
#ifndef QUOTA_NL_ISOFTLONGWARN
#define QUOTA_NL_ISOFTLONGWARN 2
#endif
#ifndef QUOTA_NL_ISOFTWARN
#define QUOTA_NL_ISOFTWARN 3
#endif
#ifndef QUOTA_NL_BHARDWARN
#define QUOTA_NL_BHARDWARN 4
#endif
#ifndef QUOTA_NL_BSOFTLONGWARN
#define QUOTA_NL_BSOFTLONGWARN 5
#endif
#ifndef QUOTA_NL_BSOFTWARN
#define QUOTA_NL_BSOFTWARN 6
#endif
#ifndef QUOTA_NL_IHARDBELOW
#define QUOTA_NL_IHARDBELOW 7
#endif
#ifndef QUOTA_NL_ISOFTBELOW
#define QUOTA_NL_ISOFTBELOW 8
#endif
#ifndef QUOTA_NL_BHARDBELOW
#define QUOTA_NL_BHARDBELOW 9
#endif
#ifndef QUOTA_NL_BSOFTBELOW
#define QUOTA_NL_BSOFTBELOW 10
#endif

/* With the quotas of projects there are three; musl says two. */
#undef MAXQUOTAS
#define MAXQUOTAS 3

#endif

/*
 * <gshadow.h>, which musl lacks: passwords, administrators and members of
 * groups, from /etc/gshadow.
 */
#ifndef LWB_GSHADOW_GSHADOW_H
#define LWB_GSHADOW_GSHADOW_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#include <paths.h>
#if !defined(__DEFINED_FILE) || !defined(__DEFINED_size_t)
#define __NEED_FILE
#define __NEED_size_t
#include <bits/alltypes.h>
#endif

#ifndef _PATH_GSHADOW
#define _PATH_GSHADOW "/etc/gshadow"
#endif
#define GSHADOW _PATH_GSHADOW

#ifdef __cplusplus
extern "C" {
#endif

struct sgrp {
        char *sg_namp;
        char *sg_passwd;
        char **sg_adm;
        char **sg_mem;
};

void setsgent(void);
void endsgent(void);
struct sgrp *getsgent(void);
struct sgrp *getsgnam(const char *);
struct sgrp *sgetsgent(const char *);
struct sgrp *fgetsgent(FILE *);
int putsgent(const struct sgrp *, FILE *);

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
int getsgent_r(struct sgrp *, char *, size_t, struct sgrp **);
int getsgnam_r(const char *, struct sgrp *, char *, size_t, struct sgrp **);
int sgetsgent_r(const char *, struct sgrp *, char *, size_t, struct sgrp **);
int fgetsgent_r(FILE *, struct sgrp *, char *, size_t, struct sgrp **);
#endif

#ifdef __cplusplus
}
#endif

#endif

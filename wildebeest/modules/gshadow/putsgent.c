/*
 * glibc: writes a line of gshadow(5); refuses what would break it, writes "" for NULL.
 * musl:  lacks it.
 * here:  the same; a NULL entry or stream is EINVAL too, where glibc may crash.
 * see:   gshadow(5); putspent(3), whose rules it follows.
 */
#include <errno.h>
#include "sgrp.h"

/** Writes `sg` as a line to `stream`; 0, or -1 with errno, EINVAL when a field can not stand there.
 */
int putsgent(const struct sgrp *sg, FILE *stream)
{
        if (!sg) {
                errno = EINVAL;
                return -1;
        }
        return __lwb_put_gshadow(
            &(struct lwb_gshadow){sg->sg_namp, sg->sg_passwd, sg->sg_adm, sg->sg_mem}, stream);
}

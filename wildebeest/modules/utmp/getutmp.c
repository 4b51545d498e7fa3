/*
 * glibc: getutmp and getutmpx copy between struct utmp and struct utmpx, which are the same.
 * musl:  has neither.
 * here:  as glibc.
 * see:   getutmp(3).
 */
#include <string.h>

#include "record.h"

_Static_assert(sizeof(struct utmp) == sizeof(struct utmpx), "one layout");

/** Copies *from to *to. */
void getutmp(const struct utmpx *from, struct utmp *to)
{
        memcpy(to, from, sizeof *to);
}

/** Copies *from to *to. */
void getutmpx(const struct utmp *from, struct utmpx *to)
{
        memcpy(to, from, sizeof *to);
}

/*
 * glibc: refuses fields that would break the line, and writes "" for NULL and for -1.
 * musl:  writes whatever it is given.
 * here:  as glibc.
 * see:   putspent(3).
 */
#include <shadow.h>
#include "../colonfiles/colonfiles.h"

int __lwb_putspent(const struct spwd *sp, FILE *stream);

/** Writes `sp` as a line of shadow(5); 0, or -1 with errno, EINVAL when a field can not stand
 * there.
 */
int __lwb_putspent(const struct spwd *sp, FILE *stream)
{
        return __lwb_put_shadow(sp, stream);
}

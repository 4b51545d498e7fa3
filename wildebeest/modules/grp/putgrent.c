/*
 * glibc: refuses fields that would break the line, and writes "" for NULL and no id for names that
 *        begin with '+' or '-'.
 * musl:  writes whatever it is given.
 * here:  as glibc.
 * see:   putgrent(3).
 */
#include <grp.h>
#include "../colonfiles/colonfiles.h"

int __lwb_putgrent(const struct group *gr, FILE *stream);

/** Writes `gr` as a line of group(5); 0, or -1 with errno, EINVAL when a field can not stand there.
 */
int __lwb_putgrent(const struct group *gr, FILE *stream)
{
        return __lwb_put_group(gr, stream);
}

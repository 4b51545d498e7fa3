/*
 * glibc: refuses fields that would break the line, writes blanks for colons and newlines in
 *        pw_gecos, "" for NULL, and no ids for names that begin with '+' or '-'.
 * musl:  writes whatever it is given.
 * here:  as glibc.
 * see:   putpwent(3).
 */
#include <pwd.h>
#include "../colonfiles/colonfiles.h"

int __lwb_putpwent(const struct passwd *pw, FILE *stream);

/** Writes `pw` as a line of passwd(5); 0, or -1 with errno, EINVAL when a field can not stand
 * there. */
int __lwb_putpwent(const struct passwd *pw, FILE *stream)
{
        return __lwb_put_passwd(pw, stream);
}

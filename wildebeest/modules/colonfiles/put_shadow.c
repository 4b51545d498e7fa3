#include <errno.h>
#include "colonfiles.h"

/* Writes a field behind its colon, empty for the -1 that stands for no value. */
static int put_number(long value, FILE *stream)
{
        return value == -1 ? fprintf(stream, ":") : fprintf(stream, ":%ld", value);
}

int __lwb_put_shadow(const struct spwd *sp, FILE *stream)
{
        int failed;

        if (!sp || !stream || !sp->sp_namp || !__lwb_colon_valid(sp->sp_namp, ":\n") ||
            !__lwb_colon_valid(sp->sp_pwdp, ":\n")) {
                errno = EINVAL;
                return -1;
        }
        flockfile(stream);
        failed = fprintf(stream, "%s:%s", sp->sp_namp, sp->sp_pwdp ? sp->sp_pwdp : "") < 0 ||
                 put_number(sp->sp_lstchg, stream) < 0 || put_number(sp->sp_min, stream) < 0 ||
                 put_number(sp->sp_max, stream) < 0 || put_number(sp->sp_warn, stream) < 0 ||
                 put_number(sp->sp_inact, stream) < 0 || put_number(sp->sp_expire, stream) < 0 ||
                 put_number((long)sp->sp_flag, stream) < 0 || putc_unlocked('\n', stream) == EOF;
        funlockfile(stream);
        return failed ? -1 : 0;
}

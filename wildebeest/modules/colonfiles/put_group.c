#include <errno.h>
#include "colonfiles.h"

/* Writes what stands before the members. */
static int put_id(const struct group *gr, FILE *stream)
{
        const char *password = gr->gr_passwd ? gr->gr_passwd : "";

        if (__lwb_colon_compat(gr->gr_name))
                return fprintf(stream, "%s:%s::", gr->gr_name, password);
        return fprintf(stream, "%s:%s:%u:", gr->gr_name, password, (unsigned int)gr->gr_gid);
}

int __lwb_put_group(const struct group *gr, FILE *stream)
{
        int failed;

        if (!gr || !stream || !gr->gr_name || !__lwb_colon_valid(gr->gr_name, ":\n") ||
            !__lwb_colon_valid(gr->gr_passwd, ":\n") || !__lwb_colon_valid_list(gr->gr_mem)) {
                errno = EINVAL;
                return -1;
        }
        flockfile(stream);
        failed = put_id(gr, stream) < 0 || __lwb_colon_put_list(gr->gr_mem, stream) ||
                 putc_unlocked('\n', stream) == EOF;
        funlockfile(stream);
        return failed ? -1 : 0;
}

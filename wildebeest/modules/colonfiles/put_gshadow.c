#include <errno.h>
#include "colonfiles.h"

int __lwb_put_gshadow(const struct lwb_gshadow *sg, FILE *stream)
{
        int failed;

        if (!sg || !stream || !sg->name || !__lwb_colon_valid(sg->name, ":\n") ||
            !__lwb_colon_valid(sg->password, ":\n") ||
            !__lwb_colon_valid_list(sg->administrators) || !__lwb_colon_valid_list(sg->members)) {
                errno = EINVAL;
                return -1;
        }
        flockfile(stream);
        failed = fprintf(stream, "%s:%s:", sg->name, sg->password ? sg->password : "") < 0 ||
                 __lwb_colon_put_list(sg->administrators, stream) ||
                 putc_unlocked(':', stream) == EOF || __lwb_colon_put_list(sg->members, stream) ||
                 putc_unlocked('\n', stream) == EOF;
        funlockfile(stream);
        return failed ? -1 : 0;
}

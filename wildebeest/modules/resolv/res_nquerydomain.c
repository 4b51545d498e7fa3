#include <errno.h>
#include <stdio.h>
#include "state.h"

/** As res_nquery, of `name` below `domain`; NULL for the name by itself. */
int res_nquerydomain(res_state state, const char *name, const char *domain, int class, int type,
                     unsigned char *answer, int room)
{
        char whole[DNS_TEXT_NAME];

        if (!domain)
                return res_nquery(state, name, class, type, answer, room);
        if (snprintf(whole, sizeof whole, "%s.%s", name, domain) >= (int)sizeof whole) {
                errno = EMSGSIZE;
                return __lwb_res_fail(state, NO_RECOVERY);
        }
        return res_nquery(state, whole, class, type, answer, room);
}

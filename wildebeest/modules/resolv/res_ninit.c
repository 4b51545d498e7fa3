#include "state.h"

/**
 * Fills `state`, whatever it held, from /etc/resolv.conf, LOCALDOMAIN and RES_OPTIONS; res_nclose
 * frees what it reserves. 0, or -1 with errno ENOMEM. A file that is not there is no error: the
 * server is then 127.0.0.1.
 */
int res_ninit(res_state state)
{
        return __lwb_res_fill(state, NULL, false);
}

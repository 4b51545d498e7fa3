/*
 * glibc: fills the thread's state from resolv.conf; options and times set before are kept.
 * musl:  does nothing.
 * here:  as glibc.
 * see:   resolver(3).
 */
#include "state.h"

int __lwb_res_init(void);

/** Fills _res from resolv.conf anew. 0, or -1 with errno ENOMEM. */
int __lwb_res_init(void)
{
        struct sockaddr_in6 *servers;
        struct __res_state *state = __lwb_res_thread(&servers);

        return __lwb_res_fill(state, servers, true);
}

/** Ends the use of _res. */
void res_close(void)
{
        res_nclose(__lwb_res_thread(NULL));
}

#ifdef res_init
/* glibc's header gives the call another name, which the linker's --wrap does not know. */
int res_init(void)
{
        return __lwb_res_init();
}
#endif

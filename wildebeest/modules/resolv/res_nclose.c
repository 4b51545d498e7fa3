#include <stdlib.h>
#include "state.h"

/** Frees what res_ninit reserved; the state may be filled again. */
void res_nclose(res_state state)
{
        for (size_t i = 0; i < MAXNS && (state->_flags & STATE_OWNS_SERVERS); i++) {
                free(state->_u._ext.nsaddrs[i]);
                state->_u._ext.nsaddrs[i] = NULL;
        }
        state->_flags &= ~STATE_OWNS_SERVERS;
}

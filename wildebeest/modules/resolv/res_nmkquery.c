#include <errno.h>
#include "state.h"

/**
 * Writes a query of `name` to `query`, of `room` bytes: operations QUERY and NOTIFY, without data.
 * Its length, or -1.
 */
int res_nmkquery(res_state state, int operation, const char *name, int class, int type,
                 const unsigned char *data, int size, const unsigned char *record,
                 unsigned char *query, int room)
{
        int length;

        (void)size;
        (void)record;
        if (__lwb_res_ready(state))
                return __lwb_res_fail(state, NETDB_INTERNAL);
        if ((operation != ns_o_query && operation != ns_o_notify) ||
            (operation == ns_o_notify && data) || class < 0 || class > 65535 || type < 0 ||
            type > 65535 || room < 0) {
                errno = EINVAL;
                return -1;
        }
        length = __lwb_dns_query(name, (unsigned)class, (unsigned)type, state->options, query,
                                 (size_t)room);
        if (length < 0) {
                errno = EMSGSIZE;
                return -1;
        }
        query[2] |= (unsigned char)(operation << 3);
        state->id = (unsigned short)dns_get16(query);
        return length;
}

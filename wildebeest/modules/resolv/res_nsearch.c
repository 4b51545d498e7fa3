#include "state.h"

struct search {
        struct __res_state *state;
        int class;
        int type;
        unsigned char *answer;
        int room;
        int length;
};

static enum dns_result ask(void *data, const char *name)
{
        struct search *s = data;
        enum dns_result result;

        s->length = __lwb_res_ask(s->state, name, s->class, s->type, s->answer, s->room, &result);
        return result;
}

/**
 * As res_nquery, of `name` by itself and below each domain of the state's search list; a name with
 * fewer dots than `ndots` below the domains first.
 */
int res_nsearch(res_state state, const char *name, int class, int type, unsigned char *answer,
                int room)
{
        struct search s = {state, class, type, answer, room, -1};
        const char *domains[MAXDNSRCH];
        struct dns_search search = {.domains = domains};

        if (__lwb_res_ready(state))
                return __lwb_res_fail(state, NETDB_INTERNAL);
        search.options = state->options;
        search.ndots = state->ndots;
        while (search.domain_count < MAXDNSRCH && state->dnsrch[search.domain_count]) {
                domains[search.domain_count] = state->dnsrch[search.domain_count];
                search.domain_count++;
        }
        switch (__lwb_dns_search(&search, name, ask, &s)) {
        case DNS_FOUND:
                return s.length;
        case DNS_NOT_FOUND:
                return __lwb_res_fail(state, HOST_NOT_FOUND);
        case DNS_NO_DATA:
                return __lwb_res_fail(state, NO_DATA);
        case DNS_FATAL:
                return __lwb_res_fail(state, NO_RECOVERY);
        default:
                return __lwb_res_fail(state, TRY_AGAIN);
        }
}

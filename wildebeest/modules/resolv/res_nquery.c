#include <errno.h>
#include "state.h"

/* What a server's answer amounts to. */
static enum dns_result result_of(const unsigned char *answer)
{
        switch (answer[3] & 0x0f) {
        case ns_r_noerror:
                return dns_get16(answer + 6) > 0 ? DNS_FOUND : DNS_NO_DATA;
        case ns_r_nxdomain:
                return DNS_NOT_FOUND;
        default:
                return DNS_FATAL;
        }
}

/* h_errno for a result that is not DNS_FOUND. */
static int host_error(enum dns_result result)
{
        switch (result) {
        case DNS_NOT_FOUND:
                return HOST_NOT_FOUND;
        case DNS_NO_DATA:
                return NO_DATA;
        case DNS_FATAL:
                return NO_RECOVERY;
        default:
                return TRY_AGAIN;
        }
}

int __lwb_res_ask(struct __res_state *state, const char *name, int class, int type,
                  unsigned char *answer, int room, enum dns_result *result)
{
        unsigned char message[DNS_HEADER + DNS_WIRE_NAME + 4 + DNS_OPT_RECORD];
        int length = res_nmkquery(state, ns_o_query, name, class, type, NULL, 0, NULL, message,
                                  sizeof message);
        unsigned failure;
        int n;

        if (length > 0 && (state->options & (RES_USE_EDNS0 | RES_USE_DNSSEC))) {
                /* No more than the caller can take, no less than what needs no EDNS. */
                int offer = room < NS_PACKETSZ ? NS_PACKETSZ : room;

                length = __lwb_dns_add_opt(message, (size_t)length, sizeof message,
                                           offer < DNS_EDNS_SIZE ? (unsigned)offer : DNS_EDNS_SIZE,
                                           (state->options & RES_USE_DNSSEC) != 0);
        }
        if (length < 0) {
                *result = DNS_FATAL;
                return __lwb_res_fail(state, NO_RECOVERY);
        }
        n = __lwb_res_send_by(state, message, length, answer, room, &failure);
        if (n < 0)
                *result = failure ? DNS_FAILURE : errno == ECONNREFUSED ? DNS_NOBODY : DNS_SILENCE;
        else
                *result = result_of(answer);
        return *result == DNS_FOUND ? n : __lwb_res_fail(state, host_error(*result));
}

/**
 * Asks for the records of `name`, as it is. The answer's length as of res_nsend; -1 with
 * res_h_errno and h_errno when there is none: HOST_NOT_FOUND, NO_DATA, TRY_AGAIN, NO_RECOVERY.
 */
int res_nquery(res_state state, const char *name, int class, int type, unsigned char *answer,
               int room)
{
        enum dns_result result;

        return __lwb_res_ask(state, name, class, type, answer, room, &result);
}

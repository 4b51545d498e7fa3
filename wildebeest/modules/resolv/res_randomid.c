#include "state.h"

/** A number of 16 bits that nobody can guess. */
unsigned int res_randomid(void)
{
        return __lwb_dns_id();
}

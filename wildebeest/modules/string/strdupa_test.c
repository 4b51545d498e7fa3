/* What musl's own strdupa, given its <alloca.h>, does otherwise. */
#include <alloca.h>
#include <string.h>
#include "tap.h"

static int evaluations;

static const char *counted(const char *string)
{
        evaluations++;
        return string;
}

int main(void)
{
        char *copy = strdupa(counted("once"));

        is_str(copy, "once", "strdupa: a copy");
        is_int(evaluations, 1, "strdupa: evaluates its argument once");
        return done_testing();
}

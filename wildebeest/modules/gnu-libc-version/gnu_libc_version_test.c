/* gnu_get_libc_version and gnu_get_libc_release. */
#include <gnu/libc-version.h>
#include "tap.h"

int main(void)
{
        int major = 0, minor = -1;
        char rest;

        is_int(sscanf(gnu_get_libc_version(), "%d.%d%c", &major, &minor, &rest), 2,
               "gnu_get_libc_version: two numbers");
        ok(major == 2 && minor >= 36, "gnu_get_libc_version: not before 2.36");
        is_str(gnu_get_libc_release(), "stable", "gnu_get_libc_release: stable");
        return done_testing();
}

/* The strerror_r that returns the text. */
#include <errno.h>
#include "tap.h"

static const char unset[] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
static char buffer[sizeof unset];

/* The text of an error in a buffer of a size, of which no more may be written. */
static const char *text(int error, size_t size)
{
        const char *got;

        memcpy(buffer, unset, sizeof unset);
        errno = 77;
        got = strerror_r(error, buffer, size);
        ok(!memcmp(buffer + size, unset + size, sizeof unset - size),
           "strerror_r: %d, %zu bytes: not beyond", error, size);
        is_int(errno, 77, "strerror_r: %d, %zu bytes: keeps errno", error, size);
        return got;
}

int main(void)
{
        is_str(text(ENOENT, 30), "No such file or directory", "strerror_r: an error");
        is_str(text(ENOENT, 4), "No such file or directory", "strerror_r: no room is no matter");
        is_str(buffer, unset, "strerror_r: nor is it used");
        is_str(text(0, 30), "Success", "strerror_r: 0");
        is_str(text(4711, 30), "Unknown error 4711", "strerror_r: unknown");
        ok(strerror_r(4711, buffer, 30) == buffer, "strerror_r: unknown, in the buffer");
        is_str(text(-1, 30), "Unknown error -1", "strerror_r: negative");
        is_str(text(-2147483647 - 1, 30), "Unknown error -2147483648", "strerror_r: the least");
        is_str(text(2147483647, 30), "Unknown error 2147483647", "strerror_r: the most");
        for (size_t size = 1; size < 20; size++) {
                char wanted[] = "Unknown error 4711";

                if (size < sizeof wanted)
                        wanted[size - 1] = '\0';
                is_str(text(4711, size), wanted, "strerror_r: cut to %zu", size);
        }
        is_str(text(4711, 0), unset, "strerror_r: 0 bytes");
        return done_testing();
}

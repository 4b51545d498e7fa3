#include <errno.h>
#include <limits.h>
#include <wchar.h>
#include <wctype.h>
#include "match.h"

/* Beyond every character. */
#define NO_CHARACTER 0x200000

uint32_t __lwb_fnmatch_decode(const char *s, size_t *length)
{
        mbstate_t state = {0};
        wchar_t wide;
        int saved = errno;
        size_t n = mbrtowc(&wide, s, MB_LEN_MAX, &state);

        errno = saved;
        if (n == (size_t)-1 || n == (size_t)-2 || !n)
                return NO_CHARACTER + (unsigned char)*s;
        *length = n;
        return (uint32_t)wide;
}

uint32_t __lwb_fnmatch_lower(uint32_t c)
{
        return c < NO_CHARACTER ? (uint32_t)towlower((wint_t)c) : c;
}

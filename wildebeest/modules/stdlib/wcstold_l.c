/*
 * glibc: has it beside wcstold.
 * musl:  lacks it.
 * here:  wcstold with the thread's locale exchanged for the call.
 * see:   uselocale(3); GNU C Library manual, "Parsing of Floats".
 */
#include <locale.h>
#include <wchar.h>

/** wcstold in the given locale. */
long double wcstold_l(const wchar_t *restrict s, wchar_t **restrict end, locale_t locale)
{
        locale_t old = uselocale(locale);
        long double value = wcstold(s, end);

        uselocale(old);
        return value;
}

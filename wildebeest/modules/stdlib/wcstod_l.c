/*
 * glibc: has it beside wcstod.
 * musl:  lacks it.
 * here:  wcstod with the thread's locale exchanged for the call.
 * see:   uselocale(3); GNU C Library manual, "Parsing of Floats".
 */
#include <locale.h>
#include <wchar.h>

/** wcstod in the given locale. */
double wcstod_l(const wchar_t *restrict s, wchar_t **restrict end, locale_t locale)
{
        locale_t old = uselocale(locale);
        double value = wcstod(s, end);

        uselocale(old);
        return value;
}

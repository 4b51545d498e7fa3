/*
 * glibc: has it beside wcstof.
 * musl:  lacks it.
 * here:  wcstof with the thread's locale exchanged for the call.
 * see:   uselocale(3); GNU C Library manual, "Parsing of Floats".
 */
#include <locale.h>
#include <wchar.h>

/** wcstof in the given locale. */
float wcstof_l(const wchar_t *restrict s, wchar_t **restrict end, locale_t locale)
{
        locale_t old = uselocale(locale);
        float value = wcstof(s, end);

        uselocale(old);
        return value;
}

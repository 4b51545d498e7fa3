/* Bracket expressions. */
#include <string.h>
#include <wctype.h>
#include "match.h"

/* One more than the longest name of a character class. */
#define CLASS_SIZE 32

/* Reads the name of a class at `p`, behind "[:"; what is behind its ":]", or null. */
static const char *class_name(const char *p, const char *end, char name[CLASS_SIZE])
{
        size_t n = 0;

        while (p < end && *p >= 'a' && *p <= 'z') {
                if (n == CLASS_SIZE - 1)
                        return NULL;
                name[n++] = *p++;
        }
        name[n] = '\0';
        return end - p >= 2 && p[0] == ':' && p[1] == ']' ? p + 2 : NULL;
}

/*
 * Reads the symbol at `p`, behind "[.": what is behind its ".]", or null without one. The locales
 * that there are have no symbols but characters: *c is that, or UINT32_MAX.
 */
static const char *symbol(const struct subject *subject, const char *p, const char *end,
                          uint32_t *c)
{
        const char *start = p;
        size_t length;

        while (end - p >= 2 && !(p[0] == '.' && p[1] == ']'))
                p++;
        if (end - p < 2)
                return NULL;
        *c = p > start ? character(subject, start, &length) : UINT32_MAX;
        if (p == start || start + length != p)
                *c = UINT32_MAX;
        return p + 2;
}

static bool in_class(const struct subject *subject, wctype_t class, uint32_t c)
{
        return (c < 0x80 || subject->multibyte) && iswctype((wint_t)c, class);
}

/*
 * An end of a range, or what stands alone, read from *p; false where there is none. *symbolic: it
 * is a symbol, which case folding leaves as it is.
 */
static bool element(const struct subject *subject, const char **p, const char *end, uint32_t *c,
                    bool *symbolic)
{
        size_t length;

        if (*p >= end)
                return false;
        *symbolic = **p == '[' && end - *p >= 2 && (*p)[1] == '.';
        if (*symbolic) {
                *p = symbol(subject, *p + 2, end, c);
                return *p && *c != UINT32_MAX;
        }
        if (**p == '\\' && !(subject->flags & FNM_NOESCAPE) && ++*p >= end)
                return false;
        *c = folded(subject, character(subject, *p, &length));
        *p += length;
        return true;
}

enum bracket __lwb_fnmatch_bracket(const struct subject *subject, const char *p, const char *end,
                                   uint32_t c, const char **after)
{
        uint32_t fold = folded(subject, c);
        bool negated = p < end && (*p == '!' || *p == '^');
        bool matched = false;
        const char *first;

        p += negated;
        first = p;
        for (;;) {
                char name[CLASS_SIZE];
                const char *behind;
                uint32_t low, high;
                bool symbolic, range;
                size_t length;

                if (p >= end)
                        return BRACKET_LITERAL;
                if (*p == ']' && p > first) {
                        *after = p + 1;
                        return matched != negated ? BRACKET_YES : BRACKET_NO;
                }
                if (*p == '[' && end - p >= 2 && p[1] == ':' &&
                    (behind = class_name(p + 2, end, name))) {
                        wctype_t class = wctype(name);

                        if (!class && !matched)
                                return BRACKET_NO;
                        matched = matched || in_class(subject, class, c);
                        p = behind;
                        continue;
                }
                if (*p == '[' && end - p >= 2 && p[1] == '=' && end - p > 2) {
                        low = character(subject, p + 2, &length);
                        behind = p + 2 + length;
                        if (end - behind >= 2 && behind[0] == '=' && behind[1] == ']') {
                                matched = matched || low == c;
                                p = behind + 2;
                                continue;
                        }
                }
                if (!element(subject, &p, end, &low, &symbolic))
                        return matched ? BRACKET_LITERAL : BRACKET_NO;
                high = low;
                range = p < end && *p == '-' && (end - p == 1 || p[1] != ']');
                if (range) {
                        p++;
                        if (!element(subject, &p, end, &high, &symbolic))
                                return matched ? BRACKET_LITERAL : BRACKET_NO;
                }
                matched = matched || (symbolic && !range ? low == c : low <= fold && fold <= high);
        }
}

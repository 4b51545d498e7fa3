/*
 * glibc: FNM_EXTMATCH; in a locale of several bytes a character may be taken for two.
 * musl:  ignores FNM_EXTMATCH; a backslash in brackets stands for itself.
 * here:  as glibc, but characters are whole, and no pattern takes exponential time.
 * see:   fnmatch(3); POSIX.1-2017, fnmatch; GNU C Library manual, "Wildcard Matching".
 */
#include <string.h>
#include "match.h"

int __lwb_fnmatch(const char *pattern, const char *string, int flags);

/* Where a character that a star is followed by may come next; null where nowhere. */
static const char *next_place(const struct subject *subject, const char *s, char wanted)
{
        if (!(subject->flags & FNM_PATHNAME))
                return strchr(s, wanted);
        while (*s && *s != wanted && *s != '/')
                s++;
        return *s == wanted ? s : NULL;
}

/* Whether a byte of a pattern can match no other byte. */
static bool is_plain(const struct subject *subject, char c)
{
        return !(subject->flags & FNM_CASEFOLD) && (unsigned char)(c - 1) < 0x7f && c != '*' &&
               c != '?' && c != '[' && c != '\\';
}

/*
 * A star takes as little as it can. When what follows does not fit, the last star takes one
 * character more: an earlier one need not be tried again, as it would only leave less.
 */
static int match(const struct subject *subject, const char *p, const char *end)
{
        const char *s = subject->string;
        const char *star = NULL, *starred = NULL;
        int flags = subject->flags;

        for (;;) {
                uint32_t c;
                size_t length, own;

                switch (*p) {
                case '\0':
                        if (!*s || (*s == '/' && flags & FNM_LEADING_DIR))
                                return 0;
                        goto again;
                case '*':
                        while (*++p == '*')
                                ;
                        if (leads(subject, s))
                                goto again;
                        if (!*p) {
                                if (!(flags & FNM_PATHNAME) || flags & FNM_LEADING_DIR)
                                        return 0;
                                return strchr(s, '/') ? FNM_NOMATCH : 0;
                        }
                        star = p;
                        starred = s;
                        if (is_plain(subject, *p) && !(s = starred = next_place(subject, s, *p)))
                                return FNM_NOMATCH;
                        continue;
                case '?':
                        if (barred(subject, s))
                                goto again;
                        character(subject, s, &length);
                        p++;
                        s += length;
                        continue;
                case '[':
                        if (barred(subject, s))
                                goto again;
                        c = character(subject, s, &length);
                        switch (__lwb_fnmatch_bracket(subject, p + 1, end, c, &p)) {
                        case BRACKET_YES:
                                s += length;
                                continue;
                        case BRACKET_NO:
                                goto again;
                        case BRACKET_LITERAL:
                                break;
                        }
                        break;
                case '\\':
                        if (!(flags & FNM_NOESCAPE) && !*++p)
                                return FNM_NOMATCH;
                        break;
                default:
                        break;
                }
                if (*p == *s && ((unsigned char)*p < 0x80 || !(flags & FNM_CASEFOLD))) {
                        p++;
                        s++;
                        continue;
                }
                if (flags & FNM_CASEFOLD && *s &&
                    folded(subject, character(subject, p, &own)) ==
                        folded(subject, character(subject, s, &length))) {
                        p += own;
                        s += length;
                        continue;
                }
        again:
                if (!star || !*starred || (*starred == '/' && flags & FNM_PATHNAME))
                        return FNM_NOMATCH;
                character(subject, starred, &length);
                starred += length;
                p = star;
                if (is_plain(subject, *p) && !(starred = next_place(subject, starred, *p)))
                        return FNM_NOMATCH;
                s = starred;
        }
}

/* Whether there is a group in a pattern; one without its end is none. */
static bool has_group(const char *pattern, const char *end)
{
        for (const char *p = pattern; (p = strchr(p, '(')); p++) {
                if (p > pattern && opens_group(p - 1) && __lwb_fnmatch_group_end(p + 1, end, false))
                        return true;
        }
        return false;
}

/**
 * Matches a string with a pattern: 0 if it does, FNM_NOMATCH if not, or -1 with ENOMEM, for long
 * strings and patterns with FNM_EXTMATCH alone.
 */
int __lwb_fnmatch(const char *pattern, const char *string, int flags)
{
        struct subject subject = {flags, MB_CUR_MAX > 1, string};
        const char *end = pattern + strlen(pattern);

        if (flags & FNM_EXTMATCH && has_group(pattern, end))
                return __lwb_fnmatch_extended(&subject, pattern, end);
        return match(&subject, pattern, end);
}

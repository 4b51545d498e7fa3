/* What the two ways of matching share: characters, brackets, and where a period leads. */
#ifndef LWB_FNMATCH_MATCH_H
#define LWB_FNMATCH_MATCH_H

#include <fnmatch.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

/* glibc's header has it under _GNU_SOURCE, musl's has it not. */
#ifndef FNM_EXTMATCH
#define FNM_EXTMATCH 0x20
#endif

struct subject {
        int flags;
        bool multibyte; /* the locale's characters may be of several bytes */
        const char *string;
};

/* The character of several bytes at `s`, or a value of its own for a byte that begins none. */
uint32_t __lwb_fnmatch_decode(const char *s, size_t *length);

/* Lower case of a character beyond ASCII. */
uint32_t __lwb_fnmatch_lower(uint32_t c);

/* The character at `s`, which is not the end, and its length in bytes. */
static inline uint32_t character(const struct subject *subject, const char *s, size_t *length)
{
        unsigned char c = (unsigned char)*s;

        *length = 1;
        return c < 0x80 || !subject->multibyte ? c : __lwb_fnmatch_decode(s, length);
}

/* A character as it is compared. */
static inline uint32_t folded(const struct subject *subject, uint32_t c)
{
        if (!(subject->flags & FNM_CASEFOLD))
                return c;
        if (c < 0x80)
                return c - 'A' < 26 ? c | 0x20 : c;
        return subject->multibyte ? __lwb_fnmatch_lower(c) : c;
}

/* Whether there is a period that only a period in the pattern matches. */
static inline bool leads(const struct subject *subject, const char *s)
{
        return *s == '.' && subject->flags & FNM_PERIOD &&
               (s == subject->string || (subject->flags & FNM_PATHNAME && s[-1] == '/'));
}

/* Whether `?` and brackets can't match there. */
static inline bool barred(const struct subject *subject, const char *s)
{
        return !*s || (*s == '/' && subject->flags & FNM_PATHNAME) || leads(subject, s);
}

enum bracket { BRACKET_LITERAL, BRACKET_NO, BRACKET_YES };

/**
 * Whether the bracket expression at `p`, behind its '[', matches the character `c`. `*after` is set
 * behind its ']'. BRACKET_LITERAL: it has none before `end`, so that '[' stands for itself.
 */
enum bracket __lwb_fnmatch_bracket(const struct subject *subject, const char *p, const char *end,
                                   uint32_t c, const char **after);

/** Matches a pattern with groups such as `*(a|b)`: 0, FNM_NOMATCH, or -1 with ENOMEM. */
int __lwb_fnmatch_extended(const struct subject *subject, const char *pattern, const char *end);

/** The ')' of a group, or at level 0 the '|' or ')' that ends an alternative; null without one. */
const char *__lwb_fnmatch_group_end(const char *p, const char *end, bool alternative);

/* Whether a group begins. */
static inline bool opens_group(const char *p)
{
        return p[0] && p[1] == '(' &&
               (*p == '*' || *p == '?' || *p == '+' || *p == '@' || *p == '!');
}

#endif

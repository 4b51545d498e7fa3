/*
 * Lines that are entries and that putpwent(3) or putgrent(3) would write as they stand: most lines
 * of most files. What is not sure to be one is left to the parser.
 */
#include <stdbool.h>
#include "colonfiles.h"

/* What ends a run of text, by byte: ':', ',', the line, or what makes it no plain one. */
enum class {
        TEXT,
        COMMA,
        END,
};

static const unsigned char classes[256] = {['\0'] = END, ['\n'] = END, [':'] = END, [','] = COMMA};

static char *skip_text(char *p)
{
        while (classes[(unsigned char)*p] != END)
                p++;
        return p;
}

static bool is_blank(char c)
{
        return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Skips a field and its colon. */
static char *skip_field(char *p)
{
        p = skip_text(p);
        return *p == ':' ? p + 1 : NULL;
}

/* Skips a number of at most nine digits that is written without need of none, and its colon. */
static char *skip_number(char *p)
{
        const char *first = p;

        while (*p >= '0' && *p <= '9')
                p++;
        if (*p != ':' || p == first || p - first > 9 || (*first == '0' && p - first > 1))
                return NULL;
        return p + 1;
}

/* Skips a name that begins an entry, and the password behind it. */
static char *skip_name(char *p)
{
        if (is_blank(*p) || *p == '#' || *p == '+' || *p == '-')
                return NULL;
        p = skip_field(p);
        return p ? skip_field(p) : NULL;
}

char *__lwb_plain_passwd(char *line)
{
        char *p = skip_name(line);

        p = p ? skip_number(p) : NULL;
        p = p ? skip_number(p) : NULL;
        p = p ? skip_field(p) : NULL;
        p = p ? skip_field(p) : NULL;
        if (!p)
                return NULL;
        p = skip_text(p);
        return *p == '\n' ? p : NULL;
}

char *__lwb_plain_group(char *line)
{
        char *p = skip_name(line);

        p = p ? skip_number(p) : NULL;
        if (!p || *p == '\n')
                return p;
        for (;; p++) {
                if (is_blank(*p) || classes[(unsigned char)*p] != TEXT)
                        return NULL;
                while (classes[(unsigned char)*p] == TEXT)
                        p++;
                if (*p == '\n')
                        return p;
                if (*p != ',')
                        return NULL;
        }
}

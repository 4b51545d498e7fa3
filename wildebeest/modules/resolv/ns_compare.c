#include <errno.h>
#include <string.h>
#include <strings.h>
#include "state.h"

/* Whether the character at `end - 1` follows an odd number of backslashes. */
static bool escaped(const char *text, size_t end)
{
        size_t slashes = 0;

        while (end >= 2 + slashes && text[end - 2 - slashes] == '\\')
                slashes++;
        return slashes % 2;
}

/* Length of a name without its final dots. */
static size_t bare_length(const char *name)
{
        size_t n = strlen(name);

        while (n > 0 && name[n - 1] == '.' && !escaped(name, n))
                n--;
        return n;
}

/** Copies a name so that it ends in one dot. 0, or -1 with EMSGSIZE. */
int ns_makecanon(const char *name, char *to, size_t room)
{
        size_t n = bare_length(name);

        if (n + 2 > room) {
                errno = EMSGSIZE;
                return -1;
        }
        memcpy(to, name, n);
        memcpy(to + n, ".", 2);
        return 0;
}

/** Whether two names are the same, in any case and with or without a final dot. */
int ns_samename(const char *a, const char *b)
{
        size_t n = bare_length(a);

        return n == bare_length(b) && !strncasecmp(a, b, n);
}

/** Whether `name` is `domain` or below it. */
int ns_samedomain(const char *name, const char *domain)
{
        size_t whole = bare_length(name);
        size_t part = bare_length(domain);

        if (part == 0 || whole == part)
                return part == 0 || !strncasecmp(name, domain, part);
        return whole > part + 1 && name[whole - part - 1] == '.' && !escaped(name, whole - part) &&
               !strncasecmp(name + whole - part, domain, part);
}

/** Whether `name` is below `domain`. */
int ns_subdomain(const char *name, const char *domain)
{
        return ns_samedomain(name, domain) && !ns_samename(name, domain);
}

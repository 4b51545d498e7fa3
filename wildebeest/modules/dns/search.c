/* The search list. */
#include <stdio.h>
#include <string.h>
#include "dns.h"

/* Asks for `name` below `domain`. */
static enum dns_result ask_below(const char *name, const char *domain, dns_try *ask, void *data)
{
        char whole[DNS_TEXT_NAME];
        int length;

        if (!*domain || !strcmp(domain, "."))
                return ask(data, name);
        length = snprintf(whole, sizeof whole, "%s.%s", name, domain);
        /* A name that is too long exists nowhere. */
        return length >= (int)sizeof whole ? DNS_NOT_FOUND : ask(data, whole);
}

enum dns_result __lwb_dns_search(const struct dns_search *search, const char *name, dns_try *ask,
                                 void *data)
{
        size_t length = strlen(name);
        bool absolute = length > 0 && name[length - 1] == '.';
        enum dns_result first = DNS_FOUND; /* that is: not asked for by itself at first */
        enum dns_result last = DNS_NOT_FOUND;
        bool itself_tried = false;
        bool no_data = false;
        bool failure = false;
        bool searched = false;
        unsigned dots = 0;
        bool below;

        for (const char *dot = name; (dot = strchr(dot, '.')) != NULL; dot++)
                dots++;
        if (dots >= search->ndots || absolute) {
                itself_tried = true;
                first = ask(data, name);
                if (first == DNS_FOUND || absolute)
                        return first;
        }
        below = (search->options & (dots ? RES_DNSRCH : RES_DEFNAMES)) != 0;
        for (size_t i = 0; below && i < search->domain_count; i++) {
                /* The root in the list is the name by itself, asked for once. */
                const char *domain = search->domains[i];
                bool root = !*domain || !strcmp(domain, ".");

                if (root && itself_tried)
                        continue;
                itself_tried |= root;
                searched = true;
                last = ask_below(name, domain, ask, data);
                if (last == DNS_FOUND || last == DNS_NOBODY)
                        return last;
                no_data |= last == DNS_NO_DATA;
                failure |= last == DNS_FAILURE;
                if (last == DNS_SILENCE || last == DNS_FATAL || !(search->options & RES_DNSRCH))
                        break;
        }
        if (!itself_tried && (dots > 0 || !searched || !(search->options & DNS_NOTLDQUERY))) {
                last = ask(data, name);
                if (last == DNS_FOUND)
                        return last;
        }
        if (first != DNS_FOUND)
                return first;
        return no_data ? DNS_NO_DATA : failure ? DNS_FAILURE : last;
}

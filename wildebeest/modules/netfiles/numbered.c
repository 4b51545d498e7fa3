/* /etc/protocols and /etc/rpc: name number alias… */
#include "netfiles.h"
#include <errno.h>
#include <string.h>

/** Fills a struct numbered. */
int __lwb_parse_numbered(char *line, struct netspace *space, void *numbered)
{
        struct numbered *entry = numbered;
        char *rest = line;
        uint32_t number;

        entry->name = __lwb_netfile_word(&rest);
        if (!__lwb_netfile_number(rest, &rest, &number))
                return EINVAL;
        if (*rest && !netfile_is_blank(*rest))
                return EINVAL;
        entry->number = (int)number;
        return __lwb_netfile_aliases(rest, space, &entry->aliases);
}

/** Whether a struct numbered has this name or alias. */
bool __lwb_match_numbered_name(const void *numbered, const void *name)
{
        const struct numbered *entry = numbered;

        return __lwb_netfile_is_named(entry->name, entry->aliases, name, strcmp);
}

/** Whether a struct numbered has this number, an int. */
bool __lwb_match_numbered_number(const void *numbered, const void *number)
{
        return ((const struct numbered *)numbered)->number == *(const int *)number;
}

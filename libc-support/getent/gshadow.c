/* gshadow: name:password:administrator,administrator:member,member */
#include <string.h>
#include "databases.h"
#include "colon.h"

static int put(const union colon_entry *entry, FILE *stream)
{
        return __lwb_put_gshadow(&entry->gshadow, stream);
}

static const char *name_of(const union colon_entry *entry)
{
        return entry->gshadow.name;
}

static const struct colon_format format = {
    .name = "gshadow",
    .path = "/etc/gshadow",
    .parse = __lwb_parse_gshadow,
    .put = put,
    .entry_name = name_of,
};

static void find(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                colon_find(request, &format, format.path);
}

static void enumerate(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                colon_enumerate(request, &format);
}

void enumerate_gshadow(struct request *request)
{
        enumerate_services(request, "gshadow", enumerate);
}

enum exit_code find_gshadow(struct request *request)
{
        find_in_services(request, "gshadow", find);
        return write_keys(request);
}

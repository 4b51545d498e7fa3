#include "colonfiles.h"

int __lwb_parse_gshadow(char *line, void *entry, char *space, size_t size)
{
        struct lwb_gshadow *sg = entry;
        int error;

        sg->name = __lwb_colon_field(&line);
        if (__lwb_colon_compat(sg->name) && !*line) {
                sg->password = NULL;
                sg->administrators = NULL;
                return __lwb_colon_list(&line, '\0', &sg->members, &space, &size);
        }
        sg->password = __lwb_colon_field(&line);
        error = __lwb_colon_list(&line, ':', &sg->administrators, &space, &size);
        if (error)
                return error;
        return __lwb_colon_list(&line, '\0', &sg->members, &space, &size);
}

#include "colonfiles.h"

int __lwb_parse_group(char *line, void *entry, char *space, size_t size)
{
        struct group *gr = entry;
        int compat;
        unsigned int gid;

        gr->gr_name = __lwb_colon_field(&line);
        compat = __lwb_colon_compat(gr->gr_name);
        if (compat && !*line) {
                gr->gr_passwd = NULL;
                gr->gr_gid = 0;
        } else {
                gr->gr_passwd = __lwb_colon_field(&line);
                if (!__lwb_colon_id(&line, compat, &gid))
                        return LWB_NO_ENTRY;
                gr->gr_gid = gid;
        }
        return __lwb_colon_list(&line, '\0', &gr->gr_mem, &space, &size);
}

#include "colonfiles.h"

int __lwb_parse_passwd(char *line, void *entry, char *space, size_t size)
{
        struct passwd *pw = entry;
        int compat;
        unsigned int uid;
        unsigned int gid;

        (void)space;
        (void)size;
        pw->pw_name = __lwb_colon_field(&line);
        compat = __lwb_colon_compat(pw->pw_name);
        if (compat && !*line) {
                pw->pw_passwd = pw->pw_gecos = pw->pw_dir = pw->pw_shell = NULL;
                pw->pw_uid = 0;
                pw->pw_gid = 0;
                return 0;
        }
        pw->pw_passwd = __lwb_colon_field(&line);
        if (!__lwb_colon_id(&line, compat, &uid) || !__lwb_colon_id(&line, compat, &gid))
                return LWB_NO_ENTRY;
        pw->pw_uid = uid;
        pw->pw_gid = gid;
        pw->pw_gecos = __lwb_colon_field(&line);
        pw->pw_dir = __lwb_colon_field(&line);
        pw->pw_shell = line;
        return 0;
}

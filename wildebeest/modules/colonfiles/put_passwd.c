#include <errno.h>
#include "colonfiles.h"

/* Writes `text` with blanks for what would end its field or line. */
static int put_gecos(const char *text, FILE *stream)
{
        for (; text && *text; text++)
                if (putc_unlocked(*text == ':' || *text == '\n' ? ' ' : *text, stream) == EOF)
                        return -1;
        return 0;
}

/* Writes what stands before the GECOS field. */
static int put_ids(const struct passwd *pw, FILE *stream)
{
        const char *password = pw->pw_passwd ? pw->pw_passwd : "";

        if (__lwb_colon_compat(pw->pw_name))
                return fprintf(stream, "%s:%s:::", pw->pw_name, password);
        return fprintf(stream, "%s:%s:%u:%u:", pw->pw_name, password, (unsigned int)pw->pw_uid,
                       (unsigned int)pw->pw_gid);
}

int __lwb_put_passwd(const struct passwd *pw, FILE *stream)
{
        int failed;

        if (!pw || !stream || !pw->pw_name || !__lwb_colon_valid(pw->pw_name, ":\n") ||
            !__lwb_colon_valid(pw->pw_passwd, ":\n") || !__lwb_colon_valid(pw->pw_dir, ":\n") ||
            !__lwb_colon_valid(pw->pw_shell, ":\n")) {
                errno = EINVAL;
                return -1;
        }
        flockfile(stream);
        failed = put_ids(pw, stream) < 0 || put_gecos(pw->pw_gecos, stream) ||
                 fprintf(stream, ":%s:%s\n", pw->pw_dir ? pw->pw_dir : "",
                         pw->pw_shell ? pw->pw_shell : "") < 0;
        funlockfile(stream);
        return failed ? -1 : 0;
}

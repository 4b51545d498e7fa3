#include <ctype.h>
#include <limits.h>
#include "colonfiles.h"

/* Takes a number of days, -1 when the field is empty; whether there is such a field. */
static int days(char **rest, long *value)
{
        unsigned int number;

        switch (__lwb_colon_number(rest, &number)) {
        case LWB_NUMBER_EMPTY:
                *value = -1;
                return 1;
        case LWB_NUMBER_GIVEN:
                /* glibc keeps 32 bits with their sign: 4294967295 is a -1 too. */
                *value = (int)number;
                return 1;
        default:
                return 0;
        }
}

int __lwb_parse_shadow(char *line, void *entry, char *space, size_t size)
{
        struct spwd *sp = entry;
        unsigned int flag;

        (void)space;
        (void)size;
        sp->sp_warn = sp->sp_inact = sp->sp_expire = -1;
        sp->sp_flag = ULONG_MAX;
        sp->sp_namp = __lwb_colon_field(&line);
        if (__lwb_colon_compat(sp->sp_namp) && !*line) {
                sp->sp_pwdp = NULL;
                sp->sp_lstchg = sp->sp_min = sp->sp_max = 0;
                return 0;
        }
        sp->sp_pwdp = __lwb_colon_field(&line);
        if (!days(&line, &sp->sp_lstchg) || !days(&line, &sp->sp_min) || !days(&line, &sp->sp_max))
                return LWB_NO_ENTRY;
        while (isspace((unsigned char)*line))
                line++;
        /* The old form of five fields. */
        if (!*line)
                return 0;
        if (!days(&line, &sp->sp_warn) || !days(&line, &sp->sp_inact) ||
            !days(&line, &sp->sp_expire))
                return LWB_NO_ENTRY;
        if (!*line)
                return 0;
        /* A colon behind the flag would begin a tenth field. */
        if (__lwb_colon_number(&line, &flag) != LWB_NUMBER_GIVEN || line[-1] == ':')
                return LWB_NO_ENTRY;
        sp->sp_flag = flag;
        return 0;
}

#include <string.h>
#include "colonfiles.h"

int __lwb_colon_valid(const char *text, const char *forbidden)
{
        return !text || !strpbrk(text, forbidden);
}

int __lwb_colon_valid_list(char *const *list)
{
        for (; list && *list; list++)
                if (!__lwb_colon_valid(*list, ":,\n"))
                        return 0;
        return 1;
}

int __lwb_colon_put_list(char *const *list, FILE *stream)
{
        for (char *const *name = list; name && *name; name++)
                if (fprintf(stream, "%s%s", name == list ? "" : ",", *name) < 0)
                        return -1;
        return 0;
}

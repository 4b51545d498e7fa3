/* Translated texts. */
#include <libintl.h>
#include "argp_internal.h"

const char *__lwb_argp_text(const struct argp *argp, const char *text)
{
        /* The empty one is not a text but what catalogues keep their header under. */
        return text && *text ? dgettext(argp->argp_domain, text) : text;
}

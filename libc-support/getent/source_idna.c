/* Internationalised names, by the project's own conversion. */
#include "../../wildebeest/modules/idna/idna.h"
#include "sources.h"

static int net_result_of(enum idna_result result)
{
        return result == IDNA_DONE ? NET_FOUND : result == IDNA_REFUSED ? NET_NOT_FOUND : NET_ERROR;
}

int idna_to_ascii(const char *utf8, char **ascii)
{
        return net_result_of(__lwb_idna_to_ascii(utf8, ascii));
}

int idna_to_unicode(const char *ascii, char **utf8)
{
        return net_result_of(__lwb_idna_to_unicode(ascii, utf8));
}

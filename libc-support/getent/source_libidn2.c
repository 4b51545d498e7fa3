/* Internationalised names, by libidn2: see libidn2's manual, "API". */
#include <idn2.h>
#include <stdint.h>
#include <string.h>
#include "getent.h"
#include "sources.h"

static int net_result_of(int result)
{
        return result == IDN2_OK ? NET_FOUND : result == IDN2_MALLOC ? NET_ERROR : NET_NOT_FOUND;
}

int idna_to_ascii(const char *utf8, char **ascii)
{
        if (is_ascii(utf8)) {
                *ascii = strdup(utf8);
                return *ascii ? NET_FOUND : NET_ERROR;
        }
        return net_result_of(
            idn2_lookup_u8((const uint8_t *)utf8, (uint8_t **)ascii, IDN2_NFC_INPUT));
}

int idna_to_unicode(const char *ascii, char **utf8)
{
        return net_result_of(idn2_to_unicode_8z8z(ascii, utf8, 0));
}

/*
 * Any bytes as a name: an ASCII form has no other ASCII form, its Unicode form leads back to it,
 * and Punycode decodes to what it was encoded from.
 */
#include <stdlib.h>
#include <string.h>
#include "idna.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void check_punycode(const uint8_t *data, size_t size)
{
        uint32_t points[IDNA_LABEL];
        uint32_t again[IDNA_LABEL];
        char text[1024];
        int count = __lwb_punycode_decode((const char *)data, size, points, IDNA_LABEL);
        int length;

        if (count < 1)
                return;
        length = __lwb_punycode_encode(points, (size_t)count, text, sizeof text);
        if (length < 0 || __lwb_punycode_decode(text, (size_t)length, again, IDNA_LABEL) != count ||
            memcmp(points, again, (size_t)count * sizeof *points))
                abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        char *name = malloc(size + 1);
        char *ascii = NULL;
        char *unicode = NULL;
        char *again = NULL;

        memcpy(name, data, size);
        name[size] = '\0';
        if (__lwb_idna_to_ascii(name, &ascii) == IDNA_DONE) {
                for (const char *c = ascii; strcmp(name, ascii) && *c; c++) {
                        if ((unsigned char)*c >= 0x80)
                                abort();
                }
                if (__lwb_idna_to_unicode(ascii, &unicode) == IDNA_DONE) {
                        /* A name that was in ASCII may be in capitals, and of any length. */
                        if (strcmp(name, ascii) &&
                            (__lwb_idna_to_ascii(unicode, &again) != IDNA_DONE ||
                             strcmp(again, ascii)))
                                abort();
                } else if (strcmp(name, ascii)) {
                        abort();
                }
        }
        free(again);
        again = NULL;
        free(unicode);
        unicode = NULL;
        if (__lwb_idna_to_unicode(name, &unicode) == IDNA_DONE)
                free(unicode);
        check_punycode(data, size);
        free(ascii);
        free(name);
        return 0;
}

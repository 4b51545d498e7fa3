/*
 * glibc: AI_IDN looks up the encoded form of a name with letters beyond ASCII; AI_CANONIDN gives
 *        the canonical name in letters.
 * musl:  refuses both flags.
 * here:  as glibc with libidn2, through the module idna; names are UTF-8, whatever the locale.
 * see:   getaddrinfo(3).
 */
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include "../idna/idna.h"
#include "idn.h"

int __lwb_getaddrinfo(const char *restrict name, const char *restrict service,
                      const struct addrinfo *restrict hints, struct addrinfo **restrict result);
int __lwb_libc_getaddrinfo(const char *restrict name, const char *restrict service,
                           const struct addrinfo *restrict hints, struct addrinfo **restrict result)
    LWB_IDN_LIBC("getaddrinfo");

/* Shows the canonical name, which libc has allocated with the list, in letters where they fit. */
static int decode_canonical(struct addrinfo *list)
{
        char *name = list->ai_canonname;
        char *letters;
        enum idna_result result;

        if (!name)
                return 0;
        result = __lwb_idna_to_unicode(name, &letters);
        if (result == IDNA_NO_MEMORY)
                return EAI_MEMORY;
        if (result == IDNA_REFUSED)
                return 0;
        if (strlen(letters) <= strlen(name))
                strcpy(name, letters);
        free(letters);
        return 0;
}

/**
 * As libc's getaddrinfo, with AI_IDN and AI_CANONIDN: EAI_IDN_ENCODE for a name that can not be
 * encoded. A canonical name that can not be shown in letters stays as it is.
 */
int __lwb_getaddrinfo(const char *restrict name, const char *restrict service,
                      const struct addrinfo *restrict hints, struct addrinfo **restrict result)
{
        int flags = hints ? hints->ai_flags : 0;
        struct addrinfo plain;
        char *encoded = NULL;
        int error;

        if (!(flags & LWB_AI_IDN_FLAGS))
                return __lwb_libc_getaddrinfo(name, service, hints, result);
        if (name && (flags & AI_IDN)) {
                enum idna_result encoding = __lwb_idna_to_ascii(name, &encoded);

                if (encoding != IDNA_DONE)
                        return encoding == IDNA_NO_MEMORY ? EAI_MEMORY : EAI_IDN_ENCODE;
                name = encoded;
        }
        plain = *hints;
        plain.ai_flags &= ~LWB_AI_IDN_FLAGS;
        error = __lwb_libc_getaddrinfo(name, service, &plain, result);
        free(encoded);
        if (error || !(flags & AI_CANONIDN))
                return error;
        error = decode_canonical(*result);
        if (error)
                freeaddrinfo(*result);
        return error;
}

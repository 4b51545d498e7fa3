/*
 * Internationalised host names: Punycode (RFC 3492) and the lookup of IDNA2008 (RFC 5891) after the
 * mapping of Unicode Technical Standard 46, non-transitional, which is what glibc does with
 * libidn2. Modules include it as "../idna/idna.h".
 */
#ifndef LWB_IDNA_H
#define LWB_IDNA_H

#include <stddef.h>
#include <stdint.h>

/** What a conversion ends with. */
enum idna_result {
        IDNA_DONE,
        IDNA_REFUSED, /* the name may not be looked up, or is not UTF-8 */
        IDNA_NO_MEMORY,
};

/** The ASCII form of a name in UTF-8, in `*ascii` from malloc; a name in ASCII is copied. */
enum idna_result __lwb_idna_to_ascii(const char *utf8, char **ascii);

/** The UTF-8 form of a name, in `*utf8` from malloc: labels that begin `xn--` are decoded and must
 * be what __lwb_idna_to_ascii makes. */
enum idna_result __lwb_idna_to_unicode(const char *ascii, char **utf8);

/** Decodes Punycode, `size` characters. Code points written to `points`, or -1. */
int __lwb_punycode_decode(const char *text, size_t size, uint32_t *points, size_t room);

/** Encodes code points. Characters written, without a NUL, or -1 when they need more than `room`.
 */
int __lwb_punycode_encode(const uint32_t *points, size_t count, char *text, size_t room);

enum { IDNA_LABEL = 63, IDNA_NAME = 253 };

#endif

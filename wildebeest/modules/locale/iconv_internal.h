/* What iconv_open, iconv and iconv_close share. */
#ifndef LWB_LOCALE_ICONV_INTERNAL_H
#define LWB_LOCALE_ICONV_INTERNAL_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A conversion: libc's from charset to charset, for what needs no care, and its two halves, by way
 * of WCHAR_T. libc's encoders keep no state.
 */
struct lwb_iconv {
        iconv_t direct, decoder, encoder;
        /* The least bytes of a character that is read, and of one that is written. */
        size_t unit, least;
        bool translit, ignore;
        /* The decoder may have a state, which cannot be set back but by opening it anew. */
        bool stateful;
        char from[64];
};

/* Room for the text that stands for a character, and for its bytes in any charset. */
enum { TEXT_MAX = 32, BYTES_MAX = 8 * TEXT_MAX };

/*
 * Converts characters to the target's bytes. Returns their number, or (size_t)-1 where the target
 * lacks one of them or they are more than `size`. errno is kept.
 */
size_t __lwb_iconv_encode(const struct lwb_iconv *cd, const uint32_t *characters, size_t count,
                          char *bytes, size_t size);

/*
 * Finds what stands for a character that the target lacks, "?" at the worst. Returns the length of
 * the text, which may be 0.
 */
size_t __lwb_iconv_translit(const struct lwb_iconv *cd, uint32_t character, uint32_t *text);

#endif

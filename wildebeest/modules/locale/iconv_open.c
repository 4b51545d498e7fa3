/*
 * glibc: "//TRANSLIT" and "//IGNORE" behind the charset that is written; others, and those behind
 *        the charset that is read, say nothing.
 * musl:  EINVAL, as there is no such charset.
 * here:  as glibc; the charsets and their names are musl's, and "" is the locale's.
 * see:   iconv_open(3); GNU C Library manual, "Generic Conversion Interface".
 */
#include <errno.h>
#include <iconv.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include "iconv_internal.h"
#include "../../shared/libc_own.h"

LIBC_OWN(iconv_open);
LIBC_OWN(iconv);
LIBC_OWN(iconv_close);
iconv_t __lwb_iconv_open(const char *to, const char *from);
int __lwb_iconv_close(iconv_t handle);

static const iconv_t none = (iconv_t)-1;

/* Copies the charset before the slashes of `code`; false where it is not followed by two. */
static bool charset_name(const char *code, char *name, size_t size)
{
        size_t length = strcspn(code, "/");

        if (code[length] && code[length + 1] && code[length + 1] != '/')
                return false;
        if (!length) {
                code = nl_langinfo(CODESET);
                length = strlen(code);
        }
        if (length >= size)
                return false;
        memcpy(name, code, length);
        name[length] = '\0';
        return true;
}

/* Whether the words behind the charset, between slashes or commas, have this one. */
static bool has_word(const char *code, const char *word)
{
        static const char separators[] = "/,";
        const char *at = code + strcspn(code, "/");

        while (*at) {
                size_t length = strcspn(at, separators);

                if (length == strlen(word) && !strncasecmp(at, word, length))
                        return true;
                at += length;
                at += strspn(at, separators);
        }
        return false;
}

/* The bytes of an "A", behind what may have to stand first; 1 where the charset can't be written.
 */
static size_t letter_size(iconv_t encoder)
{
        uint32_t letters[] = {'A', 'A'};
        char bytes[BYTES_MAX], *in, *out;
        size_t size = 1, left, room;

        for (int which = 0; which < 2; which++) {
                in = (char *)&letters[which];
                left = sizeof *letters;
                out = bytes;
                room = sizeof bytes;
                if (encoder == none || libc_own_iconv(encoder, &in, &left, &out, &room))
                        return 1;
                size = sizeof bytes - room;
        }
        return size;
}

/*
 * Whether a new decoder only sets its state by the bytes: ISO-2022's sequence for ASCII, or the
 * mark for the order of bytes.
 */
static bool reads_over(const char *from, const char *bytes, size_t size)
{
        iconv_t decoder = libc_own_iconv_open("WCHAR_T", from);
        uint32_t characters[4];
        char *in = (char *)bytes, *out = (char *)characters;
        size_t left = size, room = sizeof characters, status;

        if (decoder == none)
                return true;
        status = libc_own_iconv(decoder, &in, &left, &out, &room);
        libc_own_iconv_close(decoder);
        return status || room == sizeof characters;
}

static bool open_all(struct lwb_iconv *cd, const char *to)
{
        static const char wide[] = "WCHAR_T";
        static const char escape[] = "\033(B";
        uint32_t mark = 0xfeff;
        char bytes[BYTES_MAX], *in = (char *)&mark, *out = bytes;
        size_t left = sizeof mark, room = sizeof bytes;
        iconv_t reverse;
        int saved = errno;

        cd->direct = libc_own_iconv_open(to, cd->from);
        if (cd->direct == none)
                return false;
        cd->decoder = libc_own_iconv_open(wide, cd->from);
        cd->encoder = libc_own_iconv_open(to, wide);
        if (cd->decoder == none || cd->encoder == none)
                return false;
        reverse = libc_own_iconv_open(cd->from, wide);
        cd->unit = letter_size(reverse);
        if (cd->unit == 1)
                cd->stateful = reads_over(cd->from, escape, sizeof escape - 1);
        else
                cd->stateful = libc_own_iconv(reverse, &in, &left, &out, &room) ||
                               reads_over(cd->from, bytes, sizeof bytes - room);
        if (reverse != none)
                libc_own_iconv_close(reverse);
        cd->least = letter_size(cd->encoder);
        errno = saved;
        return true;
}

/**
 * Closes a conversion. Returns 0, or -1 with EBADF where it is none.
 */
int __lwb_iconv_close(iconv_t handle)
{
        struct lwb_iconv *cd = handle;

        if (handle == none) {
                errno = EBADF;
                return -1;
        }
        if (cd->encoder != none)
                libc_own_iconv_close(cd->encoder);
        if (cd->decoder != none)
                libc_own_iconv_close(cd->decoder);
        if (cd->direct != none)
                libc_own_iconv_close(cd->direct);
        free(cd);
        return 0;
}

/**
 * Opens a conversion to charset `to` from charset `from`. Returns (iconv_t)-1 with EINVAL where
 * libc has no such conversion, or ENOMEM.
 */
iconv_t __lwb_iconv_open(const char *to, const char *from)
{
        struct lwb_iconv *cd = malloc(sizeof *cd);
        char target[sizeof cd->from];
        int error;

        if (!cd)
                return none;
        *cd = (struct lwb_iconv){.direct = none, .decoder = none, .encoder = none};
        cd->translit = has_word(to, "TRANSLIT");
        cd->ignore = has_word(to, "IGNORE");
        if (!charset_name(to, target, sizeof target) ||
            !charset_name(from, cd->from, sizeof cd->from)) {
                free(cd);
                errno = EINVAL;
                return none;
        }
        if (open_all(cd, target))
                return cd;
        error = errno;
        __lwb_iconv_close(cd);
        errno = error;
        return none;
}

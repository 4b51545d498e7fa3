/*
 * libFuzzer: any text from any charset into any, whole and in pieces. The first four bytes say
 * from what, into what, how, and how much room there is for a piece.
 */
#include <errno.h>
#include <iconv.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LENGTH(array) (sizeof(array) / sizeof *(array))

/* The least room for a piece: what stands for a character fits. */
enum { PIECE_MIN = 64, ROOM = 64000 };

/* Those with a state come last. */
static const char *const charsets[] = {
    "UTF-8",   "UTF-16LE",  "UTF-32BE", "ASCII",       "ISO-8859-1", "WINDOWS-1252",
    "KOI8-R",  "SHIFT_JIS", "EUC-JP",   "GBK",         "BIG5",       "EUC-KR",
    "GB18030", "UTF-16",    "UTF-32",   "ISO-2022-JP",
};
enum { STATELESS = 13 };

static void check(int condition)
{
        if (!condition)
                abort();
}

/*
 * Converts it all, with room for so many bytes at a time, and over what is wrong. Returns the bytes
 * that were written.
 */
static size_t convert(iconv_t cd, const char *text, size_t size, char *out, size_t piece)
{
        char *in = (char *)text, *begin = out;
        size_t left = size, room, status, used;

        while (left) {
                const char *before = in, *written = out;

                room = piece;
                status = iconv(cd, &in, &left, &out, &room);
                used = (size_t)(in - before);
                check(in + left == text + size && out - written == (ptrdiff_t)(piece - room));
                if (status != (size_t)-1) {
                        check(!left);
                } else if (errno == EILSEQ && left) {
                        in++;
                        left--;
                } else if (errno == EINVAL) {
                        break;
                } else {
                        check(errno == EILSEQ || (errno == E2BIG && (used || out > written)));
                }
        }
        return (size_t)(out - begin);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        static const char *const suffixes[] = {"", "//TRANSLIT", "//IGNORE", "//TRANSLIT//IGNORE"};
        static char whole[ROOM], pieces[ROOM];
        const char *from;
        char to[64], *text;
        size_t first, second;
        iconv_t cd;

        if (size < 4 || size > 1000)
                return 0;
        from = charsets[data[0] % LENGTH(charsets)];
        strcpy(to, charsets[data[1] % LENGTH(charsets)]);
        strcat(to, suffixes[data[2] % LENGTH(suffixes)]);
        cd = iconv_open(to, from);
        if (cd == (iconv_t)-1)
                return 0;
        /* A copy that ends where the text does. */
        size -= 4;
        text = malloc(size + !size);
        check(text != NULL);
        memcpy(text, data + 4, size);
        first = convert(cd, text, size, whole, ROOM);
        iconv(cd, NULL, NULL, NULL, NULL);
        if (data[0] % LENGTH(charsets) < STATELESS && data[1] % LENGTH(charsets) < STATELESS) {
                second = convert(cd, text, size, pieces, PIECE_MIN + data[3] % 64);
                check(first == second && !memcmp(whole, pieces, first));
        }
        iconv_close(cd);
        free(text);
        return 0;
}

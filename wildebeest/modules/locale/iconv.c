/*
 * glibc: EILSEQ at a character that the target lacks, unless something stands for it (TRANSLIT) or
 *        it may be skipped (IGNORE: EILSEQ when all is converted); NULL sets the state back.
 * musl:  writes "*" for it and counts that; NULL does nothing.
 * here:  as glibc, by musl's conversions.
 * see:   iconv(3); GNU C Library manual, "Generic Conversion Interface"; POSIX.1-2024, iconv.
 */
#include <errno.h>
#include <iconv.h>
#include <string.h>
#include "iconv_internal.h"
#include "../../shared/libc_own.h"

LIBC_OWN(iconv_open);
LIBC_OWN(iconv);
LIBC_OWN(iconv_close);
size_t __lwb_iconv(iconv_t handle, char **restrict inbuf, size_t *restrict inleft,
                   char **restrict outbuf, size_t *restrict outleft);

static const size_t failed = (size_t)-1;

/* Blocks of input that libc converts by itself: after each success more, after a failure less. */
enum { BLOCK_MIN = 16, BLOCK_MAX = 1024 };

struct blocks {
        size_t size;
        /* Where a block has failed: up to here each character is converted by itself. */
        const char *failed_until;
};

struct output {
        char *at;
        size_t left;
};

size_t __lwb_iconv_encode(const struct lwb_iconv *cd, const uint32_t *characters, size_t count,
                          char *bytes, size_t size)
{
        int saved = errno;
        char *in = (char *)characters, *out = bytes;
        size_t left = count * sizeof *characters, room = size;
        size_t status = libc_own_iconv(cd->encoder, &in, &left, &out, &room);

        errno = saved;
        return status || left ? failed : size - room;
}

/*
 * Decodes what stands at `in`: a character, or two for which the charset has one. Returns their
 * number, with the bytes that were read; 0 where these only changed the state; -1 with EILSEQ or
 * EINVAL.
 */
static int decode(const struct lwb_iconv *cd, const char *in, size_t left, uint32_t characters[2],
                  size_t *used)
{
        /* Without room a decoder reads as far as to the first character. */
        for (size_t room = cd->stateful ? 0 : 1; room <= 2; room++) {
                char *from = (char *)in, *out = (char *)characters;
                size_t rest = left, space = room * sizeof *characters;
                size_t status = libc_own_iconv(cd->decoder, &from, &rest, &out, &space);

                *used = left - rest;
                if (*used)
                        return (int)(room - space / sizeof *characters);
                if (status == failed && errno != E2BIG)
                        return -1;
        }
        errno = EILSEQ;
        return -1;
}

/*
 * Lets libc convert up to `size` bytes. Returns those that were read; 0 where there may be an
 * error, a character that the target lacks, or too little room. errno is kept.
 */
static size_t try_block(const struct lwb_iconv *cd, const char *in, size_t size,
                        struct output *output)
{
        int saved = errno;
        size_t status, rest, room;
        char *from, *to;

        for (int tries = 0;; tries++) {
                from = (char *)in;
                rest = size;
                to = output->at;
                room = output->left;
                errno = 0;
                status = libc_own_iconv(cd->direct, &from, &rest, &to, &room);
                if (status != failed || errno != EINVAL || from == in || tries)
                        break;
                /* A character was cut: once more, without it, for how many were replaced. */
                size -= rest;
        }
        errno = saved;
        if (status || rest)
                return 0;
        *output = (struct output){to, room};
        return size;
}

/* Lets libc convert a block, as large as goes, where it needs no care. Returns the bytes read. */
static size_t convert_block(const struct lwb_iconv *cd, const char *in, size_t left,
                            struct output *output, struct blocks *blocks)
{
        size_t size, done;

        while (!cd->stateful && in >= blocks->failed_until) {
                size = left < blocks->size ? left : blocks->size;
                if (size < BLOCK_MIN)
                        break;
                /* A character is not cut: this is how those of UTF-8 go on. */
                for (int most = 3; size < left && most && ((unsigned char)in[size] & 0xc0) == 0x80;
                     most--)
                        size--;
                done = try_block(cd, in, size, output);
                if (done) {
                        if (blocks->size < BLOCK_MAX)
                                blocks->size *= 2;
                        return done;
                }
                if (blocks->size == BLOCK_MIN)
                        blocks->failed_until = in + size;
                else
                        blocks->size /= 2;
        }
        return 0;
}

/* Writes characters, or what stands for them. Returns 0, E2BIG, or EILSEQ where nothing does. */
static int write_characters(const struct lwb_iconv *cd, const uint32_t *characters, int count,
                            struct output *output, size_t *replaced)
{
        char scratch[2 * BYTES_MAX];
        char *bytes = output->left < sizeof scratch ? scratch : output->at;
        uint32_t text[TEXT_MAX];
        size_t length = 0, size, lacking = 0;

        if (output->left < cd->least)
                return E2BIG;
        for (int which = 0; which < count; which++) {
                size = __lwb_iconv_encode(cd, &characters[which], 1, bytes + length, BYTES_MAX);
                if (size == failed && cd->translit) {
                        size = __lwb_iconv_translit(cd, characters[which], text);
                        size = __lwb_iconv_encode(cd, text, size, bytes + length, BYTES_MAX);
                        lacking++;
                }
                if (size == failed)
                        return EILSEQ;
                length += size;
        }
        if (length > output->left)
                return E2BIG;
        if (bytes == scratch)
                memcpy(output->at, scratch, length);
        output->at += length;
        output->left -= length;
        *replaced += lacking;
        return 0;
}

/* Sets the state back, as libc's conversions can only by being opened anew. */
static size_t reset(struct lwb_iconv *cd, char **restrict outbuf, size_t *restrict outleft)
{
        if (cd->stateful) {
                iconv_t fresh = libc_own_iconv_open("WCHAR_T", cd->from);

                if (fresh == (iconv_t)-1)
                        return failed;
                libc_own_iconv_close(cd->decoder);
                cd->decoder = fresh;
        }
        return libc_own_iconv(cd->encoder, NULL, NULL, outbuf, outleft);
}

/**
 * Converts *inbuf of *inleft bytes to *outbuf with room for *outleft, and moves them on. Returns
 * the number of characters that others stand for, or (size_t)-1 with EILSEQ, E2BIG, EINVAL where
 * the input ends within a character, EBADF, or ENOMEM (with inbuf NULL).
 */
size_t __lwb_iconv(iconv_t handle, char **restrict inbuf, size_t *restrict inleft,
                   char **restrict outbuf, size_t *restrict outleft)
{
        struct lwb_iconv *cd = handle;
        struct blocks blocks = {.size = BLOCK_MAX};
        struct output output;
        const char *in;
        size_t left, used, replaced = 0;
        uint32_t characters[2];
        bool invalid = false, lacking = false;
        int count, error = 0;

        if (handle == (iconv_t)-1) {
                errno = EBADF;
                return failed;
        }
        if (!inbuf || !*inbuf)
                return reset(cd, outbuf, outleft);
        in = blocks.failed_until = *inbuf;
        left = *inleft;
        output = (struct output){*outbuf, *outleft};
        while (left && !error) {
                used = convert_block(cd, in, left, &output, &blocks);
                if (!used) {
                        int saved = errno;

                        count = decode(cd, in, left, characters, &used);
                        if (count < 0) {
                                error = errno;
                                errno = saved;
                                if (error != EILSEQ || !cd->ignore || left < cd->unit)
                                        break;
                                invalid = true;
                                error = 0;
                                in += cd->unit;
                                left -= cd->unit;
                                continue;
                        }
                        errno = saved;
                        error = write_characters(cd, characters, count, &output, &replaced);
                        if (error == EILSEQ && cd->ignore) {
                                lacking = true;
                                error = 0;
                        }
                        if (error)
                                break;
                }
                in += used;
                left -= used;
                *inbuf = (char *)in;
                *inleft = left;
        }
        /* What was skipped is read with the next character, and there is no room for that. */
        if (error != E2BIG) {
                *inbuf = (char *)in;
                *inleft = left;
        }
        *outbuf = output.at;
        *outleft = output.left;
        /* glibc, too, forgets what was skipped when others stand for some characters. */
        if (error != E2BIG && (lacking || (!error && invalid && !replaced)))
                error = EILSEQ;
        if (!error)
                return replaced;
        errno = error;
        return failed;
}

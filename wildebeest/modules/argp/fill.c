/*
 * Breaks text into lines: a line that would reach the right margin is broken at its last blank
 * before it, or behind a word that is longer than a line.
 *
 * The texts are glibc's byte for byte, and so are its misplaced blanks: it keeps what is not
 * written yet in a buffer of 200 bytes, and where that has no room for the blanks that a line
 * begins with, it writes them before all that is still in it ("--name      =ARG"). So what would be
 * in that buffer is counted here.
 */
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "argp_internal.h"

static bool reserve(char **text, size_t *size, size_t length, size_t more)
{
        size_t wanted;
        char *grown;

        if (more > SIZE_MAX / 2 - length)
                return false;
        if (length + more <= *size)
                return true;
        wanted = (length + more) * 2;
        grown = realloc(*text, wanted);
        if (!grown)
                return false;
        *text = grown;
        *size = wanted;
        return true;
}

static void emit(struct argp_fill *fill, const char *text, size_t length)
{
        if (fill->failed || length == 0)
                return;
        if (!reserve(&fill->text, &fill->size, fill->length, length)) {
                fill->failed = true;
                return;
        }
        memcpy(fill->text + fill->length, text, length);
        fill->length += length;
}

static void emit_blanks(struct argp_fill *fill, size_t count)
{
        while (count-- > 0)
                emit(fill, " ", 1);
}

/* The bytes in glibc's buffer: those laid out since it was written, and those from `at` on. */
static size_t buffered(const struct argp_fill *fill, const char *at)
{
        return fill->length - fill->flushed + (size_t)(fill->pending + fill->pending_length - at);
}

/* Blanks that have no room in glibc's buffer: it writes them at once, before what is in it. */
static void emit_before(struct argp_fill *fill, size_t count)
{
        if (fill->failed || count == 0)
                return;
        if (!reserve(&fill->text, &fill->size, fill->length, count)) {
                fill->failed = true;
                return;
        }
        memmove(fill->text + fill->flushed + count, fill->text + fill->flushed,
                fill->length - fill->flushed);
        memset(fill->text + fill->flushed, ' ', count);
        fill->flushed += count;
        fill->length += count;
}

static bool is_blank(char c)
{
        return isblank((unsigned char)c);
}

/* Emits what fits on the line that begins at `at`, and the break; the rest begins at the result. */
static const char *wrap(struct argp_fill *fill, const char *at, const char *end)
{
        size_t room = fill->right > fill->column ? fill->right - fill->column : 0;
        const char *limit = room < (size_t)(end - at) ? at + room : end;
        const char *stop = limit;
        const char *next;

        /* At the end of the text there is no blank; a newline is none either. */
        while (stop >= at && (stop == end || !is_blank(*stop))) {
                if (stop == at)
                        break;
                stop--;
        }
        if (stop < end && is_blank(*stop)) {
                next = stop + 1;
                while (stop > at && is_blank(stop[-1]))
                        stop--;
        } else {
                stop = limit;
                while (stop < end && !is_blank(*stop))
                        stop++;
                if (stop == end) {
                        emit(fill, at, (size_t)(end - at));
                        fill->column += (size_t)(end - at);
                        return end;
                }
                next = stop;
                while (next < end && is_blank(*next))
                        next++;
        }
        size_t used = buffered(fill, at),
               front = fill->length - fill->flushed + (size_t)(next - at);

        emit(fill, at, (size_t)(stop - at));
        emit(fill, "\n", 1);
        /*
         * Where the buffer has no room for the blanks, glibc writes all up to the new line; the
         * blanks stay in it if what was written leaves room for them.
         */
        bool fits = (size_t)(next - stop - 1) >= fill->wrap ||
                    (used < fill->capacity && fill->capacity - used > fill->wrap + 1);
        if (!fits)
                fill->flushed = fill->length;
        emit_blanks(fill, fill->wrap);
        if (!fits && front < fill->wrap)
                fill->flushed = fill->length;
        fill->column = fill->wrap;
        return next;
}

/* Lays out all that is pending. */
static void lay_out(struct argp_fill *fill)
{
        const char *at = fill->pending;
        const char *end = at ? at + fill->pending_length : NULL;

        while (at < end && !fill->failed) {
                const char *newline, *line_end;

                if (fill->column == 0 && fill->left > 0) {
                        if (buffered(fill, at) + fill->left < fill->capacity)
                                emit_blanks(fill, fill->left);
                        else
                                emit_before(fill, fill->left);
                        fill->column = fill->left;
                }
                newline = memchr(at, '\n', (size_t)(end - at));
                line_end = newline ? newline : end;
                while (at < line_end && fill->column + (size_t)(line_end - at) >= fill->right)
                        at = wrap(fill, at, line_end);
                emit(fill, at, (size_t)(line_end - at));
                fill->column += (size_t)(line_end - at);
                at = line_end;
                if (newline) {
                        emit(fill, "\n", 1);
                        fill->column = 0;
                        at++;
                }
        }
        fill->pending_length = 0;
}

/* Makes room in what would be glibc's buffer, by writing what is in it. */
static void ensure(struct argp_fill *fill, size_t length)
{
        if (fill->capacity == 0)
                fill->capacity = 200;
        if (fill->length - fill->flushed + fill->pending_length + length <= fill->capacity)
                return;
        lay_out(fill);
        fill->flushed = fill->length;
        if (fill->capacity < length)
                fill->capacity += length;
}

void __lwb_argp_fill_add(struct argp_fill *fill, const char *text, size_t length)
{
        ensure(fill, length);
        if (fill->failed)
                return;
        if (!reserve(&fill->pending, &fill->pending_size, fill->pending_length, length)) {
                fill->failed = true;
                return;
        }
        if (length > 0)
                memcpy(fill->pending + fill->pending_length, text, length);
        fill->pending_length += length;
}

void __lwb_argp_fill_put(struct argp_fill *fill, const char *text)
{
        __lwb_argp_fill_add(fill, text, strlen(text));
}

void __lwb_argp_fill_printf(struct argp_fill *fill, const char *format, ...)
{
        va_list args, again;
        int length;

        va_start(args, format);
        va_copy(again, args);
        length = vsnprintf(NULL, 0, format, again);
        va_end(again);
        /* What glibc guesses first, and then what it is. */
        ensure(fill, 150);
        if (length > 0)
                ensure(fill, (size_t)length + 1);
        if (fill->failed || length < 0 ||
            !reserve(&fill->pending, &fill->pending_size, fill->pending_length,
                     (size_t)length + 1)) {
                fill->failed = true;
        } else {
                vsnprintf(fill->pending + fill->pending_length, (size_t)length + 1, format, args);
                fill->pending_length += (size_t)length;
        }
        va_end(args);
}

size_t __lwb_argp_fill_column(struct argp_fill *fill)
{
        lay_out(fill);
        return fill->column;
}

void __lwb_argp_fill_margins(struct argp_fill *fill, int left, int wrap)
{
        lay_out(fill);
        if (left >= 0)
                fill->left = (size_t)left;
        if (wrap >= 0)
                fill->wrap = (size_t)wrap;
}

void __lwb_argp_fill_indent(struct argp_fill *fill, size_t column)
{
        for (size_t at = __lwb_argp_fill_column(fill); at < column; at++)
                __lwb_argp_fill_add(fill, " ", 1);
}

void __lwb_argp_fill_end(struct argp_fill *fill, FILE *stream)
{
        lay_out(fill);
        if (!fill->failed && fill->length > 0)
                fwrite(fill->text, 1, fill->length, stream);
        free(fill->text);
        free(fill->pending);
}

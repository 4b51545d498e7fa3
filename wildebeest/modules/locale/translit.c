/* What stands for a character that a charset lacks: from translit.h, best first, and for the
 * characters of that what stands for them. */
#include "iconv_internal.h"
#include "translit.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

enum { TEXT_BITS = 15, DEPTH_MAX = 4 };

struct text {
        uint32_t *characters;
        size_t length;
};

static bool is_mark(uint32_t character)
{
        size_t low = 0, high = LENGTH(marks);

        while (low < high) {
                size_t middle = low + (high - low) / 2;

                if (character > marks[middle].last)
                        low = middle + 1;
                else if (character < marks[middle].first)
                        high = middle;
                else
                        return true;
        }
        return false;
}

/* The first row of a character or of a later one. */
static size_t first_row(uint32_t character)
{
        size_t low = 0, high = LENGTH(rows);

        while (low < high) {
                size_t middle = low + (high - low) / 2;

                if (rows[middle] >> TEXT_BITS < character)
                        low = middle + 1;
                else
                        high = middle;
        }
        return low;
}

static bool has(const struct lwb_iconv *cd, uint32_t character)
{
        char bytes[BYTES_MAX];

        return __lwb_iconv_encode(cd, &character, 1, bytes, sizeof bytes) != (size_t)-1;
}

static bool add(struct text *text, uint32_t character)
{
        if (text->length >= TEXT_MAX)
                return false;
        text->characters[text->length++] = character;
        return true;
}

static bool replace(const struct lwb_iconv *cd, uint32_t character, int depth, struct text *text);

/* Adds the text of a row; what the target lacks of it is replaced, or refused at the depth 0. */
static bool add_row(const struct lwb_iconv *cd, uint32_t row, int depth, struct text *text)
{
        size_t before = text->length;

        for (const uint16_t *at = &texts[row & ((1U << TEXT_BITS) - 1)]; *at; at++) {
                if (has(cd, *at) ? add(text, *at) : depth && replace(cd, *at, depth - 1, text))
                        continue;
                text->length = before;
                return false;
        }
        return true;
}

/* Adds what stands for a character; false where nothing does. */
static bool replace(const struct lwb_iconv *cd, uint32_t character, int depth, struct text *text)
{
        size_t first = first_row(character), last = first;

        if (is_mark(character))
                return true;
        for (; last < LENGTH(rows) && rows[last] >> TEXT_BITS == character; last++) {
                if (add_row(cd, rows[last], 0, text))
                        return true;
        }
        /* The last is the plainest. */
        while (last-- > first) {
                if (add_row(cd, rows[last], depth, text))
                        return true;
        }
        return false;
}

size_t __lwb_iconv_translit(const struct lwb_iconv *cd, uint32_t character, uint32_t *text)
{
        struct text found = {text, 0};

        if (!replace(cd, character, DEPTH_MAX, &found)) {
                found.length = 0;
                add(&found, '?');
        }
        return found.length;
}

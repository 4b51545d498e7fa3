/* The mapping, normalisation and checks of a name, and its two forms. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "idna.h"
#include "tables.h"

/* Hangul syllables compose by rule (Unicode, section 3.12). */
enum {
        HANGUL = 0xac00,
        HANGUL_L = 0x1100,
        HANGUL_V = 0x1161,
        HANGUL_T = 0x11a7,
        HANGUL_LS = 19,
        HANGUL_VS = 21,
        HANGUL_TS = 28,
        HANGUL_COUNT = HANGUL_LS * HANGUL_VS * HANGUL_TS,
};

/* What `properties` says of a code point. */
enum {
        VALID = 1,
        MARK = 2,
        VIRAMA = 4,
        BIDI_SHIFT = 3,
        JOINING_SHIFT = 7,
};

enum {
        BIDI_L,
        BIDI_R,
        BIDI_AL,
        BIDI_AN,
        BIDI_EN,
        BIDI_ES,
        BIDI_CS,
        BIDI_ET,
        BIDI_ON,
        BIDI_BN,
        BIDI_NSM
};
enum { JOINING_U, JOINING_L, JOINING_R, JOINING_D, JOINING_T };
enum { ZWNJ = 0x200c, ZWJ = 0x200d };

/* Code points; a name that needs more is too long in any form. */
enum { MOST = 1024 };

struct points {
        uint32_t list[MOST];
        size_t count;
};

static bool add(struct points *points, uint32_t point)
{
        if (points->count == MOST)
                return false;
        points->list[points->count++] = point;
        return true;
}

/* The value of the last item of `table` at or before a point; items are a point and `bits`. */
static uint32_t value_at(const uint32_t *table, size_t count, uint32_t point, unsigned bits)
{
        size_t low = 0;

        while (count - low > 1) {
                size_t middle = low + (count - low) / 2;

                if (table[middle] >> bits <= point)
                        low = middle;
                else
                        count = middle;
        }
        return table[low] & ((1U << bits) - 1);
}

static uint32_t properties_of(uint32_t point)
{
        return value_at(properties, sizeof properties / sizeof *properties, point, 10);
}

static uint32_t class_of(uint32_t point)
{
        return value_at(classes, sizeof classes / sizeof *classes, point, 8);
}

static unsigned bidi_of(uint32_t point)
{
        return properties_of(point) >> BIDI_SHIFT & 15;
}

static unsigned joining_of(uint32_t point)
{
        return properties_of(point) >> JOINING_SHIFT & 7;
}

/* Takes a code point off UTF-8 in its shortest form. */
static bool decode(const unsigned char **text, uint32_t *point)
{
        static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
        const unsigned char *p = *text;
        uint32_t c = *p++;
        unsigned more = c < 0x80   ? 0
                        : c < 0xc2 ? 4
                        : c < 0xe0 ? 1
                        : c < 0xf0 ? 2
                        : c < 0xf5 ? 3
                                   : 4;

        if (more == 4)
                return false;
        if (more)
                c &= 0x3fU >> more;
        for (unsigned i = 0; i < more; i++) {
                if ((*p & 0xc0) != 0x80)
                        return false;
                c = c << 6 | (*p++ & 0x3f);
        }
        if (c < least[more] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
                return false;
        *text = p;
        *point = c;
        return true;
}

static size_t encode(uint32_t point, char *to)
{
        if (point < 0x80) {
                to[0] = (char)point;
                return 1;
        }
        if (point < 0x800) {
                to[0] = (char)(0xc0 | point >> 6);
                to[1] = (char)(0x80 | (point & 0x3f));
                return 2;
        }
        if (point < 0x10000) {
                to[0] = (char)(0xe0 | point >> 12);
                to[1] = (char)(0x80 | (point >> 6 & 0x3f));
                to[2] = (char)(0x80 | (point & 0x3f));
                return 3;
        }
        to[0] = (char)(0xf0 | point >> 18);
        to[1] = (char)(0x80 | (point >> 12 & 0x3f));
        to[2] = (char)(0x80 | (point >> 6 & 0x3f));
        to[3] = (char)(0x80 | (point & 0x3f));
        return 4;
}

/* The canonical decomposition of a point that the mapping leaves. */
static bool decompose(struct points *out, uint32_t point)
{
        size_t low = 0;
        size_t high = sizeof compositions / sizeof *compositions;

        if (point >= HANGUL && point < HANGUL + HANGUL_COUNT) {
                uint32_t index = point - HANGUL;
                uint32_t trailing = index % HANGUL_TS;

                return add(out, HANGUL_L + index / (HANGUL_VS * HANGUL_TS)) &&
                       add(out, HANGUL_V + index / HANGUL_TS % HANGUL_VS) &&
                       (trailing == 0 || add(out, HANGUL_T + trailing));
        }
        while (low < high) {
                size_t middle = low + (high - low) / 2;

                if (compositions[middle].whole == point)
                        return decompose(out, compositions[middle].first) &&
                               add(out, compositions[middle].second);
                if (compositions[middle].whole < point)
                        low = middle + 1;
                else
                        high = middle;
        }
        return add(out, point);
}

static uint32_t composed(uint32_t first, uint32_t second)
{
        if (first >= HANGUL_L && first < HANGUL_L + HANGUL_LS && second >= HANGUL_V &&
            second < HANGUL_V + HANGUL_VS)
                return HANGUL + ((first - HANGUL_L) * HANGUL_VS + second - HANGUL_V) * HANGUL_TS;
        if (first >= HANGUL && first < HANGUL + HANGUL_COUNT && (first - HANGUL) % HANGUL_TS == 0 &&
            second > HANGUL_T && second < HANGUL_T + HANGUL_TS)
                return first + second - HANGUL_T;
        for (size_t i = 0; i < sizeof compositions / sizeof *compositions; i++) {
                if (compositions[i].second == second && compositions[i].first == first)
                        return compositions[i].whole;
        }
        return 0;
}

/* Marks of one letter go in the order of their classes. */
static void reorder(struct points *points)
{
        for (size_t i = 1; i < points->count; i++) {
                uint32_t point = points->list[i];
                uint32_t class = class_of(point);
                size_t at = i;

                if (class == 0)
                        continue;
                while (at > 0 && class_of(points->list[at - 1]) > class) {
                        points->list[at] = points->list[at - 1];
                        at--;
                }
                points->list[at] = point;
        }
}

/* Normalisation form C (Unicode, section 3.11). */
static bool normalise(const struct points *in, struct points *out)
{
        size_t starter = MOST;
        size_t used = 0;
        uint32_t class_before = 0;

        out->count = 0;
        for (size_t i = 0; i < in->count; i++) {
                if (!decompose(out, in->list[i]))
                        return false;
        }
        reorder(out);
        for (size_t i = 0; i < out->count; i++) {
                uint32_t point = out->list[i];
                uint32_t class = class_of(point);
                bool blocked = starter == MOST ||
                               (used > starter + 1 && (class_before >= class || class_before == 0));
                uint32_t whole = blocked ? 0 : composed(out->list[starter], point);

                if (whole) {
                        out->list[starter] = whole;
                        continue;
                }
                if (class == 0)
                        starter = used;
                class_before = class;
                out->list[used++] = point;
        }
        out->count = used;
        return true;
}

/* What UTS 46 maps a code point to, which may be nothing. */
static bool map(struct points *out, uint32_t point)
{
        size_t low = 0;
        size_t high = sizeof runs / sizeof *runs;

        while (low < high) {
                size_t middle = low + (high - low) / 2;
                const struct idna_run *run = &runs[middle];
                uint32_t last = run->first + (uint32_t)(run->count - 1) * run->step;

                if (point < run->first) {
                        high = middle;
                } else if (point > last) {
                        low = middle + 1;
                } else if ((point - run->first) % run->step) {
                        break;
                } else {
                        return run->delta == IDNA_REMOVED ||
                               add(out, (uint32_t)((int32_t)point + run->delta));
                }
        }
        low = 0;
        high = sizeof sequences / sizeof *sequences;
        while (low < high) {
                size_t middle = low + (high - low) / 2;

                if (sequences[middle].from == point) {
                        for (size_t i = 0; i < sequences[middle].count; i++) {
                                if (!add(out, pool[sequences[middle].at + i]))
                                        return false;
                        }
                        return true;
                }
                if (sequences[middle].from < point)
                        low = middle + 1;
                else
                        high = middle;
        }
        return add(out, point);
}

/* RFC 5892, appendices A.1 and A.2: where a joiner may stand. */
static bool joiner_allowed(const uint32_t *label, size_t count, size_t at)
{
        size_t i = at;

        if (at > 0 && properties_of(label[at - 1]) & VIRAMA)
                return true;
        if (label[at] == ZWJ)
                return false;
        while (i > 0 && joining_of(label[i - 1]) == JOINING_T)
                i--;
        if (i == 0 ||
            (joining_of(label[i - 1]) != JOINING_L && joining_of(label[i - 1]) != JOINING_D))
                return false;
        for (i = at + 1; i < count && joining_of(label[i]) == JOINING_T;)
                i++;
        return i < count &&
               (joining_of(label[i]) == JOINING_R || joining_of(label[i]) == JOINING_D);
}

/* RFC 5893, section 2. */
static bool bidi_allowed(const uint32_t *label, size_t count)
{
        unsigned seen = 0;
        unsigned first = bidi_of(label[0]);
        unsigned last;

        for (size_t i = 0; i < count; i++)
                seen |= 1U << bidi_of(label[i]);
        if (!(seen & (1U << BIDI_R | 1U << BIDI_AL | 1U << BIDI_AN)))
                return true;
        while (count > 1 && bidi_of(label[count - 1]) == BIDI_NSM)
                count--;
        last = bidi_of(label[count - 1]);
        if (first == BIDI_R || first == BIDI_AL)
                return !(seen & 1U << BIDI_L) &&
                       (last == BIDI_R || last == BIDI_AL || last == BIDI_EN || last == BIDI_AN) &&
                       !(seen & 1U << BIDI_EN && seen & 1U << BIDI_AN);
        /* One that begins from left to right may have nothing of the other direction. */
        return false;
}

/* RFC 5891, section 5.4, of a label that is not ASCII; an underscore is let through, as in glibc.
 */
static bool label_allowed(const uint32_t *label, size_t count)
{
        if (label[0] == '-' || label[count - 1] == '-' ||
            (count > 3 && label[2] == '-' && label[3] == '-') || properties_of(label[0]) & MARK)
                return false;
        for (size_t i = 0; i < count; i++) {
                if (label[i] == ZWNJ || label[i] == ZWJ) {
                        if (!joiner_allowed(label, count, i))
                                return false;
                } else if (label[i] != '_' && !(properties_of(label[i]) & VALID)) {
                        return false;
                }
        }
        return bidi_allowed(label, count);
}

static bool is_ascii(const uint32_t *label, size_t count)
{
        for (size_t i = 0; i < count; i++) {
                if (label[i] >= 0x80)
                        return false;
        }
        return true;
}

/* Whether a label in ASCII is not an encoded one, or that of a name which is allowed: IDNA_DONE. */
static enum idna_result check_ascii(const char *label, size_t size)
{
        struct points *work;
        bool allowed = false;
        char again[IDNA_LABEL];
        uint32_t points[IDNA_LABEL];
        int count;
        int n;

        if (size < 4 || memcmp(label, "xn--", 4))
                return IDNA_DONE;
        if (size > IDNA_LABEL)
                return IDNA_REFUSED;
        count = __lwb_punycode_decode(label + 4, size - 4, points, IDNA_LABEL);
        if (count < 1 || is_ascii(points, (size_t)count) || !label_allowed(points, (size_t)count))
                return IDNA_REFUSED;
        n = __lwb_punycode_encode(points, (size_t)count, again, sizeof again);
        if (n != (int)size - 4 || memcmp(label + 4, again, (size_t)n))
                return IDNA_REFUSED;
        /* What is not in the form that the mapping makes stands for another name. */
        work = malloc(2 * sizeof *work);
        if (!work)
                return IDNA_NO_MEMORY;
        work[0].count = 0;
        allowed = true;
        for (int i = 0; i < count; i++)
                allowed = allowed && map(&work[0], points[i]);
        allowed = allowed && normalise(&work[0], &work[1]) && work[1].count == (size_t)count &&
                  !memcmp(work[1].list, points, (size_t)count * sizeof *points);
        free(work);
        return allowed ? IDNA_DONE : IDNA_REFUSED;
}

/* What append_label returns where there is no new length. */
enum { REFUSED = -1, NO_MEMORY = -2 };

/* Appends the ASCII form of a label; the new length, REFUSED or NO_MEMORY. */
static int append_label(const uint32_t *label, size_t count, char *to, int used)
{
        int n;

        if (count == 0)
                return used;
        if (is_ascii(label, count)) {
                if (count > IDNA_LABEL || used + (int)count > IDNA_NAME)
                        return REFUSED;
                for (size_t i = 0; i < count; i++)
                        to[used + (int)i] = (char)label[i];
                switch (check_ascii(to + used, count)) {
                case IDNA_DONE:
                        return used + (int)count;
                case IDNA_NO_MEMORY:
                        return NO_MEMORY;
                default:
                        return REFUSED;
                }
        }
        if (!label_allowed(label, count) || used + 4 > IDNA_NAME)
                return REFUSED;
        memcpy(to + used, "xn--", 4);
        n = IDNA_NAME - used - 4;
        n = __lwb_punycode_encode(label, count, to + used + 4,
                                  (size_t)(n < IDNA_LABEL - 4 ? n : IDNA_LABEL - 4));
        return n < 0 ? REFUSED : used + 4 + n;
}

static enum idna_result convert(const char *utf8, struct points *work, char *ascii)
{
        const unsigned char *at = (const unsigned char *)utf8;
        size_t start = 0;
        int used = 0;

        work[0].count = 0;
        while (*at) {
                uint32_t point;

                if (!decode(&at, &point) || !map(&work[0], point))
                        return IDNA_REFUSED;
        }
        if (!normalise(&work[0], &work[1]))
                return IDNA_REFUSED;
        for (size_t i = 0; i <= work[1].count; i++) {
                if (i < work[1].count && work[1].list[i] != '.')
                        continue;
                used = append_label(work[1].list + start, i - start, ascii, used);
                if (used < 0)
                        return used == NO_MEMORY ? IDNA_NO_MEMORY : IDNA_REFUSED;
                /* A dot at the end is one more than the longest name. */
                if (i < work[1].count) {
                        if (used > IDNA_NAME || (used == IDNA_NAME && i + 1 < work[1].count))
                                return IDNA_REFUSED;
                        ascii[used++] = '.';
                }
                start = i + 1;
        }
        ascii[used] = '\0';
        return IDNA_DONE;
}

enum idna_result __lwb_idna_to_ascii(const char *utf8, char **ascii)
{
        const unsigned char *at = (const unsigned char *)utf8;
        enum idna_result result;
        struct points *work;

        while (*at && *at < 0x80)
                at++;
        if (!*at) {
                *ascii = strdup(utf8);
                return *ascii ? IDNA_DONE : IDNA_NO_MEMORY;
        }
        work = malloc(2 * sizeof *work);
        *ascii = malloc(IDNA_NAME + 2);
        result = work && *ascii ? convert(utf8, work, *ascii) : IDNA_NO_MEMORY;
        free(work);
        if (result) {
                free(*ascii);
                *ascii = NULL;
        }
        return result;
}

/* Whether `label` begins as an encoded one, in any case. */
static bool is_encoded(const char *label, size_t size)
{
        return size > 4 && (label[0] | 32) == 'x' && (label[1] | 32) == 'n' && label[2] == '-' &&
               label[3] == '-';
}

enum idna_result __lwb_idna_to_unicode(const char *ascii, char **utf8)
{
        size_t used = 0;
        char *out = malloc(strlen(ascii) * 4 + 1);
        enum idna_result result;

        *utf8 = NULL;
        if (!out)
                return IDNA_NO_MEMORY;
        for (const char *label = ascii;;) {
                size_t size = strcspn(label, ".");
                char lower[IDNA_LABEL];
                uint32_t points[IDNA_LABEL];
                int count;

                if (!is_encoded(label, size)) {
                        memcpy(out + used, label, size);
                        used += size;
                } else {
                        result = IDNA_REFUSED;
                        if (size > IDNA_LABEL)
                                goto failed;
                        for (size_t i = 0; i < size; i++)
                                lower[i] = (char)(label[i] >= 'A' && label[i] <= 'Z' ? label[i] + 32
                                                                                     : label[i]);
                        result = check_ascii(lower, size);
                        if (result)
                                goto failed;
                        count = __lwb_punycode_decode(lower + 4, size - 4, points, IDNA_LABEL);
                        for (int i = 0; i < count; i++)
                                used += encode(points[i], out + used);
                }
                if (!label[size])
                        break;
                out[used++] = '.';
                label += size + 1;
        }
        out[used] = '\0';
        *utf8 = out;
        return IDNA_DONE;
failed:
        free(out);
        return result;
}

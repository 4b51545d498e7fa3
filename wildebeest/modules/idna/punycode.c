/* Punycode, RFC 3492. */
#include <string.h>
#include "idna.h"

/* Section 5. */
enum {
        BASE = 36,
        T_MIN = 1,
        T_MAX = 26,
        SKEW = 38,
        DAMP = 700,
        FIRST_BIAS = 72,
        FIRST_POINT = 128
};

/* Section 6.1. */
static uint32_t adapt(uint32_t delta, uint32_t count, int first)
{
        uint32_t k = 0;

        delta /= first ? DAMP : 2;
        delta += delta / count;
        for (; delta > (BASE - T_MIN) * T_MAX / 2; k += BASE)
                delta /= BASE - T_MIN;
        return k + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

static uint32_t threshold(uint32_t k, uint32_t bias)
{
        return k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
}

static int digit_value(char c)
{
        if (c >= '0' && c <= '9')
                return c - '0' + 26;
        c |= 32;
        return c >= 'a' && c <= 'z' ? c - 'a' : -1;
}

int __lwb_punycode_decode(const char *text, size_t size, uint32_t *points, size_t room)
{
        uint32_t point = FIRST_POINT;
        uint32_t bias = FIRST_BIAS;
        uint32_t i = 0;
        size_t count = 0;
        size_t at = 0;

        for (size_t end = size; end > 0; end--) {
                if (text[end - 1] != '-')
                        continue;
                at = end;
                break;
        }
        if (at > room)
                return -1;
        for (; count + 1 < at; count++) {
                if ((unsigned char)text[count] >= 0x80)
                        return -1;
                points[count] = (unsigned char)text[count];
        }
        while (at < size) {
                uint32_t before = i;
                uint32_t weight = 1;

                for (uint32_t k = BASE;; k += BASE) {
                        int digit = at < size ? digit_value(text[at++]) : -1;
                        uint32_t t = threshold(k, bias);

                        if (digit < 0 || (uint32_t)digit > (UINT32_MAX - i) / weight)
                                return -1;
                        i += (uint32_t)digit * weight;
                        if ((uint32_t)digit < t)
                                break;
                        if (weight > UINT32_MAX / (BASE - t))
                                return -1;
                        weight *= BASE - t;
                }
                if (count == room)
                        return -1;
                bias = adapt(i - before, (uint32_t)count + 1, before == 0);
                if (i / (count + 1) > 0x10ffff - point)
                        return -1;
                point += i / (uint32_t)(count + 1);
                i %= (uint32_t)(count + 1);
                if (point >= 0xd800 && point <= 0xdfff)
                        return -1;
                memmove(points + i + 1, points + i, (count - i) * sizeof *points);
                points[i++] = point;
                count++;
        }
        return (int)count;
}

int __lwb_punycode_encode(const uint32_t *points, size_t count, char *text, size_t room)
{
        static const char digits[] = "abcdefghijklmnopqrstuvwxyz0123456789";
        uint32_t point = FIRST_POINT;
        uint32_t bias = FIRST_BIAS;
        uint32_t delta = 0;
        size_t basic = 0;
        size_t done;
        size_t used = 0;

        for (size_t i = 0; i < count; i++) {
                if (points[i] >= 0x80)
                        continue;
                if (used == room)
                        return -1;
                text[used++] = (char)points[i];
                basic++;
        }
        done = basic;
        if (basic > 0) {
                if (used == room)
                        return -1;
                text[used++] = '-';
        }
        while (done < count) {
                uint32_t next = UINT32_MAX;

                for (size_t i = 0; i < count; i++) {
                        if (points[i] >= point && points[i] < next)
                                next = points[i];
                }
                if (next - point > (UINT32_MAX - delta) / (done + 1))
                        return -1;
                delta += (next - point) * (uint32_t)(done + 1);
                point = next;
                for (size_t i = 0; i < count; i++) {
                        uint32_t rest = delta;

                        if (points[i] < point && ++delta == 0)
                                return -1;
                        if (points[i] != point)
                                continue;
                        for (uint32_t k = BASE;; k += BASE) {
                                uint32_t t = threshold(k, bias);
                                uint32_t digit = rest < t ? rest : t + (rest - t) % (BASE - t);

                                if (used == room)
                                        return -1;
                                text[used++] = digits[digit];
                                if (rest < t)
                                        break;
                                rest = (rest - t) / (BASE - t);
                        }
                        bias = adapt(delta, (uint32_t)done + 1, done == basic);
                        delta = 0;
                        done++;
                }
                delta++;
                point++;
        }
        return (int)used;
}

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "colonfiles.h"

char *__lwb_colon_field(char **rest)
{
        char *field = *rest;
        char *end = strchrnul(field, ':');

        if (*end)
                *end++ = '\0';
        *rest = end;
        return field;
}

enum lwb_colon_number __lwb_colon_number(char **rest, unsigned int *value)
{
        int saved = errno;
        char *text = *rest;
        char *end;
        unsigned long long number;

        if (!*text)
                return LWB_NUMBER_BAD;
        /* Wider than the ids even where long is not, so that all architectures drop the same lines.
         */
        number = strtoull(text, &end, 10);
        errno = saved;
        if (number > UINT_MAX || (*end && *end != ':'))
                return LWB_NUMBER_BAD;
        *rest = *end ? end + 1 : end;
        *value = (unsigned int)number;
        return end == text ? LWB_NUMBER_EMPTY : LWB_NUMBER_GIVEN;
}

int __lwb_colon_id(char **rest, int compat, unsigned int *id)
{
        enum lwb_colon_number number = __lwb_colon_number(rest, id);

        return number == LWB_NUMBER_GIVEN || (number == LWB_NUMBER_EMPTY && compat);
}

/* Finds the next name of a list that ends before `end`: where it begins and ends, or 0. */
static int next_name(char **position, char *end, char **name, char **name_end)
{
        char *p = *position;

        while (p < end) {
                char *comma = memchr(p, ',', (size_t)(end - p));

                if (!comma)
                        comma = end;
                while (p < comma && isspace((unsigned char)*p))
                        p++;
                if (p < comma) {
                        *name = p;
                        *name_end = comma;
                        *position = comma < end ? comma + 1 : end;
                        return 1;
                }
                p = comma < end ? comma + 1 : end;
        }
        return 0;
}

int __lwb_colon_list(char **rest, char stop, char ***list, char **space, size_t *size)
{
        char *text = *rest;
        char *end = stop ? strchrnul(text, stop) : text + strlen(text);
        char *next = *end ? end + 1 : end;
        size_t padding = -(uintptr_t)*space & (sizeof(char *) - 1);
        size_t room = *size > padding ? (*size - padding) / sizeof(char *) : 0;
        size_t count = 0;
        char **names = (char **)(void *)(*space + padding);
        char *name;
        char *name_end;

        if (!room)
                return ERANGE;
        for (char *p = text; next_name(&p, end, &name, &name_end);) {
                if (count + 1 >= room)
                        return ERANGE;
                *name_end = '\0';
                names[count++] = name;
        }
        names[count++] = NULL;
        *list = names;
        *space += padding + count * sizeof(char *);
        *size -= padding + count * sizeof(char *);
        *rest = next;
        return 0;
}

size_t __lwb_colon_space(const char *line)
{
        /* A name before each comma, one more in each of two lists, and the lists' ends. */
        size_t pointers = 4;
        size_t bytes;

        for (; *line; line++)
                pointers += *line == ',';
        if (__builtin_mul_overflow(pointers, sizeof(char *), &bytes) ||
            __builtin_add_overflow(bytes, sizeof(char *) - 1, &bytes))
                return SIZE_MAX;
        return bytes;
}

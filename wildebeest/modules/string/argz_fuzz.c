/*
 * Operations on an argz vector, one a line: a letter that chooses it and its arguments, separated
 * by
 * '|'. A list of strings, changed the plain way, says after each what the vector must hold.
 */
#include <argz.h>
#include <envz.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

enum { MAX_ENTRIES = 64, MAX_LENGTH = 4096 };

static char *list[MAX_ENTRIES];
static size_t entries;
static char *argz;
static size_t length;

#define CHECK(condition)                                                                           \
        do {                                                                                       \
                if (!(condition))                                                                  \
                        abort();                                                                   \
        } while (0)

static char *duplicate(const char *string, size_t n)
{
        char *copy = malloc(n + 1);

        CHECK(copy);
        memcpy(copy, string, n);
        copy[n] = '\0';
        return copy;
}

static void list_insert(size_t at, const char *string, size_t n)
{
        CHECK(entries < MAX_ENTRIES);
        memmove(list + at + 1, list + at, (entries - at) * sizeof *list);
        list[at] = duplicate(string, n);
        entries++;
}

static void list_delete(size_t at)
{
        free(list[at]);
        entries--;
        memmove(list + at, list + at + 1, (entries - at) * sizeof *list);
}

/* The place of the first entry of that name, `entries` when there is none. */
static size_t list_find(const char *name)
{
        size_t n = strcspn(name, "="), i;

        for (i = 0; i < entries; i++)
                if (strcspn(list[i], "=") == n && !strncmp(list[i], name, n))
                        break;
        return i;
}

static void compare(void)
{
        char *pointers[MAX_ENTRIES + 1], *entry = NULL;
        size_t total = 0;

        CHECK(argz_count(argz, length) == entries);
        argz_extract(argz, length, pointers);
        CHECK(!pointers[entries]);
        for (size_t i = 0; i < entries; i++) {
                char *equals = strchr(list[i], '=');
                size_t first = list_find(list[i]);

                entry = argz_next(argz, length, entry);
                CHECK(entry && entry == pointers[i] && !strcmp(entry, list[i]));
                CHECK(envz_entry(argz, length, list[i]) == pointers[first]);
                if (first == i)
                        CHECK(equals ? envz_get(argz, length, list[i]) ==
                                           entry + (equals - list[i]) + 1
                                     : !envz_get(argz, length, list[i]));
                total += strlen(entry) + 1;
        }
        CHECK(total == length && !argz_next(argz, length, entry));
}

static void add_separated(const char *string, char separator)
{
        char rest[2] = {separator, '\0'};
        size_t n;

        CHECK(argz_add_sep(&argz, &length, string, separator) == 0);
        if (!*string)
                return;
        string += strspn(string, rest);
        for (;; string += n) {
                n = strcspn(string, rest);
                list_insert(entries, string, n);
                if (!string[n])
                        return;
                n += strspn(string + n, rest);
        }
}

static void replace(const char *string, const char *with)
{
        size_t taken = strlen(string), changed = 0;
        unsigned count = 0;

        CHECK(argz_replace(&argz, &length, string, with, &count) == 0);
        for (size_t i = 0; taken && i < entries; i++) {
                char *old = list[i], *at = old, *found, *made = calloc(1, MAX_LENGTH * 8);

                CHECK(made);
                while ((found = strstr(at, string))) {
                        strncat(made, at, (size_t)(found - at));
                        strcat(made, with);
                        at = found + taken;
                }
                strcat(made, at);
                changed += at != old;
                list[i] = duplicate(made, strlen(made));
                free(made);
                free(old);
        }
        CHECK(count == changed);
}

static void set(const char *name, const char *value)
{
        size_t at = list_find(name), n = strlen(name);
        char *made = calloc(1, n + strlen(value ? value : "") + 2);

        CHECK(made && envz_add(&argz, &length, name, value) == 0);
        memcpy(made, name, n);
        if (value) {
                made[n] = '=';
                strcpy(made + n + 1, value);
        }
        if (at < entries)
                list_delete(at);
        list_insert(entries, made, strlen(made));
        free(made);
}

static void merge(const char *text, int override)
{
        char *other = NULL;
        size_t other_length = 0;

        CHECK(argz_create_sep(text, ',', &other, &other_length) == 0);
        CHECK(envz_merge(&argz, &length, other, other_length, override) == 0);
        for (char *entry = NULL; (entry = argz_next(other, other_length, entry));) {
                size_t at = list_find(entry);

                if (at < entries && !override)
                        continue;
                if (at < entries)
                        list_delete(at);
                list_insert(entries, entry, strlen(entry));
        }
        free(other);
}

static void insert(size_t place, const char *string)
{
        char *before = place < length ? argz + place : NULL;
        size_t at = before ? 0 : entries;

        while (before && place > strlen(list[at]))
                place -= strlen(list[at++]) + 1;
        CHECK(argz_insert(&argz, &length, before, string) == 0);
        list_insert(at, string, strlen(string));
        CHECK(argz_insert(&argz, &length, argz + length, string) == EINVAL);
}

static void operate(char operation, const char *first, const char *second)
{
        size_t number = (size_t)strtoul(first, NULL, 10), at;

        switch (operation) {
        case 'a':
                CHECK(argz_add(&argz, &length, first) == 0);
                list_insert(entries, first, strlen(first));
                break;
        case 's':
                add_separated(first, second && *second ? *second : ':');
                break;
        case 'i':
                insert(number, second ? second : "");
                break;
        case 'd':
                if (number < entries) {
                        size_t offset = 0;

                        for (size_t i = 0; i < number; i++)
                                offset += strlen(list[i]) + 1;
                        argz_delete(&argz, &length, argz + offset);
                        list_delete(number);
                }
                break;
        case 'r':
                replace(first, second ? second : "");
                break;
        case 'e':
                set(first, second);
                break;
        case 'm':
                merge(first, !!second);
                break;
        case 'v':
                at = list_find(first);
                envz_remove(&argz, &length, first);
                if (at < entries)
                        list_delete(at);
                break;
        case 't':
                envz_strip(&argz, &length);
                for (size_t i = entries; i--;)
                        if (!strchr(list[i], '='))
                                list_delete(i);
                break;
        default:
                break;
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        char *input = duplicate((const char *)data, size), *rest = input, *line;

        while ((line = strsep(&rest, "\n"))) {
                char *first = *line ? line + 1 : line, *second = first;

                /* Each operation adds at most as many entries as its line has letters. */
                if (entries + strlen(line) + 1 > MAX_ENTRIES || length + strlen(line) > MAX_LENGTH)
                        break;
                strsep(&second, "|");
                if (*line == 'r' && second && strlen(second) > 7)
                        second[7] = '\0';
                operate(*line, first, second);
                compare();
        }
        if (length > 1) {
                size_t total = length;

                argz_stringify(argz, length, 'x');
                CHECK(memchr(argz, '\0', total) == argz + total - 1);
        }
        while (entries)
                list_delete(entries - 1);
        free(argz);
        argz = NULL;
        length = 0;
        free(input);
        return 0;
}

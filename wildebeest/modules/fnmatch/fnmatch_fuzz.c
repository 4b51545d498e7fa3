/* fnmatch on any pattern and string: the first byte is the flags, a NUL parts the two. */
#include <fnmatch.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Stops the fuzzer where an answer can't be right. */
static void expect(bool holds)
{
        if (!holds)
                abort();
}

/* A copy that nothing may read beyond, without a NUL within. */
static char *copy(const uint8_t *data, size_t size)
{
        char *text = malloc(size + 1);

        expect(text != NULL);
        if (size)
                memcpy(text, data, size);
        text[size] = '\0';
        return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        const uint8_t *part = size > 1 ? memchr(data + 1, 0, size - 1) : NULL;
        char *pattern, *string;
        int flags, result;

        if (!part || part - data > 300 || size - (size_t)(part - data) > 200)
                return 0;
        expect(setlocale(LC_ALL, data[0] & 0x40 ? "C.UTF-8" : "C") != NULL);
        flags = data[0] & 0x3f;
        pattern = copy(data + 1, (size_t)(part - data) - 1);
        string = copy(part + 1, size - (size_t)(part - data) - 1);
        result = fnmatch(pattern, string, flags);
        expect(result == 0 || result == FNM_NOMATCH);
        /* Without characters of its own a pattern is its string. */
        if (!strpbrk(pattern, "*?[\\("))
                expect(flags & (FNM_CASEFOLD | FNM_LEADING_DIR) ||
                       (result == 0) == (strcmp(pattern, string) == 0));
        /* What matches whole matches as the beginning of a path, too. */
        if (result == 0)
                expect(flags & FNM_EXTMATCH ||
                       fnmatch(pattern, string, flags | FNM_LEADING_DIR) == 0);
        free(pattern);
        free(string);
        return 0;
}

/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same.
 * see:   backtrace(3); GNU C Library manual, "Backtraces".
 */
#include <stdlib.h>
#include <string.h>
#include <execinfo.h>
#include "describe.h"

/**
 * Describes `size` addresses, as "OBJECT(SYMBOL+0xOFFSET) [0xADDRESS]". The array is one piece of
 * memory that the caller frees; null without memory.
 */
char **backtrace_symbols(void *const *buffer, int size)
{
        struct description description;
        size_t count = size > 0 ? (size_t)size : 0;
        size_t bytes = count * sizeof(char *);
        char **texts, *p;

        for (size_t i = 0; i < count; i++) {
                __lwb_execinfo_describe(&description, buffer[i], true);
                for (size_t j = 0; j < description.count; j++)
                        bytes += description.parts[j].length;
                bytes++;
        }
        texts = malloc(bytes ? bytes : 1);
        if (!texts)
                return NULL;
        p = (char *)(texts + count);
        for (size_t i = 0; i < count; i++) {
                size_t left = bytes - (size_t)(p - (char *)texts) - (count - i);

                __lwb_execinfo_describe(&description, buffer[i], true);
                texts[i] = p;
                /* What was unloaded meanwhile may be called otherwise, and longer. */
                for (size_t j = 0; j < description.count; j++) {
                        size_t length = description.parts[j].length;

                        length = length < left ? length : left;
                        memcpy(p, description.parts[j].text, length);
                        p += length;
                        left -= length;
                }
                *p++ = '\0';
        }
        return texts;
}

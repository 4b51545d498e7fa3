/* The fields of a line, and where in the caller's buffer the lists of them go. */
#include "netfiles.h"
#include <errno.h>
#include <stdlib.h>

/** Cuts the next word out of `*rest` and advances it; an empty string when there is none. */
char *__lwb_netfile_word(char **rest)
{
        char *word = *rest;
        char *end;

        while (netfile_is_blank(*word))
                word++;
        end = word;
        while (*end && !netfile_is_blank(*end))
                end++;
        if (*end)
                *end++ = '\0';
        *rest = end;
        return word;
}

/**
 * Reads a decimal number as glibc's strtoul does on a 64-bit machine, on any machine: a sign is
 * allowed, and what is then above 32 bits is refused. `*end` points behind it.
 */
bool __lwb_netfile_number(const char *text, char **end, uint32_t *number)
{
        unsigned long long value = strtoull(text, end, 10);

        if (*end == text || value > UINT32_MAX)
                return false;
        *number = (uint32_t)value;
        return true;
}

/** Takes `size` aligned bytes of the caller's buffer; NULL when they are not there. */
void *__lwb_netfile_take(struct netspace *space, size_t size, size_t alignment)
{
        size_t gap = -(uintptr_t)space->next & (alignment - 1);
        char *taken;

        if (space->left < gap || space->left - gap < size)
                return NULL;
        taken = space->next + gap;
        space->next = taken + size;
        space->left -= gap + size;
        return taken;
}

/** Makes the list of the words in `rest`, with NULL at its end. Returns 0 or ERANGE. */
int __lwb_netfile_aliases(char *rest, struct netspace *space, char ***aliases)
{
        char **slot = __lwb_netfile_take(space, sizeof *slot, _Alignof(char *));

        *aliases = slot;
        while (slot) {
                char *word = __lwb_netfile_word(&rest);

                if (!*word) {
                        *slot = NULL;
                        return 0;
                }
                *slot = word;
                slot = __lwb_netfile_take(space, sizeof *slot, _Alignof(char *));
        }
        return ERANGE;
}

/** Whether the name or one of the aliases equals `key`. */
bool __lwb_netfile_is_named(const char *name, char *const *aliases, const char *key,
                            int (*compare)(const char *, const char *))
{
        if (!compare(name, key))
                return true;
        for (; *aliases; aliases++) {
                if (!compare(*aliases, key))
                        return true;
        }
        return false;
}

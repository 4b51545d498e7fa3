/* The caches of the processor, for sysconf and for the program getconf. */
#ifndef LWB_SYSCONF_CACHE_H
#define LWB_SYSCONF_CACHE_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* getconf's tests put a folder of their own here. */
#ifndef GETCONF_SYSFS
#define GETCONF_SYSFS "/sys/devices/system/cpu"
#endif

enum cache_type { CACHE_INSTRUCTION, CACHE_DATA, CACHE_UNIFIED };
enum cache_property { CACHE_SIZE, CACHE_ASSOC, CACHE_LINESIZE };

/** The key of a cache's property, and its parts. */
#define CACHE_KEY(level, type, property) ((level) << 4 | (type) << 2 | (property))
#define CACHE_KEY_LEVEL(key) ((key) >> 4)
#define CACHE_KEY_TYPE(key) ((enum cache_type)((key) >> 2 & 3))
#define CACHE_KEY_PROPERTY(key) ((enum cache_property)((key)&3))

/** A property of processor 0's cache (size and line in bytes, associativity in ways), or -1 where
 * it can't be known. */
intmax_t __lwb_cache_value(int key);

/** Reads the first line of a file, without its end. Returns 0, or -1 where it can't be read or is
 * too long. */
static inline int read_line(const char *path, char *line, int size)
{
        FILE *file = fopen(path, "re");
        if (!file)
                return -1;
        const char *got = fgets(line, size, file);
        fclose(file);
        if (!got)
                return -1;
        size_t length = strcspn(line, "\n");
        if (length == (size_t)size - 1)
                return -1;
        line[length] = '\0';
        return 0;
}

#endif

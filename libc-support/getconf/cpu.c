#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>
#if defined(__i386__) || defined(__x86_64__)
#include <cpuid.h>
#endif

#include "getconf.h"

/* The tests put a folder of their own here. */
#ifndef GETCONF_SYSFS
#define GETCONF_SYSFS "/sys/devices/system/cpu"
#endif

/** Reads the first line of a file, without its end. Returns 0, or -1 where it can't be read or is
 * too long. */
static int read_line(const char *path, char *line, int size)
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

/** A decimal number with K, M or G after it, or -1. */
static intmax_t parse_size(const char *text)
{
        char *end;
        if (*text < '0' || *text > '9')
                return -1;
        long long number = strtoll(text, &end, 10);
        int shift = *end == 'K' ? 10 : *end == 'M' ? 20 : *end == 'G' ? 30 : 0;
        if (end[shift != 0] != '\0' || number > INTMAX_MAX >> shift)
                return -1;
        return (intmax_t)number << shift;
}

static int read_cache_file(int index, const char *name, char *line, int size)
{
        char path[sizeof GETCONF_SYSFS + 64];
        snprintf(path, sizeof path, GETCONF_SYSFS "/cpu0/cache/index%d/%s", index, name);
        return read_line(path, line, size);
}

static intmax_t cache_from_sysfs(int level, enum cache_type type, enum cache_property property)
{
        static const char *const files[] = {
            [CACHE_SIZE] = "size",
            [CACHE_ASSOC] = "ways_of_associativity",
            [CACHE_LINESIZE] = "coherency_line_size",
        };
        const char *unwanted = type == CACHE_INSTRUCTION ? "Data" : "Instruction";
        char line[64];

        for (int i = 0; read_cache_file(i, "level", line, sizeof line) == 0; i++) {
                if (parse_size(line) != level ||
                    read_cache_file(i, "type", line, sizeof line) != 0 || !strcmp(line, unwanted))
                        continue;
                if (read_cache_file(i, files[property], line, sizeof line) == 0)
                        return parse_size(line);
        }
        return -1;
}

#if defined(__i386__) || defined(__x86_64__)
/* Intel's leaf 4 and AMD's leaf 0x8000001d describe one cache a subleaf, in the same way. */
static intmax_t cache_from_leaf(unsigned leaf, int level, enum cache_type type,
                                enum cache_property property)
{
        unsigned a, b, c, d;
        unsigned unwanted = type == CACHE_INSTRUCTION ? 1 : 2;

        for (unsigned i = 0; i < 64; i++) {
                if (!__get_cpuid_count(leaf, i, &a, &b, &c, &d) || (a & 31) == 0)
                        return -1;
                if ((int)(a >> 5 & 7) != level || (a & 31) == unwanted)
                        continue;
                intmax_t ways = (b >> 22) + 1, partitions = (b >> 12 & 1023) + 1;
                intmax_t line = (b & 4095) + 1;
                if (property == CACHE_SIZE)
                        return ways * partitions * line * ((intmax_t)c + 1);
                return property == CACHE_ASSOC ? ways : line;
        }
        return -1;
}

static intmax_t cache_from_processor(int level, enum cache_type type, enum cache_property property)
{
        intmax_t value = cache_from_leaf(4, level, type, property);
        return value > 0 ? value : cache_from_leaf(0x8000001d, level, type, property);
}
#elif defined(__aarch64__)
/* CTR_EL0 has the smallest line of level 1, in words, as a power of two. */
static intmax_t cache_from_processor(int level, enum cache_type type, enum cache_property property)
{
        uint64_t ctr;
        if (level != 1 || property != CACHE_LINESIZE)
                return -1;
        __asm__("mrs %0, ctr_el0" : "=r"(ctr));
        return (intmax_t)4 << (type == CACHE_INSTRUCTION ? ctr & 15 : ctr >> 16 & 15);
}
#else
static intmax_t cache_from_processor(int level, enum cache_type type, enum cache_property property)
{
        (void)level, (void)type, (void)property;
        return -1;
}
#endif

/* powerpc's kernel hands the sizes over; the geometry is the line's size and, above it, the ways.
 */
static intmax_t cache_from_auxv(int level, enum cache_type type, enum cache_property property)
{
        unsigned long tag = level == 3                  ? AT_L3_CACHESIZE
                            : level == 2                ? AT_L2_CACHESIZE
                            : level != 1                ? 0
                            : type == CACHE_INSTRUCTION ? AT_L1I_CACHESIZE
                                                        : AT_L1D_CACHESIZE;
        if (tag == 0)
                return -1;
        if (property == CACHE_SIZE)
                return (intmax_t)getauxval(tag);
        unsigned long geometry = getauxval(tag + 1);
        return (intmax_t)(property == CACHE_ASSOC ? geometry >> 16 & 0xffff : geometry & 0xffff);
}

intmax_t cache_value(int key)
{
        int level = CACHE_KEY_LEVEL(key);
        enum cache_type type = CACHE_KEY_TYPE(key);
        enum cache_property property = CACHE_KEY_PROPERTY(key);

        intmax_t value = cache_from_sysfs(level, type, property);
        if (value <= 0)
                value = cache_from_auxv(level, type, property);
        if (value <= 0)
                value = cache_from_processor(level, type, property);
        return value > 0 ? value : -1;
}

/** Counts what a list such as `0-3,8` names; -1 where it is none. */
static intmax_t count_list(const char *list)
{
        intmax_t count = 0;
        for (;;) {
                char *end;
                if (*list < '0' || *list > '9')
                        return -1;
                long first = strtol(list, &end, 10), last = first;
                if (*end == '-') {
                        list = end + 1;
                        if (*list < '0' || *list > '9')
                                return -1;
                        last = strtol(list, &end, 10);
                }
                if (last < first || last > 1 << 24)
                        return -1;
                count += last - first + 1;
                if (*end == '\0')
                        return count;
                if (*end != ',')
                        return -1;
                list = end + 1;
        }
}

intmax_t processors_configured(void)
{
        char line[4096];
        intmax_t count = -1;
        if (read_line(GETCONF_SYSFS "/possible", line, sizeof line) == 0)
                count = count_list(line);
        return count > 0 ? count : sysconf(_SC_NPROCESSORS_CONF);
}

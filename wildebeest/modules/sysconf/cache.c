#include <elf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#if defined(__i386__) || defined(__x86_64__)
#include <cpuid.h>
#endif
#include "cache.h"

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

intmax_t __lwb_cache_value(int key)
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

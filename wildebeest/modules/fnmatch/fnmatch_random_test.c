/*
 * fnmatch on 100,000 random patterns and strings, half of them with groups. The answers of each
 * 10,000 go into a digest; those here are glibc 2.36's. FNMATCH_RECORD=1 prints them anew,
 * FNMATCH_BATCH=n all cases of one. Left out is where glibc is wrong: a star right before a group,
 * FNM_LEADING_DIR with groups, and brackets of groups that do not end or name no class.
 */
#include <fnmatch.h>
#include <stdbool.h>
#include <stdint.h>
#include "tap.h"

/* So that the test compiles on musl alone. */
#ifndef FNM_EXTMATCH
#define FNM_EXTMATCH 0x20
#endif

#define BATCHES 10
#define BATCH 10000

static const uint64_t recorded[BATCHES] = {
#include "recorded.h"
};

static uint64_t state;

static unsigned pick(unsigned n)
{
#ifdef RANDOM_CHOICE /* test/programs/differential.c makes the choices, and shrinks them */
        return RANDOM_CHOICE(n);
#endif
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (unsigned)(state >> 33) % n;
}

#define COMMON                                                                                     \
        "a", "b", "a", "b", "A", ".", "/", "-", "]", "!", "+", "@", "?", "[ab]", "[!a]", "[^b]",   \
            "[a-c]", "[[:alpha:]]", "[[:upper:]]", "[[=a=]]", "[[.a.]]", "[/]", "[.]", "[A-C]",    \
            "[b-]", "[[:alpha:]-]", "[\\]]", "[\\a]", "[[.-.]-a]", "[--a]", "[:a]", "[[:a]]",      \
            "\\a", "\\*"

static const char *const grouped[] = {COMMON};
static const char *const plain[] = {COMMON, "*", "*", "*",   "*",  "[]",        "[",
                                    "(",    ")", "|", "[a-", "[!", "[[:foo:]]", "\\"};

static char *put(char *p, const char *text)
{
        return (char *)memcpy(p, text, strlen(text) + 1) + strlen(text);
}

static char *make(char *p, int depth, bool groups)
{
        unsigned n = 1 + pick(depth ? 3 : 5);

        while (n--) {
                if (groups && depth < 3 && !pick(3)) {
                        unsigned alternatives = 1 + pick(3);

                        *p++ = "*?+@!"[pick(5)];
                        *p++ = '(';
                        for (unsigned i = 0; i < alternatives; i++) {
                                if (i)
                                        *p++ = '|';
                                if (pick(6))
                                        p = make(p, depth + 1, groups);
                        }
                        *p++ = ')';
                } else if (!groups) {
                        p = put(p, plain[pick(sizeof plain / sizeof *plain)]);
                } else if (!pick(8)) {
                        *p++ = '*';
                        *p++ = "ab./"[pick(4)];
                } else if (pick(2)) {
                        *p++ = "ab./"[pick(4)];
                } else {
                        p = put(p, grouped[pick(sizeof grouped / sizeof *grouped)]);
                }
        }
        *p = '\0';
        return p;
}

/* One case: its answer; shown as what it is. */
static int one(unsigned seed, bool groups, bool shown)
{
        char pattern[4096], string[16];
        unsigned length;
        int flags, result;

        state = seed * 0x9e3779b97f4a7c15u + 1;
        for (int warm = 0; warm < 4; warm++)
                pick(2);
        flags = (int)pick(32);
        if (groups)
                flags = (flags & ~FNM_LEADING_DIR) | FNM_EXTMATCH;
        make(pattern, 0, groups);
        require(strlen(pattern) < sizeof pattern - 1);
        length = pick(8);
        for (unsigned j = 0; j < length; j++)
                string[j] = "aaabbcAB./-[]"[pick(13)];
        string[length] = '\0';
        result = fnmatch(pattern, string, flags);
        if (shown)
                note("%u: \"%s\" \"%s\" %d: %d", seed, pattern, string, flags, result);
        return result;
}

static uint64_t digest(unsigned batch, bool shown)
{
        uint64_t value = 0xcbf29ce484222325u;

        for (unsigned i = 0; i < BATCH; i++) {
                int result = one(batch * BATCH + i, batch >= BATCHES / 2, shown);

                value = (value ^ (uint64_t)(result + 2)) * 1099511628211u;
        }
        return value;
}

int main(void)
{
        const char *wanted = getenv("FNMATCH_BATCH");
        bool record = getenv("FNMATCH_RECORD") != NULL;

        for (unsigned i = 0; i < BATCHES; i++) {
                uint64_t value;

                if (!in_sample(i))
                        continue;
                value = digest(i, wanted && (unsigned)atoi(wanted) == i);
                if (record)
                        printf("0x%016llx,\n", (unsigned long long)value);
                else
                        ok(value == recorded[i], "fnmatch: seeds %u to %u", i * BATCH,
                           (i + 1) * BATCH - 1);
        }
        return record ? 0 : done_testing();
}

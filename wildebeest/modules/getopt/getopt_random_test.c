/*
 * getopt, getopt_long and getopt_long_only on 100,000 random option tables and argument vectors.
 * All that a call can tell goes into a digest for each 10,000 of them; the digests are those that
 * glibc 2.36 gave. GETOPT_BATCH=n prints all cases of one digest.
 */
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include "tap.h"

#define BATCHES 10
#define BATCH 10000
#define WORDS 9

static const uint64_t recorded[BATCHES] = {
#include "recorded.h"
};

static uint64_t state;
static uint64_t digest;
static bool shown;
static int messages, terminal;

static unsigned pick(unsigned n)
{
#ifdef RANDOM_CHOICE /* test/programs/differential.c makes the choices, and shrinks them */
        return RANDOM_CHOICE(n);
#endif
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (unsigned)(state >> 33) % n;
}

static void add(const char *text, size_t length)
{
        if (shown)
                fwrite(text, 1, length, stdout);
        for (size_t i = 0; i < length; i++)
                digest = (digest ^ (unsigned char)text[i]) * 1099511628211u;
}

__attribute__((format(printf, 1, 2))) static void tell(const char *format, ...)
{
        char text[512];
        va_list args;
        int n;

        va_start(args, format);
        n = vsnprintf(text, sizeof text, format, args);
        va_end(args);
        require(n >= 0 && (size_t)n < sizeof text);
        add(text, (size_t)n);
}

static const char *const names[] = {"a", "al", "all", "alpha", "b", "be", "beta", "W", "x-y", ""};
static const char *const words[] = {
    "-a",        "-b",   "-ab",    "-abx",    "-c",     "-x",      "-W",    "-Wbeta",
    "--",        "-",    "--al",   "--alpha", "--alp",  "--all=1", "--b",   "--be=",
    "--beta",    "--no", "--no=1", "--=",     "-alpha", "-al",     "-be",   "-beta=2",
    "word",      "",     "a b",    "-:",      "-;",     "--x-y",   "-xarg", "-cx",
    "--alpha=3", "-W",   "w2",     "-ba-",    "beta",   "--x",     "-?",    "al=4",
};
static const char *const prefixes[] = {"", "", "", "", "+", "-", ":", "+:", "-:"};
static const char *const ends[] = {"", "", ":", "::", ":::"};

static void one(uint64_t seed)
{
        char shorts[64];
        struct option longs[6];
        char *argv[WORDS + 1];
        char name[] = "program";
        char copies[WORDS][16];
        int flags[6] = {0};
        int count, argc, kind;
        char message[4096];
        ssize_t got;

        state = seed * 0x9e3779b97f4a7c15u + 1;
        for (int i = 0; i < 4; i++)
                pick(2);
        strcpy(shorts, prefixes[pick(9)]);
        for (const char *c = "abcxW"; *c; c++) {
                if (!pick(3))
                        continue;
                strncat(shorts, c, 1);
                strcat(shorts, *c == 'W' && pick(2) ? ";" : ends[pick(5)]);
        }
        count = (int)pick(6);
        for (int i = 0; i < count; i++)
                longs[i] = (struct option){names[pick(10)], (int)pick(3),
                                           pick(4) ? NULL : &flags[i], (int)pick(5) + 100};
        longs[count] = (struct option){NULL, 0, NULL, 0};
        argc = 1 + (int)pick(WORDS);
        argv[0] = name;
        for (int i = 1; i < argc; i++) {
                strcpy(copies[i], words[pick(sizeof words / sizeof *words)]);
                argv[i] = copies[i];
        }
        argv[argc] = NULL;
        if (pick(8))
                unsetenv("POSIXLY_CORRECT");
        else
                setenv("POSIXLY_CORRECT", "", 1);
        kind = (int)pick(4);
        opterr = pick(16) != 0;
        optind = 0;
        optopt = 77;
        tell("%s|%d:", shorts, kind);
        for (int i = 0; i < count; i++)
                tell("%s,%d,%d,%d ", longs[i].name, longs[i].has_arg, longs[i].flag != NULL,
                     longs[i].val);
        for (int i = 1; i < argc; i++)
                tell("[%s]", argv[i]);
        dup2(messages, 2);
        for (int call = 0; call < 30; call++) {
                int found = -7;
                int code = kind == 0   ? getopt(argc, argv, shorts)
                           : kind == 1 ? getopt_long_only(argc, argv, shorts, longs, &found)
                                       : getopt_long(argc, argv, shorts, longs, &found);

                tell(" %d,%d,%d,%d,%s", code, optind, optopt, found, optarg ? optarg : "-");
                if (code == -1)
                        break;
                /* Some callers take a word themselves. */
                if (pick(64) == 0 && optind < argc && argv[optind][0] != '-')
                        optind++;
        }
        dup2(terminal, 2);
        for (int i = 1; i < argc; i++)
                tell("[%s]", argv[i]);
        for (int i = 0; i < count; i++)
                tell("%d", flags[i]);
        got = pread(messages, message, sizeof message, 0);
        require(got >= 0 && (size_t)got < sizeof message);
        add(message, (size_t)got);
        require(ftruncate(messages, 0) == 0 && lseek(messages, 0, SEEK_SET) == 0);
}

int main(void)
{
        const char *asked = getenv("GETOPT_BATCH");

        messages = (int)memfd_create("messages", MFD_CLOEXEC);
        terminal = fcntl(2, F_DUPFD_CLOEXEC, 10);
        require(messages >= 0 && terminal >= 0);
        if (asked) {
                shown = true;
                for (uint64_t i = 0; i < BATCH; i++) {
                        printf("\n%llu ", (unsigned long long)i);
                        one(strtoull(asked, NULL, 10) * BATCH + i);
                }
                return 0;
        }
        for (uint64_t batch = 0; batch < BATCHES; batch++) {
                if (!in_sample(batch))
                        continue;
                digest = 14695981039346656037u;
                for (uint64_t i = 0; i < BATCH; i++)
                        one(batch * BATCH + i);
                if (getenv("GETOPT_RECORD"))
                        printf("0x%016llx,\n", (unsigned long long)digest);
                else if (!ok(digest == recorded[batch], "getopt: seeds %llu to %llu",
                             (unsigned long long)(batch * BATCH),
                             (unsigned long long)(batch * BATCH + BATCH - 1)))
                        note("GETOPT_BATCH=%llu prints the cases; compare with glibc's",
                             (unsigned long long)batch);
        }
        return getenv("GETOPT_RECORD") ? 0 : done_testing();
}

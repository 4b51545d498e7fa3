/*
 * How the time of hostile patterns grows with their size. Each measurement is made by a child that
 * may take a second; what takes longer is not printed, nor are the larger ones.
 */
#include <fnmatch.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "timing.h"

/* A pattern: `begin` so many times, `middle`, and `end` as often. */
struct pattern {
        const char *begin, *middle, *end;
};

static const struct pattern patterns[] = {
    {"*(", "a", ")"},       {"+(", "a|aa", ")"},   {"*(a|", "aa", ")"}, {"!(", "a", ")"},
    {"*(*(a)|b)", "c", ""}, {"@(a*|*a)", "c", ""}, {"*a", "c", ""},
};
/* The last stands for twice as many words with each group, as it says. */
static const struct pattern braces[] = {{"{", "a", "}"}, {"{a,b", "", "}"}, {"{a,b}", "", ""}};

static volatile int result;

static void make(char *made, const struct pattern *pattern, int count)
{
        *made = '\0';
        for (int i = 0; i < count; i++)
                strcat(made, pattern->begin);
        strcat(made, pattern->middle);
        for (int i = 0; i < count; i++)
                strcat(made, pattern->end);
}

static void match(const char *pattern)
{
        static char string[301];

        memset(string, 'a', 300);
        string[299] = 'b';
        result = fnmatch(pattern, string, FNM_EXTMATCH);
}

static void expand(const char *pattern)
{
        glob_t found;

        result = glob(pattern, GLOB_BRACE | GLOB_NOCHECK, NULL, &found);
        if (!result)
                globfree(&found);
}

/* Measures `function` for a pattern; whether that was not too long. */
static int measure(const char *name, void (*function)(const char *), const struct pattern *pattern,
                   int count)
{
        static char made[100000], title[200];
        int status;
        pid_t child;

        make(made, pattern, count);
        snprintf(title, sizeof title, "%s %s%s%s %d times", name, pattern->begin, pattern->middle,
                 pattern->end, count);
        child = fork();
        if (child < 0)
                exit(1);
        if (child == 0) {
                setrlimit(RLIMIT_CPU, &(struct rlimit){2, 2});
                /* The clock ticks slowly: at least 20 ms are measured. */
                long turns = 1;

                for (clock_t begin = clock(); clock() - begin < CLOCKS_PER_SEC / 50; turns *= 2)
                        for (long turn = 0; turn < turns; turn++)
                                function(made);
                MEASURE(title, turns, function(made));
                fflush(stdout);
                _exit(0);
        }
        return waitpid(child, &status, 0) == child && status == 0;
}

int main(void)
{
        for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
                for (int count = 2; count <= 128 && measure("fnmatch", match, &patterns[i], count);
                     count *= 4)
                        ;
        }
        for (size_t i = 0; i < sizeof braces / sizeof *braces; i++) {
                for (int count = 4; count <= 4096 && measure("glob", expand, &braces[i], count);
                     count *= 4)
                        ;
        }
        return 0;
}

/*
 * argp_parse on 50,000 random trees of parsers and argument vectors: every call of a parser, what
 * is printed and what is returned goes into a digest for each 5000 of them; the digests are those
 * that glibc 2.36 gave. ARGP_BATCH=n prints all cases of one digest, ARGP_RECORD=1 the digests.
 */
#include <argp.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include "tap.h"

#define BATCHES 10
#define BATCH 5000
#define WORDS 9
#define PARSERS 4

static const uint64_t recorded[] = {
#include "recorded_parse.h"
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

/* How one parser behaves. */
static struct behaviour {
        unsigned takes;   /* arguments one by one, so many */
        bool takes_rest;  /* all that follow at once */
        bool knows;       /* its options */
        unsigned wrong;   /* the call that fails, from 1; 0: none */
        unsigned strange; /* what it does with an argument */
        unsigned calls;
        unsigned taken;
} behaviours[PARSERS];

static error_t parse(unsigned n, int key, char *arg, struct argp_state *argp)
{
        struct behaviour *own = &behaviours[n];

        tell("%u:%x(%s)%d,%u,%d,%s,%d ", n, (unsigned)key, arg ? arg : "-", argp->next,
             argp->arg_num, argp->quoted, argp->name ? argp->name : "-", argp->input != NULL);
        if (++own->calls == own->wrong)
                return n & 1 ? EIO : EINVAL;
        switch (key) {
        case ARGP_KEY_INIT:
                if (argp->child_inputs)
                        argp->child_inputs[0] = own->strange & 1 ? argp->input : own;
                argp->hook = own;
                return own->strange & 2 ? 0 : ARGP_ERR_UNKNOWN;
        case ARGP_KEY_ARG:
                require(argp->hook == own);
                if (own->taken >= own->takes)
                        return ARGP_ERR_UNKNOWN;
                own->taken++;
                if (own->strange == 5 && argp->next < argp->argc)
                        argp->next++;
                if (own->strange == 6 && own->taken == 1)
                        argp_error(argp, "bad %s", arg);
                if (own->strange == 7 && own->taken == 1)
                        argp_failure(argp, 3, own->taken, "failed %s", arg);
                if (own->strange == 8)
                        argp_usage(argp);
                return 0;
        case ARGP_KEY_ARGS:
                return own->takes_rest ? 0 : ARGP_ERR_UNKNOWN;
        case ARGP_KEY_END:
        case ARGP_KEY_NO_ARGS:
        case ARGP_KEY_SUCCESS:
        case ARGP_KEY_ERROR:
        case ARGP_KEY_FINI:
                return own->strange & 4 ? 0 : ARGP_ERR_UNKNOWN;
        default:
                return own->knows ? 0 : ARGP_ERR_UNKNOWN;
        }
}

#define PARSER(n)                                                                                  \
        static error_t parse_##n(int key, char *arg, struct argp_state *argp)                      \
        {                                                                                          \
                return parse(n, key, arg, argp);                                                   \
        }
PARSER(0)
PARSER(1)
PARSER(2)
PARSER(3)

static const argp_parser_t parsers[PARSERS] = {parse_0, parse_1, parse_2, parse_3};

static void random_parser(unsigned n, struct argp *argp, struct argp_option *options)
{
        static const char *const names[] = {"all", "alpha", "beta", "be", "x-y", NULL, NULL};
        unsigned count = pick(5);

        memset(argp, 0, sizeof *argp);
        for (unsigned i = 0; i < count; i++) {
                options[i] = (struct argp_option){
                    .name = names[pick(7)],
                    .key = pick(4) ? "abcx"[pick(4)] : 300 + (int)pick(9),
                    .arg = pick(3) ? NULL : "ARG",
                    .flags = pick(3) ? 0 : OPTION_ARG_OPTIONAL,
                };
                if (i > 0 && pick(5) == 0)
                        options[i].flags |= OPTION_ALIAS;
                if (pick(12) == 0)
                        options[i].flags |= OPTION_DOC;
                if (pick(12) == 0)
                        options[i].key = 0;
        }
        options[count] = (struct argp_option){0};
        argp->options = pick(6) ? options : NULL;
        argp->parser = pick(8) ? parsers[n] : NULL;
        behaviours[n] = (struct behaviour){
            .takes = pick(4),
            .takes_rest = pick(3) == 0,
            .knows = pick(12) != 0,
            .wrong = pick(8) ? 0 : pick(9),
            .strange = pick(16),
        };
}

static void one(uint64_t seed)
{
        static const char *const words[] = {
            "-a",       "-b",        "-ab",    "-abx",   "-c",   "-x",
            "--all",    "--alpha=1", "--al",   "--be",   "--",   "-",
            "--no",     "--all=2",   "--beta", "-alpha", "word", "other",
            "-xarg",    "",          "--x-y",  "third",  "-z",   "--program-name=renamed",
            "--HANG=0",
        };
        struct argp argps[PARSERS];
        struct argp_option options[PARSERS][6];
        struct argp_child first[3] = {{0}}, second[2] = {{0}};
        char name[] = "/usr/bin/program", copies[WORDS][32];
        char *argv[WORDS + 1];
        int argc = 1 + (int)pick(1), end = -1;
        unsigned flags = ARGP_NO_EXIT;
        char message[8192];
        char *old_name = program_invocation_name, *old_short = program_invocation_short_name;
        bool wants_end;
        ssize_t got;

        state = seed * 0x9e3779b97f4a7c15u + 1;
        for (int i = 0; i < 4; i++)
                pick(2);
        for (unsigned n = 0; n < PARSERS; n++)
                random_parser(n, &argps[n], options[n]);
        if (pick(2)) {
                first[0].argp = &argps[1];
                argps[0].children = first;
                if (pick(2))
                        first[1].argp = &argps[2];
                if (pick(2)) {
                        second[0].argp = &argps[3];
                        argps[1].children = second;
                }
        }
        argc = 1 + (int)pick(WORDS);
        argv[0] = name;
        for (int i = 1; i < argc; i++) {
                strcpy(copies[i], words[pick(sizeof words / sizeof *words)]);
                argv[i] = copies[i];
        }
        argv[argc] = NULL;
        flags |= pick(8) ? 0 : ARGP_IN_ORDER;
        flags |= pick(8) ? 0 : ARGP_NO_ARGS;
        flags |= pick(8) ? 0 : ARGP_NO_HELP;
        flags |= pick(8) ? 0 : ARGP_LONG_ONLY;
        flags |= pick(8) ? 0 : ARGP_NO_ERRS;
        if (pick(8))
                unsetenv("POSIXLY_CORRECT");
        else
                setenv("POSIXLY_CORRECT", "", 1);
        wants_end = pick(2);
        for (int i = 1; i < argc; i++)
                tell("[%s]", argv[i]);
        tell("%x\n", flags);
        dup2(messages, 2);
        tell("= %d", argp_parse(&argps[0], argc, argv, flags, wants_end ? &end : NULL, &argps));
        dup2(terminal, 2);
        program_invocation_name = old_name;
        program_invocation_short_name = old_short;
        tell(",%d\n", end);
        for (int i = 1; i < argc; i++)
                tell("[%s]", argv[i]);
        got = pread(messages, message, sizeof message, 0);
        require(got >= 0 && (size_t)got < sizeof message);
        add("\n", 1);
        add(message, (size_t)got);
        require(ftruncate(messages, 0) == 0 && lseek(messages, 0, SEEK_SET) == 0);
}

int main(void)
{
        const char *asked = getenv("ARGP_BATCH");

        messages = (int)memfd_create("messages", MFD_CLOEXEC);
        terminal = fcntl(2, F_DUPFD_CLOEXEC, 10);
        require(messages >= 0 && terminal >= 0);
        unsetenv("ARGP_HELP_FMT");
        if (asked) {
                shown = true;
                for (uint64_t i = 0; i < BATCH; i++) {
                        printf("== %llu \n", (unsigned long long)i);
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
                if (getenv("ARGP_RECORD"))
                        printf("0x%016llx,\n", (unsigned long long)digest);
                else if (!ok(digest == recorded[batch], "argp_parse: seeds %llu to %llu",
                             (unsigned long long)(batch * BATCH),
                             (unsigned long long)(batch * BATCH + BATCH - 1)))
                        note("ARGP_BATCH=%llu prints the cases; compare with glibc's",
                             (unsigned long long)batch);
        }
        return getenv("ARGP_RECORD") ? 0 : done_testing();
}

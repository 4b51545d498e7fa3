/*
 * argp_help on 10,000 random trees of option tables under random ARGP_HELP_FMT, compared with
 * glibc 2.36 by a digest for each 1000. other_layout.h lists the 25 cases that are left out: there
 * glibc looks beyond the end of a text that ends right at the margin, loses the newline behind a
 * name that is longer than a line, or crashes (in two, headers of different argps tie).
 * ARGP_BATCH=n prints all cases of a digest, ARGP_RECORD=1 the digests.
 */
#include <argp.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "tap.h"

#define BATCHES 10
#define BATCH 1000
#define OPTIONS 8
#define ARGPS 6

static const uint64_t recorded[] = {
#include "recorded_random.h"
};

static const unsigned other_layout[] = {
#include "other_layout.h"
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

static const char *const words[] = {
    "a",      "the",
    "option", "file",
    "FILE",   "value,",
    "output", "(default:",
    "see",    "configuration",
    "x=y",    "long-hyphenated-word",
    "and\n",  "\n\n",
    " ",      "a_word_that_is_longer_than_many_a_line_of_help_would_ever_be"};
static const char *const names[] = {"all",
                                    "Alpha",
                                    "beta",
                                    "be",
                                    "verbose",
                                    "quiet",
                                    "file",
                                    "zed",
                                    "x-long",
                                    "number",
                                    "a-rather-long-option-name",
                                    "b",
                                    "Q",
                                    "_u",
                                    "help",
                                    "version"};
static const char *const texts[] = {"<text>", "-dash", "--dashes", "Names", " -odd", "a b c"};
static const char *const arguments[] = {"FILE", "N", "A-LONG-ARGUMENT", "a b", "NAME=VALUE"};

static char pool[16384];
static size_t used;

/* A text of up to `most` words. */
static const char *sentence(unsigned most)
{
        char *text = pool + used;
        unsigned count = pick(most + 1);

        text[0] = '\0';
        for (unsigned i = 0; i < count; i++) {
                /* The last words are rarer. */
                const char *word = words[pick(8) ? pick(12) : pick(16)];

                if (i > 0)
                        strcat(text, " ");
                strcat(text, word);
        }
        /* glibc looks beyond the end of a text that ends at the right margin: none does. */
        if (strlen(text) > 16)
                strcat(text, "\n");
        used += strlen(text) + 1;
        require(used < sizeof pool - 2048);
        return text;
}

struct tree {
        struct argp argps[ARGPS];
        struct argp_option options[ARGPS][OPTIONS + 1];
        struct argp_child children[ARGPS][4];
        unsigned count;
};

static char *filter(int key, const char *text, void *input)
{
        (void)input;
        switch (key) {
        case ARGP_KEY_HELP_EXTRA:
                return strdup("extra text");
        case ARGP_KEY_HELP_HEADER:
                return strdup("HEADER");
        case ARGP_KEY_HELP_ARGS_DOC:
                return text ? (char *)text : strdup("FILTERED");
        case ARGP_KEY_HELP_DUP_ARGS_NOTE:
                return NULL;
        case 'a':
                return NULL;
        case ARGP_KEY_HELP_POST_DOC:
                return text ? strdup("post") : NULL;
        default:
                return (char *)text;
        }
}

static struct argp_option option(bool first)
{
        struct argp_option made = {0};
        unsigned kind = pick(16);

        if (kind == 0) { /* a header */
                made.doc = sentence(14);
                made.group = pick(2) ? 0 : (int)pick(7) - 3;
                return made;
        }
        if (kind == 1) {
                made.name = texts[pick(6)];
                made.flags = OPTION_DOC;
                made.doc = sentence(12);
                made.group = pick(8) ? 0 : (int)pick(7) - 3;
                return made;
        }
        if (pick(4))
                made.name = names[pick(sizeof names / sizeof *names)];
        if (pick(3) || !made.name)
                made.key = "abcABqvfznFx1"[pick(13)];
        else
                made.key = 300 + (int)pick(100);
        if (pick(3) == 0) {
                made.arg = arguments[pick(5)];
                made.flags |= pick(3) ? 0 : OPTION_ARG_OPTIONAL;
        }
        if (!first && pick(6) == 0) {
                made.flags = OPTION_ALIAS;
                made.arg = NULL;
        }
        if (pick(10) == 0)
                made.flags |= OPTION_HIDDEN;
        if (pick(10) == 0)
                made.flags |= OPTION_NO_USAGE;
        if (pick(6))
                made.doc = sentence(pick(4) ? 8 : 30);
        made.group = pick(8) ? 0 : (int)pick(7) - 3;
        return made;
}

static const struct argp *grow(struct tree *tree, unsigned depth)
{
        unsigned n = tree->count++;
        struct argp *argp = &tree->argps[n];
        unsigned count = pick(OPTIONS), children = 0;

        memset(argp, 0, sizeof *argp);
        for (unsigned i = 0; i < count; i++)
                tree->options[n][i] = option(i == 0);
        tree->options[n][count] = (struct argp_option){0};
        if (pick(8))
                argp->options = tree->options[n];
        if (pick(2)) {
                static const char *const docs[] = {
                    "",        "FILE...", "SOURCE DEST\nSOURCE... DIR",
                    "A\nB\nC", "[ARG]",   "-x A-RATHER-LONG-WORD-OF-DOCUMENTATION-FOR-IT"};

                argp->args_doc = docs[pick(6)];
        }
        if (pick(2)) {
                const char *before = sentence(20);

                argp->doc = before;
                if (pick(2)) {
                        /* The pool is contiguous, so that the end of one text is the next. */
                        pool[used - 1] = '\v';
                        sentence(20);
                }
        }
        if (pick(12) == 0)
                argp->help_filter = filter;
        while (depth < 3 && tree->count < ARGPS && children < 3 && pick(3) == 0) {
                static const char *const headers[] = {NULL, NULL, "", "Header:",
                                                      "A header that is so long that it has to be "
                                                      "wrapped, as it is longer than a line"};
                struct argp_child *child = &tree->children[n][children++];

                child->header = headers[pick(5)];
                child->group = pick(2) ? 0 : (int)pick(7) - 3;
                child->flags = 0;
                child->argp = grow(tree, depth + 1);
        }
        tree->children[n][children] = (struct argp_child){0};
        if (children > 0)
                argp->children = tree->children[n];
        return argp;
}

/* All parameters, as glibc keeps from one call to the next what a call does not set. */
static void format(void)
{
        static const char *const flags[] = {"dup-args=0,dup-args-note=1", "dup-args,dup-args-note,",
                                            "no-dup-args, no-dup-args-note,"};
        char text[256];
        bool plain = pick(3) == 0;
        int n;

#define COLUMN(usual, range) (plain || pick(2) ? (usual) : pick(range))
        n = snprintf(text, sizeof text,
                     "%s short-opt-col=%u, long-opt-col=%u,doc-opt-col=%u,opt-doc-col = %u, "
                     "header-col=%u usage-indent %u,rmargin=%u",
                     flags[plain ? 0 : pick(3)], COLUMN(2, 8), COLUMN(6, 12), COLUMN(2, 8),
                     COLUMN(29, 40), COLUMN(1, 6), COLUMN(12, 20),
                     plain || pick(2) ? 79 : 64 + pick(30));
        require(n > 0 && (size_t)n < sizeof text);
        require(setenv("ARGP_HELP_FMT", text, 1) == 0);
}

/* The help of one case; the caller frees it. */
static char *one(uint64_t seed, size_t *length)
{
        static struct tree tree;
        static char name[] = "program";
        static const unsigned flags[] = {
            ARGP_HELP_LONG,
            ARGP_HELP_USAGE,
            ARGP_HELP_SHORT_USAGE,
            ARGP_HELP_DOC,
            ARGP_HELP_STD_HELP,
            ARGP_HELP_STD_HELP,
            ARGP_HELP_USAGE | ARGP_HELP_LONG | ARGP_HELP_DOC,
            ARGP_HELP_STD_USAGE | ARGP_HELP_POST_DOC,
        };
        char *text = NULL;
        FILE *stream = open_memstream(&text, length);

        require(stream != NULL);
        state = seed * 0x9e3779b97f4a7c15u + 1;
        for (int i = 0; i < 4; i++)
                pick(2);
        used = 0;
        tree.count = 0;
        format();
        argp_help(grow(&tree, 0), stream, flags[pick(8)], name);
        require(fclose(stream) == 0);
        return text;
}

static bool is_left_out(uint64_t seed)
{
        for (size_t i = 0; i < sizeof other_layout / sizeof *other_layout; i++) {
                if (other_layout[i] == seed)
                        return true;
        }
        return false;
}

int main(void)
{
        const char *asked = getenv("ARGP_BATCH");

        if (asked) {
                uint64_t first = strtoull(asked, NULL, 10) * BATCH;

                for (uint64_t seed = first; seed < first + BATCH; seed++) {
                        size_t length;
                        char *text;

                        if (is_left_out(seed))
                                continue;
                        text = one(seed, &length);
                        printf("== %llu %s\n%s", (unsigned long long)seed, getenv("ARGP_HELP_FMT"),
                               text);
                        free(text);
                }
                return 0;
        }
        for (uint64_t batch = 0; batch < BATCHES; batch++) {
                uint64_t digest = 14695981039346656037u;

                if (!in_sample(batch))
                        continue;
                for (uint64_t seed = batch * BATCH; seed < (batch + 1) * BATCH; seed++) {
                        size_t length;
                        char *text;

                        if (is_left_out(seed))
                                continue;
                        text = one(seed, &length);
                        for (size_t c = 0; c < length; c++)
                                digest = (digest ^ (unsigned char)text[c]) * 1099511628211u;
                        free(text);
                }
                if (getenv("ARGP_RECORD"))
                        printf("0x%016llx,\n", (unsigned long long)digest);
                else if (!ok(digest == recorded[batch], "argp_help: seeds %llu to %llu",
                             (unsigned long long)(batch * BATCH),
                             (unsigned long long)(batch * BATCH + BATCH - 1)))
                        note("ARGP_BATCH=%llu prints the cases; compare with glibc's",
                             (unsigned long long)batch);
        }
        return getenv("ARGP_RECORD") ? 0 : done_testing();
}

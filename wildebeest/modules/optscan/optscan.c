/*
 * see: GNU C Library manual, "Getopt"; POSIX.1-2024, getopt. The texts are glibc's.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "optscan.h"

#define NONE (-1)

/* One call: what every step needs. */
struct call {
        struct lwb_optscan *scan;
        int argc;
        char **argv;
        const struct lwb_optscan_table *table;
        const char *shorts; /* without "+" and "-" in front */
        int lacking;        /* what an option without its argument gives: '?' or ':' */
        bool report;
        bool single;
        int *found;
};

static bool is_option(const char *word)
{
        return word[0] == '-' && word[1] != '\0';
}

static void reverse(char **first, char **end)
{
        while (first < end && first < --end) {
                char *word = *first;

                *first++ = *end;
                *end = word;
        }
}

/* Moves what was skipped behind the options that have been scanned since. */
static void move_skipped(struct lwb_optscan *scan, char **argv)
{
        int skipped = scan->skipped_to - scan->skipped_from;

        reverse(argv + scan->skipped_from, argv + scan->skipped_to);
        reverse(argv + scan->skipped_to, argv + scan->index);
        reverse(argv + scan->skipped_from, argv + scan->index);
        scan->skipped_from = scan->index - skipped;
        scan->skipped_to = scan->index;
}

static void begin(struct lwb_optscan *scan, const char *shorts)
{
        if (scan->index == 0)
                scan->index = 1;
        scan->skipped_from = scan->skipped_to = scan->index;
        scan->rest = NULL;
        if (shorts[0] == '-')
                scan->order = LWB_OPTSCAN_IN_ORDER;
        else if (shorts[0] == '+' || getenv("POSIXLY_CORRECT"))
                scan->order = LWB_OPTSCAN_REQUIRE;
        else
                scan->order = LWB_OPTSCAN_PERMUTE;
        scan->begun = true;
}

static int tell_short(const struct call *call, const char *what, int c)
{
        if (call->report)
                fprintf(stderr, "%s: %s -- '%c'\n", call->argv[0], what, c);
        call->scan->option = c;
        return '?';
}

static bool same_effect(const struct option *a, const struct option *b)
{
        return a->has_arg == b->has_arg && a->flag == b->flag && a->val == b->val;
}

/* Whether an abbreviation that means `first` too could mean `other` instead. */
static bool rivals(const struct call *call, const struct option *first, const struct option *other)
{
        return call->single || !same_effect(first, other);
}

/* strncmp for equality; most names differ in their first character. */
static bool begins(const char *name, const char *with, size_t length)
{
        return length == 0 || (*name == *with && !strncmp(name, with, length));
}

static void tell_ambiguous(const struct call *call, const struct option *first, size_t length,
                           const char *prefix)
{
        const char *name = call->scan->rest;

        if (!call->report)
                return;
        flockfile(stderr);
        fprintf(stderr, "%s: option '%s%s' is ambiguous; possibilities:", call->argv[0], prefix,
                name);
        for (const struct option *option = first; option->name; option++) {
                if (begins(option->name, name, length) &&
                    (option == first || rivals(call, first, option)))
                        fprintf(stderr, " '%s%s'", prefix, option->name);
        }
        fputc('\n', stderr);
        funlockfile(stderr);
}

/* The option that `rest` names, whole or in short; null with `ambiguous` where several do. */
static const struct option *find_long(const struct call *call, size_t length, const char *prefix,
                                      bool *ambiguous)
{
        const char *name = call->scan->rest;
        const struct option *first = NULL;

        *ambiguous = false;
        for (const struct option *option = call->table->longs; option->name; option++) {
                if (!begins(option->name, name, length))
                        continue;
                if (option->name[length] == '\0') {
                        *ambiguous = false;
                        return option;
                }
                if (!first)
                        first = option;
                else if (rivals(call, first, option))
                        *ambiguous = true;
        }
        if (!*ambiguous)
                return first;
        tell_ambiguous(call, first, length, prefix);
        return NULL;
}

/* Scans `rest` as a long option; NONE when it is none, but may be short ones. */
static int scan_long(const struct call *call, const char *prefix)
{
        struct lwb_optscan *scan = call->scan;
        size_t length = strcspn(scan->rest, "=");
        bool ambiguous;
        const struct option *option = find_long(call, length, prefix, &ambiguous);
        const char *value = scan->rest[length] ? scan->rest + length + 1 : NULL;

        if (!option) {
                const char *word = call->argv[scan->index];

                if (!ambiguous && call->single && word[1] != '-' &&
                    strchr(call->shorts, *scan->rest))
                        return NONE;
                if (!ambiguous && call->report)
                        fprintf(stderr, "%s: unrecognized option '%s%s'\n", call->argv[0], prefix,
                                scan->rest);
                scan->rest = NULL;
                scan->index++;
                scan->option = 0;
                return '?';
        }
        scan->rest = NULL;
        scan->index++;
        if (value && option->has_arg == no_argument) {
                if (call->report)
                        fprintf(stderr, "%s: option '%s%s' doesn't allow an argument\n",
                                call->argv[0], prefix, option->name);
                scan->option = option->val;
                return '?';
        }
        if (value) {
                scan->result = (char *)value;
        } else if (option->has_arg == required_argument) {
                if (scan->index >= call->argc) {
                        if (call->report)
                                fprintf(stderr, "%s: option '%s%s' requires an argument\n",
                                        call->argv[0], prefix, option->name);
                        scan->option = option->val;
                        return call->lacking;
                }
                scan->result = call->argv[scan->index++];
        }
        if (call->found)
                *call->found = (int)(option - call->table->longs);
        if (!option->flag)
                return option->val;
        *option->flag = option->val;
        return 0;
}

/* Scans the next character of `rest` as a short option. */
static int scan_short(struct call *call)
{
        struct lwb_optscan *scan = call->scan;
        int c = *scan->rest++;
        const char *known = c == ':' || c == ';' ? NULL : strchr(call->shorts, c);
        bool last = *scan->rest == '\0';
        bool is_long = known && known[0] == 'W' && known[1] == ';' && call->table->longs;

        if (last)
                scan->index++;
        if (!known)
                return tell_short(call, "invalid option", c);
        if (!is_long && known[1] != ':')
                return c;
        if (!last) {
                scan->result = scan->rest;
                if (!is_long)
                        scan->index++;
        } else if (is_long || known[2] != ':') {
                if (scan->index == call->argc) {
                        tell_short(call, "option requires an argument", c);
                        scan->rest = NULL;
                        return call->lacking;
                }
                scan->result = call->argv[scan->index];
                if (!is_long)
                        scan->index++;
        }
        scan->rest = NULL;
        if (!is_long)
                return c;
        scan->rest = scan->result;
        scan->result = NULL;
        call->single = false;
        return scan_long(call, "-W ");
}

/* Goes on to the next element: NONE at the end, 0 where options are in it. */
static int next_word(const struct call *call)
{
        struct lwb_optscan *scan = call->scan;
        char **argv = call->argv;

        /* The caller may have set optind back. */
        if (scan->skipped_to > scan->index)
                scan->skipped_to = scan->index;
        if (scan->skipped_from > scan->index)
                scan->skipped_from = scan->index;
        if (scan->order == LWB_OPTSCAN_PERMUTE) {
                if (scan->skipped_from == scan->skipped_to)
                        scan->skipped_from = scan->index;
                else if (scan->skipped_to != scan->index)
                        move_skipped(scan, argv);
                while (scan->index < call->argc && !is_option(argv[scan->index]))
                        scan->index++;
                scan->skipped_to = scan->index;
        }
        if (scan->index < call->argc && !strcmp(argv[scan->index], "--")) {
                scan->index++;
                if (scan->skipped_from == scan->skipped_to)
                        scan->skipped_from = scan->index;
                else if (scan->skipped_to != scan->index)
                        move_skipped(scan, argv);
                scan->skipped_to = scan->index = call->argc;
        }
        if (scan->index >= call->argc) {
                if (scan->skipped_from != scan->skipped_to)
                        scan->index = scan->skipped_from;
                return NONE;
        }
        if (is_option(argv[scan->index]))
                return 0;
        if (scan->order == LWB_OPTSCAN_REQUIRE)
                return NONE;
        scan->result = argv[scan->index++];
        return 1;
}

int __lwb_optscan_next(struct lwb_optscan *scan, int argc, char **argv,
                       const struct lwb_optscan_table *table, int *found)
{
        struct call call = {
            .scan = scan,
            .argc = argc,
            .argv = argv,
            .table = table,
            .shorts = table->shorts,
            .lacking = '?',
            .report = table->report,
            .single = table->single,
            .found = found,
        };
        int code;

        if (argc < 1)
                return NONE;
        scan->result = NULL;
        if (scan->index == 0 || !scan->begun)
                begin(scan, table->shorts);
        if (*call.shorts == '-' || *call.shorts == '+')
                call.shorts++;
        if (*call.shorts == ':') {
                call.lacking = ':';
                call.report = false;
        }
        if (!scan->rest || *scan->rest == '\0') {
                const char *word;

                code = next_word(&call);
                if (code)
                        return code;
                word = argv[scan->index];
                if (table->longs && word[1] == '-') {
                        scan->rest = argv[scan->index] + 2;
                        return scan_long(&call, "--");
                }
                scan->rest = argv[scan->index] + 1;
                if (table->longs && table->single && (word[2] || !strchr(call.shorts, word[1]))) {
                        code = scan_long(&call, "-");
                        if (code != NONE)
                                return code;
                }
        }
        return scan_short(&call);
}

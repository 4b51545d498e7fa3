/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same, over the scanner that getopt uses too.
 * see:   GNU C Library manual, "Parsing Program Options with Argp".
 */
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "argp_internal.h"
#include "../optscan/optscan.h"

/* Keys of the options that every program has. */
#define KEY_PROGRAM_NAME (-2)
#define KEY_USAGE (-3)
#define KEY_HANG (-4)

/* An argp of the tree that has options or a parser. */
struct group {
        const struct argp *argp;
        struct group *parent; /* whose child_inputs have this one's input; null: none */
        unsigned parent_index;
        void *input;
        void **child_inputs;
        void *hook;
        unsigned args_processed;
};

/* What an option's number means. */
struct meaning {
        struct group *group;
        int key;
};

/* What one argp_parse needs; what is of the argps' size stands in the room behind it, or is
 * allocated. */
struct parser {
        struct argp_state state;
        struct argp root; /* the caller's argp with the options that every program has */
        struct argp_child children[4];
        struct group *groups;
        size_t groups_count;
        void **child_inputs;
        size_t child_inputs_count;
        char *shorts;
        size_t shorts_count;
        struct group *by_short[UCHAR_MAX + 1];
        struct option *longs;
        struct meaning *by_long;
        size_t longs_count;
        uint64_t known_longs; /* bits of the names that there are, by their first two characters */
        struct lwb_optscan scan;
        bool scanning; /* options may still come */
        void *memory;  /* beyond the room; null: none */
        /* Enough for some 80 options: most programs start without an allocation. */
        alignas(max_align_t) char room[4096];
};

static const struct argp_option common_options[] = {
    {"help", '?', NULL, 0, "Give this help list", -1},
    {"usage", KEY_USAGE, NULL, 0, "Give a short usage message", 0},
    {"program-name", KEY_PROGRAM_NAME, "NAME", OPTION_HIDDEN, "Set the program name", 0},
    {"HANG", KEY_HANG, "SECS", OPTION_ARG_OPTIONAL | OPTION_HIDDEN,
     "Hang for SECS seconds (default 3600)", 0},
    {NULL, 0, NULL, 0, NULL, 0},
};

static const struct argp_option version_options[] = {
    {"version", 'V', NULL, 0, "Print program version", -1},
    {NULL, 0, NULL, 0, NULL, 0},
};

static char *last_part(char *path)
{
        char *slash = strrchr(path, '/');

        return slash ? slash + 1 : path;
}

static error_t parse_common(int key, char *arg, struct argp_state *state)
{
        switch (key) {
        case '?':
                argp_state_help(state, state->out_stream, ARGP_HELP_STD_HELP);
                return 0;
        case KEY_USAGE:
                argp_state_help(state, state->out_stream, ARGP_HELP_USAGE | ARGP_HELP_EXIT_OK);
                return 0;
        case KEY_PROGRAM_NAME:
                program_invocation_name = arg;
                program_invocation_short_name = state->name = last_part(arg);
                if ((state->flags & (ARGP_PARSE_ARGV0 | ARGP_NO_ERRS)) == ARGP_PARSE_ARGV0)
                        state->argv[0] = arg;
                return 0;
        case KEY_HANG:
                for (int left = arg ? atoi(arg) : 3600; left > 0; left--)
                        sleep(1);
                return 0;
        default:
                return ARGP_ERR_UNKNOWN;
        }
}

static error_t parse_version(int key, char *arg, struct argp_state *state)
{
        (void)arg;
        if (key != 'V')
                return ARGP_ERR_UNKNOWN;
        if (argp_program_version_hook)
                argp_program_version_hook(state->out_stream, state);
        else if (argp_program_version)
                fprintf(state->out_stream, "%s\n", argp_program_version);
        else
                argp_error(state, "(PROGRAM ERROR) No version known!?");
        if (!(state->flags & ARGP_NO_EXIT))
                exit(0);
        return 0;
}

static const struct argp common_argp = {common_options, parse_common, NULL,  NULL,
                                        NULL,           NULL,         "libc"};
static const struct argp version_argp = {version_options, parse_version, NULL, NULL, NULL, NULL,
                                         "libc"};

/* How much there is to allocate. */
struct sizes {
        size_t groups;
        size_t child_inputs;
        size_t shorts;
        size_t longs;
};

static bool has_group(const struct argp *argp)
{
        return argp->options || argp->parser;
}

static void measure(const struct argp *argp, struct sizes *sizes)
{
        const struct argp_option *option = argp->options;

        sizes->groups += has_group(argp);
        for (; option && !argp_is_end(option); option++) {
                sizes->longs += option->name != NULL;
                sizes->shorts += argp_is_short(option);
        }
        for (const struct argp_child *child = argp->children; child && child->argp; child++) {
                /* Of those without a parser too: GNU tar sets one for each child of root_argp. */
                sizes->child_inputs++;
                measure(child->argp, sizes);
        }
}

/* Whether the name is there; notes that it is from now on. */
static bool has_long(struct parser *parser, const char *name)
{
        uint64_t bit = UINT64_C(1)
                       << ((unsigned char)name[0] + (*name ? 7u * (unsigned char)name[1] : 0)) % 64;

        if (!(parser->known_longs & bit)) {
                parser->known_longs |= bit;
                return false;
        }
        for (size_t i = 0; i < parser->longs_count; i++) {
                if (*parser->longs[i].name == *name && !strcmp(parser->longs[i].name, name))
                        return true;
        }
        return false;
}

static void add_options(struct parser *parser, const struct argp_option *option,
                        struct group *group)
{
        const struct argp_option *real = option;
        size_t first = parser->longs_count;

        for (; !argp_is_end(option); option++) {
                if (!(option->flags & OPTION_ALIAS))
                        real = option;
                if (real->flags & OPTION_DOC)
                        continue;
                if (argp_is_short(option)) {
                        struct group **known = &parser->by_short[option->key];

                        parser->shorts[parser->shorts_count++] = (char)option->key;
                        if (real->arg)
                                parser->shorts[parser->shorts_count++] = ':';
                        if (real->arg && real->flags & OPTION_ARG_OPTIONAL)
                                parser->shorts[parser->shorts_count++] = ':';
                        /* Of several, the first counts. */
                        if (!*known)
                                *known = group;
                }
                if (option->name && !has_long(parser, option->name)) {
                        size_t n = parser->longs_count++, same = first;
                        struct meaning meaning = {group, option->key ? option->key : real->key};

                        parser->by_long[n] = meaning;
                        /* Names of one option share a number, so that they are not ambiguous. */
                        while (parser->by_long[same].key != meaning.key)
                                same++;
                        parser->longs[n] = (struct option){
                            .name = option->name,
                            .has_arg = !real->arg                          ? no_argument
                                       : real->flags & OPTION_ARG_OPTIONAL ? optional_argument
                                                                           : required_argument,
                            .val = UCHAR_MAX + 1 + (int)same,
                        };
                }
        }
}

static void add_groups(struct parser *parser, const struct argp *argp, struct group *parent,
                       unsigned parent_index)
{
        struct group *group = NULL;
        unsigned index = 0;

        if (has_group(argp)) {
                group = &parser->groups[parser->groups_count++];
                *group = (struct group){
                    .argp = argp,
                    .parent = parent,
                    .parent_index = parent_index,
                    .child_inputs = parser->child_inputs + parser->child_inputs_count,
                };
                for (const struct argp_child *child = argp->children; child && child->argp; child++)
                        parser->child_inputs_count++;
                if (argp->options)
                        add_options(parser, argp->options, group);
        }
        for (const struct argp_child *child = argp->children; child && child->argp; child++)
                add_groups(parser, child->argp, group, index++);
}

/* Calls a group's parser. */
static error_t call(struct parser *parser, struct group *group, int key, char *arg)
{
        struct argp_state *state = &parser->state;
        error_t error;

        if (!group->argp->parser)
                return ARGP_ERR_UNKNOWN;
        state->hook = group->hook;
        state->input = group->input;
        state->child_inputs = group->argp->children ? group->child_inputs : NULL;
        state->arg_num = group->args_processed;
        error = group->argp->parser(key, arg, state);
        group->hook = state->hook;
        return error;
}

/* Calls all parsers, the last one first if `backward`; ends with the first error. */
static error_t call_all(struct parser *parser, int key, bool backward)
{
        error_t error = 0;

        for (size_t i = 0; i < parser->groups_count && (!error || error == ARGP_ERR_UNKNOWN); i++)
                error = call(parser, &parser->groups[backward ? parser->groups_count - 1 - i : i],
                             key, NULL);
        return error == ARGP_ERR_UNKNOWN ? 0 : error;
}

static error_t begin(struct parser *parser, void *input)
{
        error_t error = 0;

        if (parser->groups_count > 0)
                parser->groups[0].input = input;
        for (size_t i = 0; i < parser->groups_count && (!error || error == ARGP_ERR_UNKNOWN); i++) {
                struct group *group = &parser->groups[i];
                const struct argp_child *children = group->argp->children;

                if (group->parent)
                        group->input = group->parent->child_inputs[group->parent_index];
                if (!group->argp->parser && children && children->argp)
                        group->child_inputs[0] = group->input;
                error = call(parser, group, ARGP_KEY_INIT, NULL);
        }
        return error == ARGP_ERR_UNKNOWN ? 0 : error;
}

/* An argument that is no option: the first parser that knows it gets it, or all the rest. */
static error_t parse_argument(struct parser *parser, char *arg)
{
        struct argp_state *state = &parser->state;
        int index = --state->next;
        error_t error = ARGP_ERR_UNKNOWN;
        struct group *group = NULL;
        int key = ARGP_KEY_ARG;

        for (size_t i = 0; i < parser->groups_count && error == ARGP_ERR_UNKNOWN; i++) {
                group = &parser->groups[i];
                state->next++;
                key = ARGP_KEY_ARG;
                error = call(parser, group, key, arg);
                if (error == ARGP_ERR_UNKNOWN) {
                        state->next--;
                        key = ARGP_KEY_ARGS;
                        error = call(parser, group, key, NULL);
                }
        }
        if (error)
                return error;
        if (key == ARGP_KEY_ARGS)
                state->next = state->argc;
        if (state->next > index)
                group->args_processed += (unsigned)(state->next - index);
        else
                /* The parser has put it back, maybe as an option. */
                parser->scanning = true;
        return 0;
}

static error_t parse_option(struct parser *parser, int code, char *arg)
{
        struct argp_state *state = &parser->state;
        bool is_long = code > UCHAR_MAX;
        struct meaning meaning = is_long ? parser->by_long[code - UCHAR_MAX - 1]
                                         : (struct meaning){parser->by_short[code], code};
        error_t error =
            meaning.group ? call(parser, meaning.group, meaning.key, arg) : ARGP_ERR_UNKNOWN;

        if (error != ARGP_ERR_UNKNOWN)
                return error;
        if (is_long)
                argp_error(state, "--%s: %s", parser->longs[code - UCHAR_MAX - 1].name,
                           "(PROGRAM ERROR) Option should have been recognized!?");
        else
                argp_error(state, "-%c: %s", code,
                           "(PROGRAM ERROR) Option should have been recognized!?");
        return error;
}

/* Parses the next option or argument; `rest` tells that an unknown one is only an argument left. */
static error_t parse_next(struct parser *parser, bool *rest)
{
        struct argp_state *state = &parser->state;
        const struct lwb_optscan_table table = {
            .shorts = parser->shorts,
            .longs = parser->longs,
            .single = (state->flags & ARGP_LONG_ONLY) != 0,
            .report = !(state->flags & ARGP_NO_ERRS),
        };
        error_t error;
        int code = -1;

        *rest = false;
        if (state->quoted && state->next < state->quoted)
                state->quoted = 0;
        if (parser->scanning && !state->quoted) {
                parser->scan.index = state->next;
                parser->scan.option = -1;
                code = __lwb_optscan_next(&parser->scan, state->argc, state->argv, &table, NULL);
                state->next = parser->scan.index;
                if (code == -1) {
                        parser->scanning = false;
                        if (state->next > 1 && !strcmp(state->argv[state->next - 1], "--"))
                                state->quoted = state->next;
                } else if (code == '?' && parser->scan.option != -1) {
                        return ARGP_ERR_UNKNOWN;
                }
        }
        if (code == -1) {
                if (state->next >= state->argc || state->flags & ARGP_NO_ARGS) {
                        *rest = true;
                        return ARGP_ERR_UNKNOWN;
                }
                code = 1;
                parser->scan.result = state->argv[state->next++];
        }
        if (code != 1)
                return parse_option(parser, code, parser->scan.result);
        error = parse_argument(parser, parser->scan.result);
        *rest = error == ARGP_ERR_UNKNOWN;
        return error;
}

/* Ends the parsing: what the parsers say to it, and what the program gets. */
static error_t finish(struct parser *parser, error_t error, bool rest, int *end_index)
{
        struct argp_state *state = &parser->state;

        if (error == ARGP_ERR_UNKNOWN && rest)
                error = 0;
        if (!error && state->next == state->argc) {
                for (size_t i = 0;
                     i < parser->groups_count && (!error || error == ARGP_ERR_UNKNOWN); i++) {
                        if (parser->groups[i].args_processed == 0)
                                error = call(parser, &parser->groups[i], ARGP_KEY_NO_ARGS, NULL);
                }
                if (!error || error == ARGP_ERR_UNKNOWN)
                        error = call_all(parser, ARGP_KEY_END, true);
                if (end_index)
                        *end_index = state->next;
        } else if (!error && end_index) {
                *end_index = state->next;
        } else if (!error) {
                if (!(state->flags & ARGP_NO_ERRS) && state->err_stream)
                        fprintf(state->err_stream, "%s: Too many arguments\n", state->name);
                error = ARGP_ERR_UNKNOWN;
        }
        if (error) {
                if (error == ARGP_ERR_UNKNOWN)
                        argp_state_help(state, state->err_stream, ARGP_HELP_STD_ERR);
                for (size_t i = 0; i < parser->groups_count; i++)
                        call(parser, &parser->groups[i], ARGP_KEY_ERROR, NULL);
        } else {
                error = call_all(parser, ARGP_KEY_SUCCESS, true);
        }
        for (size_t i = parser->groups_count; i-- > 0;)
                call(parser, &parser->groups[i], ARGP_KEY_FINI, NULL);
        return error == ARGP_ERR_UNKNOWN ? EINVAL : error;
}

/* Gives the parser what holds so much; false where there is no memory. */
static bool reserve(struct parser *parser, const struct sizes *sizes)
{
        /* The most aligned first. One more each: no room is empty, and names end with a null. */
        size_t groups = (sizes->groups + 1) * sizeof *parser->groups;
        size_t longs = (sizes->longs + 1) * sizeof *parser->longs;
        size_t by_long = (sizes->longs + 1) * sizeof *parser->by_long;
        size_t inputs = (sizes->child_inputs + 1) * sizeof *parser->child_inputs;
        size_t all = groups + longs + by_long + inputs + sizes->shorts * 3 + 2;
        char *place = parser->room;

        if (all > sizeof parser->room)
                place = parser->memory = malloc(all);
        if (!place)
                return false;
        parser->groups = (void *)place;
        parser->longs = (void *)(place += groups);
        parser->by_long = (void *)(place += longs);
        parser->child_inputs = memset(place += by_long, 0, inputs);
        parser->shorts = place + inputs;
        return true;
}

/* Makes a parser ready; false where there is no memory. */
static bool prepare(struct parser *parser, const struct argp *argp, int argc, char **argv,
                    unsigned flags)
{
        struct sizes sizes = {0, 0, 0, 0};
        unsigned children = 0;

        memset(parser, 0, offsetof(struct parser, room));
        if (!(flags & ARGP_NO_HELP)) {
                if (argp)
                        parser->children[children++].argp = argp;
                parser->children[children++].argp = &common_argp;
                if (argp_program_version || argp_program_version_hook)
                        parser->children[children++].argp = &version_argp;
                parser->root.children = parser->children;
                argp = &parser->root;
        } else if (!argp) {
                argp = &parser->root;
        }
        measure(argp, &sizes);
        if (!reserve(parser, &sizes))
                return false;
        if (flags & ARGP_IN_ORDER)
                parser->shorts[parser->shorts_count++] = '-';
        else if (flags & ARGP_NO_ARGS)
                parser->shorts[parser->shorts_count++] = '+';
        add_groups(parser, argp, NULL, 0);
        parser->shorts[parser->shorts_count] = '\0';
        parser->longs[parser->longs_count].name = NULL;
        parser->scanning = true;
        parser->state = (struct argp_state){
            .root_argp = argp,
            .argc = argc,
            .argv = argv,
            .flags = flags,
            .err_stream = stderr,
            .out_stream = stdout,
            .pstate = parser,
        };
        return true;
}

/**
 * Parses a program's arguments with an argp: 0, ENOMEM, EINVAL for what is not known, or what a
 * parser returned. `end_index` gets the first argument that was not parsed.
 */
error_t argp_parse(const struct argp *restrict argp, int argc, char **restrict argv, unsigned flags,
                   int *restrict end_index, void *restrict input)
{
        struct parser parser;
        struct argp_state *state = &parser.state;
        bool rest = false;
        error_t error;

        if (flags & ARGP_NO_ERRS)
                flags |= ARGP_NO_EXIT;
        if (!prepare(&parser, argp, argc, argv, flags))
                return ENOMEM;
        error = begin(&parser, input);
        if (error) {
                free(parser.memory);
                return error;
        }
        if (state->flags & ARGP_NO_ERRS) {
                if (state->flags & ARGP_PARSE_ARGV0) {
                        /* The scanner begins behind what it takes for the name. */
                        state->argv--;
                        state->argc++;
                }
        }
        if (state->argv == argv && state->argc > 0 && state->argv[0])
                state->name = last_part(state->argv[0]);
        else
                state->name = program_invocation_short_name;
        while (!error)
                error = parse_next(&parser, &rest);
        error = finish(&parser, error, rest, end_index);
        free(parser.memory);
        return error;
}

void *__lwb_argp_input(const struct argp *argp, const struct argp_state *state)
{
        const struct parser *parser = state ? state->pstate : NULL;

        for (size_t i = 0; parser && i < parser->groups_count; i++) {
                if (parser->groups[i].argp == argp)
                        return parser->groups[i].input;
        }
        return NULL;
}

/* What a program's start costs: its options are parsed, all of them right. */
#include <argp.h>
#include <stdlib.h>

#include "timing.h"

struct settings {
        int all, verbose;
        const char *file, *format;
        long size;
};

static const struct argp_option options[] = {
    {NULL, 0, NULL, 0, "What is shown:", 1},
    {"all", 'a', NULL, 0, "show all entries", 0},
    {"almost-all", 'A', NULL, 0, "show all entries but . and ..", 0},
    {"format", 'F', "FORMAT", 0, "show each entry in this format", 0},
    {"recursive", 'r', NULL, 0, "show what directories hold", 0},
    {NULL, 0, NULL, 0, "What is written:", 2},
    {"file", 'f', "FILE", 0, "write to FILE", 0},
    {"output", 0, NULL, OPTION_ALIAS, NULL, 0},
    {"size", 's', "BYTES", OPTION_ARG_OPTIONAL, "write so many bytes at once", 0},
    {"verbose", 'v', NULL, 0, "tell what is done", 0},
    {"quiet", 'q', NULL, 0, "tell nothing", 0},
    {"debug", 1000, NULL, OPTION_HIDDEN, NULL, 0},
    {0},
};

static error_t parse(int key, char *argument, struct argp_state *state)
{
        struct settings *settings = state->input;

        switch (key) {
        case 'a':
                settings->all = 1;
                return 0;
        case 'v':
                settings->verbose++;
                return 0;
        case 'f':
                settings->file = argument;
                return 0;
        case 'F':
                settings->format = argument;
                return 0;
        case 's':
                settings->size = argument ? strtol(argument, NULL, 10) : 1;
                return 0;
        case ARGP_KEY_ARG:
                return 0;
        default:
                return ARGP_ERR_UNKNOWN;
        }
}

static const struct argp parser = {options, parse, "FILE...", "Shows entries.", NULL, NULL, NULL};

static void start(int count, const char *const *words)
{
        struct settings settings = {0};
        char *arguments[16];

        for (int i = 0; i <= count; i++)
                arguments[i] = (char *)words[i];
        if (argp_parse(&parser, count, arguments, 0, NULL, &settings))
                abort();
}

int main(void)
{
        static const char *const few[] = {"program", "-av", "file", NULL};
        static const char *const several[] = {
            "program", "--all",    "one",        "--format=%s", "-s4096", "--verb", "two", "-f",
            "file",    "--output", "other-file", "-v",          "--",     "-three", NULL};

        MEASURE("argp_parse, 2 arguments", 1000000, start(3, few));
        MEASURE("argp_parse, 13 arguments", 200000, start(14, several));
        return 0;
}

/* The command line. libc's getopt_long words its messages otherwise and reads no abbreviations. */
#include <stdlib.h>
#include <string.h>
#include "options.h"

struct option {
        char letter; /* '\0': it has only a long form */
        bool has_argument;
        const char *name;
        /* False when the program is to end with `*code`. */
        bool (*take)(struct request *request, const char *argument, enum exit_code *code);
};

static bool take_service(struct request *request, const char *argument, enum exit_code *code)
{
        (void)request;
        *code = GETENT_FAILED;
        return choose_services(argument);
}

static bool take_no_idn(struct request *request, const char *argument, enum exit_code *code)
{
        (void)argument;
        (void)code;
        request->no_idn = true;
        return true;
}

static bool take_no_addrconfig(struct request *request, const char *argument, enum exit_code *code)
{
        (void)argument;
        (void)code;
        request->no_addrconfig = true;
        return true;
}

static bool take_all_families(struct request *request, const char *argument, enum exit_code *code)
{
        (void)argument;
        (void)code;
        request->all_families = true;
        return true;
}

static bool take_warn(struct request *request, const char *argument, enum exit_code *code)
{
        (void)argument;
        (void)code;
        request->warn = true;
        return true;
}

static const char usage[] = "Usage: getent [OPTION...] database [key ...]\n";

static bool take_help(struct request *request, const char *argument, enum exit_code *code)
{
        (void)request;
        (void)argument;
        fputs(usage, stdout);
        fputs("Get entries from administrative databases.\n"
              "\n"
              "  -A, --no-addrconfig        ahosts*: give addresses of families that are not\n"
              "                             configured too\n"
              "  -i, --no-idn               ahosts*: take names as they are\n"
              "  -s, --service=CONFIG       ask these services, as in nsswitch.conf; after\n"
              "                             DATABASE: those of one database\n"
              "      --all-families         hosts: list IPv6 addresses too\n"
              "      --warn                 say which files can not be read\n"
              "  -?, --help                 give this help\n"
              "      --usage                give a short usage message\n"
              "  -V, --version              give the version\n"
              "\n"
              "Databases:\n",
              stdout);
        for (size_t i = 0; i < database_count; i++)
                printf("%s%s", databases[i].name, i + 1 == database_count ? "\n" : " ");
        *code = GETENT_OK;
        return false;
}

static bool take_usage(struct request *request, const char *argument, enum exit_code *code)
{
        (void)request;
        (void)argument;
        fputs("Usage: getent [-Ai?V] [-s CONFIG] [--no-addrconfig] [--no-idn] [--service=CONFIG]\n"
              "            [--all-families] [--warn] [--help] [--usage] [--version]\n"
              "            database [key ...]\n",
              stdout);
        *code = GETENT_OK;
        return false;
}

static bool take_version(struct request *request, const char *argument, enum exit_code *code)
{
        (void)request;
        (void)argument;
        puts("getent (libc-support) " LIBC_SUPPORT_VERSION);
        *code = GETENT_OK;
        return false;
}

static const struct option options[] = {
    {'s', true, "service", take_service},
    {'i', false, "no-idn", take_no_idn},
    {'A', false, "no-addrconfig", take_no_addrconfig},
    {'\0', false, "all-families", take_all_families},
    {'\0', false, "warn", take_warn},
    {'?', false, "help", take_help},
    {'\0', false, "usage", take_usage},
    {'V', false, "version", take_version},
};

enum { OPTIONS = sizeof options / sizeof *options };

void put_hint(FILE *stream)
{
        const char *slash = strrchr(program_name, '/');
        const char *name = slash ? slash + 1 : program_name;

        fprintf(stream, "Try `%s --help' or `%s --usage' for more information.\n", name, name);
}

/* The option that a long name, or the beginning of one, stands for; NULL after saying why not. */
static const struct option *find_long(const char *text, size_t length)
{
        const struct option *found = NULL;
        size_t count = 0;

        for (size_t i = 0; i < OPTIONS; i++) {
                if (strncmp(options[i].name, text, length))
                        continue;
                if (!options[i].name[length])
                        return &options[i];
                found = &options[i];
                count++;
        }
        if (count == 1)
                return found;
        if (!count) {
                complain("unrecognized option '--%s'", text);
                return NULL;
        }
        fprintf(stderr, "%s: option '--%s' is ambiguous; possibilities:", program_name, text);
        for (size_t i = 0; i < OPTIONS; i++)
                if (!strncmp(options[i].name, text, length))
                        fprintf(stderr, " '--%s'", options[i].name);
        fputc('\n', stderr);
        return NULL;
}

/* A command line while it is parsed. */
struct parser {
        struct request *request;
        enum exit_code *code;
        char **next;
        char **end;
};

static bool parse_long(struct parser *parser, const char *text)
{
        const char *equals = strchr(text, '=');
        const char *argument = equals ? equals + 1 : NULL;
        const struct option *option =
            find_long(text, equals ? (size_t)(equals - text) : strlen(text));

        if (!option)
                return false;
        if (argument && !option->has_argument) {
                complain("option '--%s' doesn't allow an argument", option->name);
                return false;
        }
        if (option->has_argument && !argument) {
                if (parser->next == parser->end) {
                        complain("option '--%s' requires an argument", option->name);
                        return false;
                }
                argument = *parser->next++;
        }
        return option->take(parser->request, argument, parser->code);
}

static bool parse_short(struct parser *parser, const char *letters)
{
        for (; *letters; letters++) {
                const struct option *option = options;
                const char *argument = NULL;

                while (option < options + OPTIONS && option->letter != *letters)
                        option++;
                if (option == options + OPTIONS) {
                        complain("invalid option -- '%c'", *letters);
                        return false;
                }
                if (option->has_argument) {
                        if (letters[1]) {
                                argument = letters + 1;
                        } else if (parser->next == parser->end) {
                                complain("option requires an argument -- '%c'", *letters);
                                return false;
                        } else {
                                argument = *parser->next++;
                        }
                }
                if (!option->take(parser->request, argument, parser->code))
                        return false;
                if (argument)
                        break;
        }
        return true;
}

bool parse_options(int argc, char **argv, struct request *request, int *operands,
                   enum exit_code *code)
{
        const bool in_order = getenv("POSIXLY_CORRECT");
        struct parser parser = {request, code, argv + (argc > 0), argv + argc};
        char **kept = malloc(((size_t)argc + 1) * sizeof *kept);
        size_t count = 0;

        if (!kept)
                no_memory();
        while (parser.next < parser.end) {
                char *word = *parser.next;
                bool valid;

                if (word[0] != '-' || !word[1]) {
                        if (in_order)
                                break;
                        kept[count++] = word;
                        parser.next++;
                        continue;
                }
                parser.next++;
                if (!strcmp(word, "--"))
                        break;
                *code = GETENT_BAD_OPTION;
                valid =
                    word[1] == '-' ? parse_long(&parser, word + 2) : parse_short(&parser, word + 1);
                if (!valid) {
                        if (*code == GETENT_BAD_OPTION)
                                put_hint(stderr);
                        free(kept);
                        return false;
                }
        }
        /* Operands seen so far and those that are left are together no more than there were. */
        memmove(parser.next - count, kept, count * sizeof *kept);
        *operands = (int)(parser.next - count - argv);
        free(kept);
        return true;
}

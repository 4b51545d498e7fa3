/* see: GNU C Library manual, "Customizing Argp Help Output". */
#include <stdlib.h>
#include <string.h>
#include "argp_internal.h"

struct parameter {
        const char *name;
        size_t offset;
        bool is_flag;
};

#define PARAMETER(name, member, is_flag)                                                           \
        {                                                                                          \
                name, offsetof(struct argp_format, member), is_flag                                \
        }

static const struct parameter parameters[] = {
    PARAMETER("dup-args", dup_args, true),
    PARAMETER("dup-args-note", dup_args_note, true),
    PARAMETER("short-opt-col", short_opt_col, false),
    PARAMETER("long-opt-col", long_opt_col, false),
    PARAMETER("doc-opt-col", doc_opt_col, false),
    PARAMETER("opt-doc-col", opt_doc_col, false),
    PARAMETER("header-col", header_col, false),
    PARAMETER("usage-indent", usage_indent, false),
    PARAMETER("rmargin", rmargin, false),
};

/* Columns beyond any screen; a larger number would take memory to no end. */
#define MAX_COLUMN 32767

static const char *skip_blanks(const char *at)
{
        while (isspace((unsigned char)*at))
                at++;
        return at;
}

static int number(const char **at)
{
        int value = 0;

        for (; isdigit((unsigned char)**at); ++*at) {
                if (value < MAX_COLUMN)
                        value = value * 10 + (**at - '0');
        }
        return value < MAX_COLUMN ? value : MAX_COLUMN;
}

static void set(struct argp_format *format, const char *name, size_t length, bool has_value,
                int value)
{
        for (size_t i = 0; i < sizeof parameters / sizeof *parameters; i++) {
                const struct parameter *known = &parameters[i];

                if (strlen(known->name) != length || strncmp(known->name, name, length))
                        continue;
                if (has_value || known->is_flag)
                        memcpy((char *)format + known->offset, &value, sizeof value);
                else
                        fprintf(stderr, "%s: %.*s: ARGP_HELP_FMT parameter requires a value\n",
                                program_invocation_short_name, (int)length, name);
                return;
        }
        fprintf(stderr, "%s: %.*s: Unknown ARGP_HELP_FMT parameter\n",
                program_invocation_short_name, (int)length, name);
}

void __lwb_argp_format(struct argp_format *format, const struct argp_state *state)
{
        const char *at = getenv("ARGP_HELP_FMT");

        (void)state;
        *format = (struct argp_format){
            .dup_args_note = 1,
            .short_opt_col = 2,
            .long_opt_col = 6,
            .doc_opt_col = 2,
            .opt_doc_col = 29,
            .header_col = 1,
            .usage_indent = 12,
            .rmargin = 79,
        };
        while (at && *(at = skip_blanks(at))) {
                const char *name = at;
                size_t length;
                bool has_value;
                int value = 1;

                if (!isalpha((unsigned char)*at)) {
                        fprintf(stderr, "%s: Garbage in ARGP_HELP_FMT: %s\n",
                                program_invocation_short_name, at);
                        return;
                }
                while (isalnum((unsigned char)*at) || *at == '-' || *at == '_')
                        at++;
                length = (size_t)(at - name);
                at = skip_blanks(at);
                has_value = *at != '\0' && *at != ',';
                if (*at == '=')
                        at = skip_blanks(at + 1);
                if (has_value) {
                        value = number(&at);
                        at = skip_blanks(at);
                } else if (length > 3 && !strncmp(name, "no-", 3)) {
                        value = 0;
                        name += 3;
                        length -= 3;
                }
                set(format, name, length, has_value, value);
                if (*at == ',')
                        at++;
        }
}

/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same texts, byte for byte.
 * see:   GNU C Library manual, "Argp Help".
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "argp_internal.h"

/* One help text. */
struct help {
        struct argp_fill fill;
        struct argp_format format;
        const struct argp_state *state;
        const struct argp *root;
        const char *name;
        struct argp_entries list;
        const struct argp_entry *previous; /* the entry before, if any was shown */
        bool apart;                        /* groups are set apart by empty lines */
        bool suppressed;                   /* an argument was shown for long options alone */
};

/* What a help_filter made of a text; `own` is to be freed. */
struct filtered {
        const char *text;
        char *own;
};

static struct filtered filter(const struct help *help, const struct argp *argp, int key,
                              const char *text)
{
        struct filtered result = {text, NULL};

        if (argp->help_filter) {
                char *made = argp->help_filter(key, text, __lwb_argp_input(argp, help->state));

                result.text = made;
                if (made != text)
                        result.own = made;
        }
        return result;
}

static bool is_shown(const struct argp_option *option)
{
        return !(option->flags & OPTION_HIDDEN);
}

static void header(struct help *help, const struct argp *argp, const char *text)
{
        struct argp_fill *fill = &help->fill;
        struct filtered shown =
            filter(help, argp, ARGP_KEY_HELP_HEADER, __lwb_argp_text(argp, text));

        if (shown.text) {
                if (*shown.text) {
                        if (help->previous)
                                __lwb_argp_fill_put(fill, "\n");
                        __lwb_argp_fill_indent(fill, (size_t)help->format.header_col);
                        __lwb_argp_fill_margins(fill, help->format.header_col,
                                                help->format.header_col);
                        __lwb_argp_fill_put(fill, shown.text);
                        __lwb_argp_fill_margins(fill, 0, -1);
                        __lwb_argp_fill_put(fill, "\n");
                }
                help->apart = true;
        }
        free(shown.own);
}

static bool is_within(const struct argp_cluster *cluster, const struct argp_cluster *of)
{
        while (cluster && cluster != of)
                cluster = cluster->parent;
        return cluster == of;
}

/* Goes on to the next name of an entry. */
static void next_name(struct help *help, const struct argp_entry *entry, bool *first, int column)
{
        if (*first) {
                const struct argp_cluster *cluster = entry->cluster;
                const struct argp_entry *previous = help->previous;

                if (help->apart && previous && entry->group != previous->group)
                        __lwb_argp_fill_put(&help->fill, "\n");
                if (cluster && cluster->header && *cluster->header &&
                    (!previous ||
                     (previous->cluster != cluster && !is_within(previous->cluster, cluster)))) {
                        size_t wrap = help->fill.wrap;

                        header(help, cluster->argp, cluster->header);
                        __lwb_argp_fill_margins(&help->fill, -1, (int)wrap);
                }
                *first = false;
        } else {
                __lwb_argp_fill_put(&help->fill, ", ");
        }
        __lwb_argp_fill_indent(&help->fill, (size_t)column);
}

static void argument(struct help *help, const struct argp_entry *entry, const char *between)
{
        const struct argp_option *real = entry->options;
        const char *text;

        if (!real->arg)
                return;
        text = __lwb_argp_text(entry->argp, real->arg);
        if (real->flags & OPTION_ARG_OPTIONAL)
                __lwb_argp_fill_printf(&help->fill, "[%s%s]", *between == '=' ? "=" : "", text);
        else
                __lwb_argp_fill_printf(&help->fill, "%s%s", between, text);
}

static void put_byte(struct argp_fill *fill, char byte)
{
        __lwb_argp_fill_add(fill, &byte, 1);
}

static void names(struct help *help, const struct argp_entry *entry, bool *first)
{
        bool has_long = false;
        bool text = entry->options->flags & OPTION_DOC;
        int column = text ? help->format.doc_opt_col : help->format.long_opt_col;

        for (unsigned i = 0; i < entry->count; i++)
                has_long |= entry->options[i].name && is_shown(&entry->options[i]);
        __lwb_argp_fill_margins(&help->fill, -1, help->format.short_opt_col);
        for (unsigned i = 0; i < entry->count; i++) {
                const struct argp_option *option = &entry->options[i];

                if (!__lwb_argp_has_short(entry, i) || !is_shown(option))
                        continue;
                next_name(help, entry, first, help->format.short_opt_col);
                put_byte(&help->fill, '-');
                put_byte(&help->fill, (char)option->key);
                if (!has_long || help->format.dup_args)
                        argument(help, entry, " ");
                else if (entry->options->arg)
                        help->suppressed = true;
        }
        __lwb_argp_fill_margins(&help->fill, -1, column);
        for (unsigned i = 0; i < entry->count; i++) {
                const struct argp_option *option = &entry->options[i];

                if (!option->name || !is_shown(option))
                        continue;
                next_name(help, entry, first, column);
                if (text) {
                        __lwb_argp_fill_put(&help->fill,
                                            __lwb_argp_text(entry->argp, option->name));
                } else {
                        __lwb_argp_fill_printf(&help->fill, "--%s", option->name);
                        argument(help, entry, "=");
                }
        }
}

static void one_entry(struct help *help, const struct argp_entry *entry)
{
        struct argp_fill *fill = &help->fill;
        const struct argp_option *real = entry->options;
        size_t wrap = fill->wrap;
        bool first = true;

        names(help, entry, &first);
        __lwb_argp_fill_margins(fill, 0, -1);
        if (first) {
                bool named = real->name || argp_is_short(real);

                /* What is named but not shown is hidden; the rest are headers. */
                if (!named)
                        header(help, entry->argp, real->doc);
                __lwb_argp_fill_margins(fill, -1, (int)wrap);
                if (named)
                        return;
        } else {
                struct filtered shown =
                    filter(help, entry->argp, real->key, __lwb_argp_text(entry->argp, real->doc));

                if (shown.text && *shown.text) {
                        size_t column = __lwb_argp_fill_column(fill);
                        size_t from = (size_t)help->format.opt_doc_col;

                        __lwb_argp_fill_margins(fill, (int)from, (int)from);
                        if (column > from + 3)
                                __lwb_argp_fill_put(fill, "\n");
                        else if (column >= from)
                                __lwb_argp_fill_put(fill, "   ");
                        else
                                __lwb_argp_fill_indent(fill, from);
                        __lwb_argp_fill_put(fill, shown.text);
                }
                free(shown.own);
                __lwb_argp_fill_margins(fill, 0, -1);
                __lwb_argp_fill_put(fill, "\n");
                __lwb_argp_fill_margins(fill, -1, (int)wrap);
        }
        help->previous = entry;
}

static void options(struct help *help)
{
        for (size_t i = 0; i < help->list.count; i++)
                one_entry(help, &help->list.entries[i]);
        if (help->suppressed && help->format.dup_args_note) {
                struct filtered note = {
                    "Mandatory or optional arguments to long options are also mandatory or "
                    "optional for any corresponding short options.",
                    NULL};

                /* Only a parser that is at work has this text filtered. */
                if (help->state)
                        note = filter(help, help->root, ARGP_KEY_HELP_DUP_ARGS_NOTE, note.text);

                if (note.text && *note.text) {
                        __lwb_argp_fill_put(&help->fill, "\n");
                        __lwb_argp_fill_put(&help->fill, note.text);
                        __lwb_argp_fill_put(&help->fill, "\n");
                }
                free(note.own);
        }
}

/* A blank, or a new line where what comes would reach the margin. */
static void blank_before(struct argp_fill *fill, size_t length)
{
        if (__lwb_argp_fill_column(fill) + length >= fill->right)
                __lwb_argp_fill_put(fill, "\n");
        else
                __lwb_argp_fill_put(fill, " ");
}

/* Whether usage is to name an option. */
static bool in_usage(const struct argp_option *option, const struct argp_option *real)
{
        return !((option->flags | real->flags) & OPTION_NO_USAGE) && is_shown(option);
}

static void usage_shorts(struct help *help, bool with_arguments)
{
        char letters[UCHAR_MAX + 1];
        size_t count = 0;

        for (size_t i = 0; i < help->list.count; i++) {
                const struct argp_entry *entry = &help->list.entries[i];
                const struct argp_option *real = entry->options;

                for (unsigned j = 0; j < entry->count; j++) {
                        const struct argp_option *option = &real[j];
                        const char *text = option->arg ? option->arg : real->arg;

                        if (!__lwb_argp_has_short(entry, j) || !in_usage(option, real) ||
                            (text != NULL) != with_arguments)
                                continue;
                        if (!text) {
                                letters[count++] = (char)option->key;
                                continue;
                        }
                        text = __lwb_argp_text(entry->argp, text);
                        if ((option->flags | real->flags) & OPTION_ARG_OPTIONAL) {
                                __lwb_argp_fill_printf(&help->fill, " [-%c[%s]]", option->key,
                                                       text);
                        } else {
                                blank_before(&help->fill, 6 + strlen(text));
                                __lwb_argp_fill_printf(&help->fill, "[-%c %s]", option->key, text);
                        }
                }
        }
        if (count > 0)
                __lwb_argp_fill_printf(&help->fill, " [-%.*s]", (int)count, letters);
}

static void usage_longs(struct help *help)
{
        for (size_t i = 0; i < help->list.count; i++) {
                const struct argp_entry *entry = &help->list.entries[i];
                const struct argp_option *real = entry->options;

                for (unsigned j = 0; j < entry->count; j++) {
                        const struct argp_option *option = &real[j];
                        const char *text = option->arg ? option->arg : real->arg;

                        if (!option->name || !in_usage(option, real))
                                continue;
                        if (text)
                                text = __lwb_argp_text(entry->argp, text);
                        if (!text)
                                __lwb_argp_fill_printf(&help->fill, " [--%s]", option->name);
                        else if ((option->flags | real->flags) & OPTION_ARG_OPTIONAL)
                                __lwb_argp_fill_printf(&help->fill, " [--%s[=%s]]", option->name,
                                                       text);
                        else
                                __lwb_argp_fill_printf(&help->fill, " [--%s=%s]", option->name,
                                                       text);
                }
        }
}

/* How many argps there are, the root with them. */
static size_t count_argps(const struct argp *argp)
{
        size_t count = 1;

        for (const struct argp_child *child = argp->children; child && child->argp; child++)
                count += count_argps(child->argp);
        return count;
}

/*
 * Adds one alternative of the arguments of an argp and its children; `level` is where the state of
 * those that have several lines is. True when one of them has gone on to its next line.
 */
static bool arguments(struct help *help, const struct argp *argp, size_t **level, bool go_on)
{
        size_t *own = *level;
        bool several = false, moved = false;
        const char *end = NULL;
        struct filtered shown =
            filter(help, argp, ARGP_KEY_HELP_ARGS_DOC, __lwb_argp_text(argp, argp->args_doc));

        if (shown.text) {
                const char *line = shown.text;

                end = strchrnul(line, '\n');
                if (*end) {
                        several = true;
                        for (size_t i = 0; i < *own && *end; i++) {
                                line = end + 1;
                                end = strchrnul(line, '\n');
                        }
                        ++*level;
                }
                /* A line manually broken, as blanks in it are no place to break it. */
                blank_before(&help->fill, 1 + (size_t)(end - line));
                __lwb_argp_fill_add(&help->fill, line, (size_t)(end - line));
        }
        for (const struct argp_child *child = argp->children; child && child->argp; child++) {
                if (arguments(help, child->argp, level, go_on && !moved))
                        moved = true;
        }
        if (go_on && !moved && several) {
                if (*end) {
                        ++*own;
                        moved = true;
                } else {
                        *own = 0;
                }
        }
        free(shown.own);
        return moved;
}

static void usage(struct help *help, unsigned flags)
{
        struct argp_fill *fill = &help->fill;
        size_t count = count_argps(help->root);
        size_t *levels = calloc(count, sizeof *levels);
        bool first = true, more = true;

        if (!levels)
                fill->failed = true;
        while (more && !fill->failed) {
                size_t *level = levels;

                __lwb_argp_fill_margins(fill, -1, help->format.usage_indent);
                __lwb_argp_fill_printf(fill, "%s %s", first ? "Usage:" : "  or: ", help->name);
                __lwb_argp_fill_margins(fill, help->format.usage_indent, -1);
                if (help->list.count > 0 && (!first || flags & ARGP_HELP_SHORT_USAGE)) {
                        __lwb_argp_fill_put(fill, " [OPTION...]");
                } else if (help->list.count > 0) {
                        usage_shorts(help, false);
                        usage_shorts(help, true);
                        usage_longs(help);
                }
                more = arguments(help, help->root, &level, true);
                __lwb_argp_fill_margins(fill, 0, 0);
                __lwb_argp_fill_put(fill, "\n");
                first = false;
        }
        free(levels);
}

static void end_line(struct argp_fill *fill)
{
        if (__lwb_argp_fill_column(fill) > fill->left)
                __lwb_argp_fill_put(fill, "\n");
}

/* The texts before the options, or behind them, of an argp and its children; whether any is. */
static bool documentation(struct help *help, const struct argp *argp, bool post, bool blank,
                          bool first_only)
{
        struct argp_fill *fill = &help->fill;
        const char *doc = __lwb_argp_text(argp, argp->doc);
        const char *tab = doc ? strchr(doc, '\v') : NULL;
        char *before = NULL;
        struct filtered shown;
        bool any = false;

        if (post)
                doc = tab ? tab + 1 : NULL;
        /* As with glibc, a "\v" in front divides nothing. */
        if (!post && tab && tab > doc) {
                before = strndup(doc, (size_t)(tab - doc));
                if (!before) {
                        fill->failed = true;
                        return false;
                }
                doc = before;
        }
        shown = filter(help, argp, post ? ARGP_KEY_HELP_POST_DOC : ARGP_KEY_HELP_PRE_DOC, doc);
        if (shown.text) {
                if (blank)
                        __lwb_argp_fill_put(fill, "\n");
                __lwb_argp_fill_put(fill, shown.text);
                end_line(fill);
                any = true;
        }
        free(shown.own);
        free(before);
        if (post && argp->help_filter) {
                shown = filter(help, argp, ARGP_KEY_HELP_EXTRA, NULL);
                if (shown.text) {
                        if (any || blank)
                                __lwb_argp_fill_put(fill, "\n");
                        __lwb_argp_fill_put(fill, shown.text);
                        end_line(fill);
                        any = true;
                }
                free(shown.own);
        }
        for (const struct argp_child *child = argp->children; child && child->argp; child++) {
                if (first_only && any)
                        break;
                any |= documentation(help, child->argp, post, any || blank, first_only);
        }
        return any;
}

void __lwb_argp_print_help(const struct argp *argp, const struct argp_state *state, FILE *stream,
                           unsigned flags, const char *name)
{
        struct help help = {.state = state, .root = argp, .name = name ? name : "(null)"};
        struct argp_fill *fill = &help.fill;
        bool any = false;

        if (!stream)
                return;
        __lwb_argp_format(&help.format, state);
        fill->right = (size_t)help.format.rmargin;
        if (flags & (ARGP_HELP_USAGE | ARGP_HELP_SHORT_USAGE | ARGP_HELP_LONG) &&
            !__lwb_argp_entries(&help.list, argp))
                return;
        if (flags & (ARGP_HELP_USAGE | ARGP_HELP_SHORT_USAGE)) {
                usage(&help, flags);
                any = true;
        }
        if (flags & ARGP_HELP_PRE_DOC)
                any |= documentation(&help, argp, false, false, true);
        if (flags & ARGP_HELP_SEE) {
                __lwb_argp_fill_printf(fill,
                                       "Try `%s --help' or `%s --usage' for more information.\n",
                                       help.name, help.name);
                any = true;
        }
        if (flags & ARGP_HELP_LONG && help.list.count > 0) {
                if (any)
                        __lwb_argp_fill_put(fill, "\n");
                options(&help);
                any = true;
        }
        if (flags & ARGP_HELP_POST_DOC)
                any |= documentation(&help, argp, true, any, false);
        if (flags & ARGP_HELP_BUG_ADDR && argp_program_bug_address) {
                if (any)
                        __lwb_argp_fill_put(fill, "\n");
                __lwb_argp_fill_printf(fill, "Report bugs to %s.\n", argp_program_bug_address);
        }
        flockfile(stream);
        __lwb_argp_fill_end(fill, stream);
        funlockfile(stream);
        __lwb_argp_entries_free(&help.list);
}

/** Prints help for an argp without a parser at work: what flags (ARGP_HELP_…) say, to stream. */
void argp_help(const struct argp *restrict argp, FILE *restrict stream, unsigned flags,
               char *restrict name)
{
        __lwb_argp_print_help(argp, NULL, stream, flags, name);
}

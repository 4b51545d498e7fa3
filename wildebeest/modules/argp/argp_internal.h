/* What the parts of argp share. */
#ifndef LWB_ARGP_INTERNAL_H
#define LWB_ARGP_INTERNAL_H

#include <argp.h>
#include <stdbool.h>
#include <stddef.h>

#define HIDDEN __attribute__((visibility("hidden")))

/** Whether the entry that ends a table of options. */
static inline bool argp_is_end(const struct argp_option *option)
{
        return !option->key && !option->name && !option->doc && !option->group;
}

/** Whether an option's key is a short option as well. */
static inline bool argp_is_short(const struct argp_option *option)
{
        return !(option->flags & OPTION_DOC) && option->key > 0 && option->key <= UCHAR_MAX &&
               isprint(option->key);
}

/** A text in the language of the user; null and "" stay. */
HIDDEN const char *__lwb_argp_text(const struct argp *, const char *text);

/** What the parser that is at work gives one argp as input; null without one. */
HIDDEN void *__lwb_argp_input(const struct argp *, const struct argp_state *);

/** Prints help, as argp_help does, for a parser that is at work. */
HIDDEN void __lwb_argp_print_help(const struct argp *, const struct argp_state *, FILE *,
                                  unsigned flags, const char *name);

/* A text that is broken into lines; see fill.c. */
struct argp_fill {
        char *text; /* lines that are laid out */
        size_t length, size;
        char *pending; /* what came since */
        size_t pending_length, pending_size;
        size_t column;   /* behind `text` */
        size_t flushed;  /* what glibc has written of `text` */
        size_t capacity; /* of glibc's buffer for the rest and what is pending */
        size_t left;     /* the margin of lines that the text itself begins */
        size_t wrap;     /* and of those that wrapping begins */
        size_t right;
        bool failed; /* no memory: nothing of it is to be printed */
};

HIDDEN void __lwb_argp_fill_add(struct argp_fill *, const char *text, size_t length);
HIDDEN void __lwb_argp_fill_put(struct argp_fill *, const char *text);
HIDDEN void __lwb_argp_fill_printf(struct argp_fill *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/** The column that the next character gets. */
HIDDEN size_t __lwb_argp_fill_column(struct argp_fill *);
/** Sets margins; -1 leaves one as it is. */
HIDDEN void __lwb_argp_fill_margins(struct argp_fill *, int left, int wrap);
/** Blanks up to a column. */
HIDDEN void __lwb_argp_fill_indent(struct argp_fill *, size_t column);
/** Writes all to a stream and frees it. */
HIDDEN void __lwb_argp_fill_end(struct argp_fill *, FILE *);

/* ARGP_HELP_FMT. */
struct argp_format {
        int dup_args;
        int dup_args_note;
        int short_opt_col;
        int long_opt_col;
        int doc_opt_col;
        int opt_doc_col;
        int header_col;
        int usage_indent;
        int rmargin;
};

HIDDEN void __lwb_argp_format(struct argp_format *, const struct argp_state *);

/* Options of a child whose header or group sets them apart. */
struct argp_cluster {
        const char *header;
        int group;
        unsigned index; /* among the children of its parent */
        unsigned depth;
        const struct argp_cluster *parent; /* null at the top */
        const struct argp *argp;
        struct argp_cluster *next; /* of all, to free them */
};

/* An option with its aliases. */
struct argp_entry {
        const struct argp_option *options;
        unsigned count;
        int group;
        const struct argp_cluster *cluster; /* null at the top */
        const struct argp *argp;
        const char *shorts; /* those that no entry before it has taken */
        unsigned shorts_count;
};

struct argp_entries {
        struct argp_entry *entries;
        size_t count;
        char *shorts;
        struct argp_cluster *clusters;
};

/** All options of an argp and its children, sorted; false without memory. */
HIDDEN bool __lwb_argp_entries(struct argp_entries *, const struct argp *);
HIDDEN void __lwb_argp_entries_free(struct argp_entries *);
/** Whether an entry has its nth option's key as a short option: each character is shown once. */
HIDDEN bool __lwb_argp_has_short(const struct argp_entry *, unsigned n);

#endif

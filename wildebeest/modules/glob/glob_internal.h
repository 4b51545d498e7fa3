/* What the parts of glob share. */
#ifndef LWB_GLOB_INTERNAL_H
#define LWB_GLOB_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <glob.h>

/* Strings that grow; each belongs to the list. */
struct lwb_paths {
        char **v;
        size_t n, size;
};

struct lwb_glob {
        int flags;
        int (*errfunc)(const char *, int);
        const glob_t *user; /* the functions of GLOB_ALTDIRFUNC */
};

/* Adds a copy of `a` followed by `b`; 0 or GLOB_NOSPACE. */
int __lwb_glob_add(struct lwb_paths *paths, const char *a, size_t a_len, const char *b,
                   size_t b_len);

/* Adds a string that was allocated, which is then the list's; 0 or GLOB_NOSPACE. */
int __lwb_glob_take(struct lwb_paths *paths, char *path);

/* Sorts the strings in the order of strcoll; 0 or GLOB_NOSPACE. */
int __lwb_glob_sort(struct lwb_paths *paths);

/* Frees the strings from `from` on, and the list with them if that is 0. */
void __lwb_glob_drop(struct lwb_paths *paths, size_t from);

/*
 * Adds the paths that a pattern without braces matches, sorted unless GLOB_NOSORT. 0, also where
 * there is none, GLOB_NOSPACE or GLOB_ABORTED; GLOB_NOMATCH for a tilde that GLOB_TILDE_CHECK
 * refuses. *tilde is set where a home directory was put in.
 */
int __lwb_glob_word(const struct lwb_glob *glob, const char *word, struct lwb_paths *found,
                    bool *tilde);

/*
 * The names in the directory `dir`, a prefix that ends in a slash or is empty, that match
 * `pattern`, each after the prefix; those with a leading period only if `period` or if the pattern
 * has it, only directories if `directories`. As __lwb_glob_word.
 */
int __lwb_glob_directory(const struct lwb_glob *glob, const char *dir, const char *pattern,
                         bool period, bool directories, struct lwb_paths *found);

/* Whether the path is there, without following a link at its end. */
bool __lwb_glob_exists(const struct lwb_glob *glob, const char *path);

/* Whether the path is a directory, or a link to one. */
bool __lwb_glob_is_directory(const struct lwb_glob *glob, const char *path);

/*
 * The home directory of `user`, or of the caller where that is empty, to be freed; null with
 * *status 0 where there is none, or GLOB_NOSPACE.
 */
char *__lwb_glob_home(const char *user, int *status);

/* The words that a pattern with braces stands for, one after the other. */
struct lwb_braces {
        const char *pattern;
        size_t length;
        bool escapes;
        /* For '{' and ',' of a group where its next ',' or '}' is, else 0. */
        size_t *next;
        /* For ',' and '}' of a group where its '}' is. */
        size_t *close;
        struct lwb_choice {
                size_t at;  /* the '{' or ',' before the alternative taken */
                size_t out; /* the word's length before it */
        } * choices;
        size_t depth;
        char *word;
        bool started;
};

/* Prepares the words of `pattern`; 0 or GLOB_NOSPACE. To be closed in either case. */
int __lwb_glob_braces_open(struct lwb_braces *braces, const char *pattern, bool escapes);

/* The next word, or null after the last. Valid until the next call. */
const char *__lwb_glob_braces_next(struct lwb_braces *braces);

void __lwb_glob_braces_close(struct lwb_braces *braces);

#endif

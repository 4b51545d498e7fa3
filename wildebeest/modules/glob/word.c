/*
 * One pattern without braces. It is taken part by part, as slashes divide it: what has no special
 * character is added to what was found so far, what has some is looked for in those directories.
 */
#include <stdlib.h>
#include <string.h>
#include "glob_internal.h"

/* What follows what was found so far, until it is looked up. */
struct literal {
        char *text; /* as long as the home directory and the pattern together */
        size_t length;
        bool named; /* it is more than slashes */
};

/* The next character that is not quoted, over its backslash where there is one; its place. */
static const char *unquote(const char *p, bool escapes)
{
        return *p == '\\' && escapes && p[1] ? p + 1 : p;
}

/* The end of the part that begins at `p`: at a slash, or at the backslash before it. */
static const char *end_of_part(const char *p, bool escapes, bool *special)
{
        *special = false;
        while (*p && *p != '/') {
                const char *real = unquote(p, escapes);

                if (real != p && *real == '/')
                        break;
                *special |= real == p && (*p == '*' || *p == '?' || *p == '[');
                p = real + 1;
        }
        return p;
}

static void add_literal(struct literal *literal, const char *p, const char *end, bool escapes)
{
        for (; p < end; p++) {
                p = unquote(p, escapes);
                literal->text[literal->length++] = *p;
                literal->named |= *p != '/';
        }
        literal->text[literal->length] = '\0';
}

/* Appends the literal to each path that is there with it, or to each; 0 or GLOB_NOSPACE. */
static int apply_literal(const struct lwb_glob *glob, struct lwb_paths *paths,
                         struct literal *literal, bool check)
{
        struct lwb_paths longer = {0};
        int status = 0;

        if (!literal->length)
                return 0;
        for (size_t i = 0; i < paths->n && !status; i++) {
                status = __lwb_glob_add(&longer, paths->v[i], strlen(paths->v[i]), literal->text,
                                        literal->length);
                if (!status && check && !__lwb_glob_exists(glob, longer.v[longer.n - 1]))
                        free(longer.v[--longer.n]);
        }
        __lwb_glob_drop(paths, 0);
        *paths = longer;
        literal->length = 0;
        literal->named = false;
        return status;
}

/* Puts in place of each path what matches the part in that directory. As __lwb_glob_word. */
static int apply_pattern(const struct lwb_glob *glob, struct lwb_paths *paths, const char *part,
                         size_t length, const char *rest)
{
        struct lwb_paths matches = {0};
        bool directories = *rest || glob->flags & GLOB_ONLYDIR;
        /* As in glibc, "?/x" finds no "./x" even with GLOB_PERIOD. */
        bool period = glob->flags & GLOB_PERIOD && !rest[strspn(rest, "/")];
        char *pattern;
        int status;

        /* musl's fnmatch does not take a quoted period for the explicit one that it wants. */
        if (!(glob->flags & GLOB_NOESCAPE) && part[0] == '\\' && part[1] == '.') {
                part++;
                length--;
        }
        pattern = strndup(part, length);
        status = pattern ? 0 : GLOB_NOSPACE;
        for (size_t i = 0; i < paths->n && !status; i++)
                status =
                    __lwb_glob_directory(glob, paths->v[i], pattern, period, directories, &matches);
        free(pattern);
        __lwb_glob_drop(paths, 0);
        *paths = matches;
        return status;
}

/* Fills `paths`, which has one empty path, with what matches after the literal. */
static int match(const struct lwb_glob *glob, const char *p, struct literal *literal,
                 struct lwb_paths *paths)
{
        bool escapes = !(glob->flags & GLOB_NOESCAPE);
        bool found = false; /* the paths come from a directory */

        while (*p && paths->n) {
                const char *end;
                bool special;
                int status;

                if (*unquote(p, escapes) == '/') {
                        end = unquote(p, escapes) + 1;
                        add_literal(literal, p, end, escapes);
                        p = end;
                        continue;
                }
                end = end_of_part(p, escapes, &special);
                if (!special) {
                        add_literal(literal, p, end, escapes);
                        p = end;
                        continue;
                }
                status = apply_literal(glob, paths, literal, found && literal->named);
                if (!status)
                        status = apply_pattern(glob, paths, p, (size_t)(end - p), end);
                if (status)
                        return status;
                found = true;
                p = end;
        }
        return apply_literal(glob, paths, literal, true);
}

/* Whether the pattern ends in a backslash that quotes nothing. */
static bool ends_in_escape(const char *p)
{
        while (*p && (*p != '\\' || p[1]))
                p += *p == '\\' ? 2 : 1;
        return *p;
}

/*
 * Looks up the user of a pattern that begins with a tilde. *home is the directory, to be freed, or
 * null; the value is where the pattern goes on after the user, null without memory.
 */
static const char *find_home(const struct lwb_glob *glob, const char *word, char **home)
{
        bool escapes = !(glob->flags & GLOB_NOESCAPE);
        size_t length = 0;
        const char *p = word + 1;
        char *user = malloc(strlen(word) + 1);
        int status;

        if (!user)
                return NULL;
        while (*p && *unquote(p, escapes) != '/') {
                p = unquote(p, escapes);
                user[length++] = *p++;
        }
        user[length] = '\0';
        *home = __lwb_glob_home(user, &status);
        free(user);
        return status ? NULL : p;
}

/* Adds a slash to each path that is a directory and has none; 0 or GLOB_NOSPACE. */
static int mark(const struct lwb_glob *glob, struct lwb_paths *paths)
{
        for (size_t i = 0; i < paths->n; i++) {
                size_t length = strlen(paths->v[i]);
                char *marked;

                if (!length || paths->v[i][length - 1] == '/' ||
                    !__lwb_glob_is_directory(glob, paths->v[i]))
                        continue;
                marked = realloc(paths->v[i], length + 2);
                if (!marked)
                        return GLOB_NOSPACE;
                memcpy(marked + length, "/", 2);
                paths->v[i] = marked;
        }
        return 0;
}

int __lwb_glob_word(const struct lwb_glob *glob, const char *word, struct lwb_paths *found,
                    bool *tilde)
{
        struct lwb_paths paths = {0};
        struct literal literal = {0};
        char *home = NULL;
        const char *rest = word;
        bool literally = false; /* what the tilde stands for is not looked up */
        int status = 0;

        *tilde = false;
        if (*word == '~' && glob->flags & (GLOB_TILDE | GLOB_TILDE_CHECK)) {
                rest = find_home(glob, word, &home);
                if (!rest)
                        return GLOB_NOSPACE;
                if (!home && glob->flags & GLOB_TILDE_CHECK)
                        return GLOB_NOMATCH;
                literally = !*rest;
                if (!home)
                        rest = word;
                *tilde = home;
        }
        if (!*word || (!(glob->flags & GLOB_NOESCAPE) && ends_in_escape(word))) {
                free(home);
                return 0;
        }
        if (literally) {
                status =
                    __lwb_glob_add(&paths, home ? home : word, strlen(home ? home : word), "", 0);
        } else {
                literal.text = malloc((home ? strlen(home) : 0) + strlen(word) + 1);
                status = literal.text ? __lwb_glob_add(&paths, "", 0, "", 0) : GLOB_NOSPACE;
                if (!status && home && strcmp(home, "/") != 0)
                        add_literal(&literal, home, home + strlen(home), false);
                if (!status)
                        status = match(glob, rest, &literal, &paths);
                free(literal.text);
        }
        free(home);
        if (!status && glob->flags & GLOB_MARK)
                status = mark(glob, &paths);
        if (!status && !(glob->flags & GLOB_NOSORT))
                status = __lwb_glob_sort(&paths);
        for (size_t i = 0; i < paths.n && !status; i++) {
                status = __lwb_glob_take(found, paths.v[i]);
                if (!status)
                        paths.v[i] = NULL;
        }
        __lwb_glob_drop(&paths, 0);
        return status;
}

/*
 * glibc: GLOB_BRACE, ALTDIRFUNC, NOMAGIC, ONLYDIR; gl_flags; "~user" and "~" alone; -1 with EINVAL.
 * musl:  ignores flags it does not know; of GLOB_TILDE only "~/" and "~user/".
 * here:  as glibc, but slashes stay as the pattern has them and "file/" is no file.
 * see:   glob(3), glob(7); POSIX.1-2017, glob; GNU C Library manual, "Globbing".
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "glob_internal.h"

int __lwb_glob(const char *restrict pattern, int flags, int (*errfunc)(const char *, int),
               glob_t *restrict pglob);

/* Whether it has what glibc takes for special: brackets need no partner, and escapes count. */
static bool is_special(const char *pattern, int flags)
{
        return pattern[strcspn(pattern, flags & GLOB_NOESCAPE ? "*?[" : "*?[\\")];
}

/* Adds what the pattern matches, word by word with GLOB_BRACE; as __lwb_glob_word. */
static int expand(const struct lwb_glob *glob, const char *pattern, struct lwb_paths *found,
                  bool *tilde)
{
        bool escapes = !(glob->flags & GLOB_NOESCAPE);
        struct lwb_braces braces;
        const char *word;
        bool several;
        int status;

        if (!(glob->flags & GLOB_BRACE))
                return __lwb_glob_word(glob, pattern, found, tilde);
        status = __lwb_glob_braces_open(&braces, pattern, escapes);
        while (!status && (word = __lwb_glob_braces_next(&braces))) {
                several = strcmp(word, pattern) != 0;
                status = __lwb_glob_word(glob, word, found, tilde);
                /* A tilde that is refused is one word that matches nothing. */
                if (several) {
                        *tilde = false;
                        if (status == GLOB_NOMATCH)
                                status = 0;
                }
        }
        __lwb_glob_braces_close(&braces);
        return status;
}

/* Puts the paths behind the caller's, with its reserved places before; 0 or GLOB_NOSPACE. */
static int hand_over(glob_t *pglob, struct lwb_paths *found)
{
        size_t limit = (size_t)-1 / sizeof *pglob->gl_pathv - 1;
        size_t before = pglob->gl_pathc;
        char **pathv;

        if (pglob->gl_offs > limit || before > limit - pglob->gl_offs ||
            found->n > limit - pglob->gl_offs - before)
                return GLOB_NOSPACE;
        before += pglob->gl_offs;
        pathv = reallocarray(pglob->gl_pathv, before + found->n + 1, sizeof *pathv);
        if (!pathv)
                return GLOB_NOSPACE;
        if (!pglob->gl_pathv) {
                for (size_t i = 0; i < pglob->gl_offs; i++)
                        pathv[i] = NULL;
        }
        if (found->n)
                memcpy(pathv + before, found->v, found->n * sizeof *pathv);
        pathv[before + found->n] = NULL;
        pglob->gl_pathv = pathv;
        pglob->gl_pathc += found->n;
        free(found->v);
        *found = (struct lwb_paths){0};
        return 0;
}

/**
 * Finds the paths that match `pattern`, in the order of strcoll, or one word after the other with
 * GLOB_BRACE. Returns 0, GLOB_NOSPACE, GLOB_ABORTED, GLOB_NOMATCH, or -1 with EINVAL for unknown
 * flags; unless it returns 0, what *pglob had with GLOB_APPEND is all that it has.
 */
int __lwb_glob(const char *restrict pattern, int flags, int (*errfunc)(const char *, int),
               glob_t *restrict pglob)
{
        static const int known = GLOB_ERR | GLOB_MARK | GLOB_NOSORT | GLOB_DOOFFS | GLOB_NOCHECK |
                                 GLOB_APPEND | GLOB_NOESCAPE | GLOB_PERIOD | GLOB_ALTDIRFUNC |
                                 GLOB_BRACE | GLOB_NOMAGIC | GLOB_TILDE | GLOB_ONLYDIR |
                                 GLOB_TILDE_CHECK;
        struct lwb_glob glob = {.flags = flags, .errfunc = errfunc, .user = pglob};
        struct lwb_paths found = {0};
        bool special, tilde = false;
        int status;

        if (!pattern || !pglob || flags & ~known) {
                errno = EINVAL;
                return -1;
        }
        if (!(flags & GLOB_APPEND)) {
                pglob->gl_pathc = 0;
                pglob->gl_pathv = NULL;
                if (!(flags & GLOB_DOOFFS))
                        pglob->gl_offs = 0;
        }
        special = is_special(pattern, flags);
        status = expand(&glob, pattern, &found, &tilde);
        if (!status && !found.n) {
                if (flags & GLOB_NOCHECK ||
                    (flags & GLOB_NOMAGIC && *pattern && !special && !tilde))
                        status = __lwb_glob_add(&found, pattern, strlen(pattern), "", 0);
                else
                        status = GLOB_NOMATCH;
        }
        if (!status)
                status = hand_over(pglob, &found);
        __lwb_glob_drop(&found, 0);
        if (!status)
                pglob->gl_flags = flags | (special ? GLOB_MAGCHAR : 0);
        else if (status != GLOB_NOSPACE && flags & GLOB_DOOFFS && !pglob->gl_pathv)
                /* As in glibc, the reserved places are there even so. */
                status = hand_over(pglob, &found) ? GLOB_NOSPACE : status;
        return status;
}

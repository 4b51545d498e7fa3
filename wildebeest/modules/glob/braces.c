/*
 * The words of a pattern with braces, made one at a time: the pattern is parsed once, and a word
 * differs from the one before by the last choice that has an alternative left. A brace without its
 * partner makes the rest of the pattern literal, as in glibc.
 */
#include <stdlib.h>
#include <string.h>
#include "glob_internal.h"

/* Fills in `next` and `close`; `open` has room for each '{' of the pattern. */
static void parse(struct lwb_braces *braces, size_t *open)
{
        const char *p = braces->pattern;
        size_t depth = 0;
        size_t *last = braces->close; /* at a '{', which has no other use for it: its last ',' */

        for (size_t i = 0; i < braces->length; i++) {
                if (p[i] == '\\' && braces->escapes && p[i + 1]) {
                        i++;
                } else if (p[i] == '{') {
                        open[depth++] = i;
                        last[i] = i;
                } else if (depth && (p[i] == ',' || p[i] == '}')) {
                        size_t group = open[depth - 1];

                        braces->next[last[group]] = i;
                        last[group] = i;
                        if (p[i] == '}')
                                depth--;
                }
        }
        if (depth)
                memset(braces->next + open[0], 0, (braces->length - open[0]) * sizeof *open);
        for (size_t i = 0; i < braces->length; i++) {
                size_t end = braces->next[i];

                if (p[i] != '{' || !end)
                        continue;
                while (p[end] == ',')
                        end = braces->next[end];
                for (size_t j = braces->next[i]; j != end; j = braces->next[j])
                        braces->close[j] = end;
                braces->close[end] = end;
        }
}

int __lwb_glob_braces_open(struct lwb_braces *braces, const char *pattern, bool escapes)
{
        size_t groups = 0;
        size_t *open;

        *braces = (struct lwb_braces){.pattern = pattern, .escapes = escapes};
        braces->length = strlen(pattern);
        for (size_t i = 0; i < braces->length; i++)
                groups += pattern[i] == '{';
        braces->word = malloc(braces->length + 1);
        if (!braces->word)
                return GLOB_NOSPACE;
        if (!groups)
                return 0;
        braces->next = calloc(braces->length, sizeof *braces->next);
        braces->close = calloc(braces->length, sizeof *braces->close);
        braces->choices = calloc(groups, sizeof *braces->choices);
        open = calloc(groups, sizeof *open);
        if (!braces->next || !braces->close || !braces->choices || !open) {
                free(open);
                return GLOB_NOSPACE;
        }
        parse(braces, open);
        free(open);
        return 0;
}

const char *__lwb_glob_braces_next(struct lwb_braces *braces)
{
        const char *p = braces->pattern;
        size_t in = 0, out = 0;

        if (braces->started) {
                struct lwb_choice *choice;

                for (;;) {
                        if (!braces->depth)
                                return NULL;
                        choice = &braces->choices[braces->depth - 1];
                        choice->at = braces->next[choice->at];
                        if (p[choice->at] == ',')
                                break;
                        braces->depth--;
                }
                in = choice->at + 1;
                out = choice->out;
        }
        braces->started = true;
        while (in < braces->length) {
                if (p[in] == '\\' && braces->escapes && p[in + 1]) {
                        braces->word[out++] = p[in++];
                } else if (p[in] == '{' && braces->next && braces->next[in]) {
                        braces->choices[braces->depth++] = (struct lwb_choice){in, out};
                        in++;
                        continue;
                } else if ((p[in] == ',' || p[in] == '}') && braces->close && braces->close[in]) {
                        in = braces->close[in] + 1;
                        continue;
                }
                braces->word[out++] = p[in++];
        }
        braces->word[out] = '\0';
        return braces->word;
}

void __lwb_glob_braces_close(struct lwb_braces *braces)
{
        free(braces->next);
        free(braces->close);
        free(braces->choices);
        free(braces->word);
}

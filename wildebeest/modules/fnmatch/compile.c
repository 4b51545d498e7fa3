/* From a pattern with groups to an automaton. */
#include "extended.h"

const char *__lwb_fnmatch_group_end(const char *p, const char *end, bool alternative)
{
        size_t level = 0;

        for (; p < end; p++) {
                if (*p == '[') {
                        /* As glibc, only its first ']' that may end it is looked for. */
                        const char *close = p + 1;

                        close += close < end && (*close == '!' || *close == '^');
                        close += close < end && *close == ']';
                        while (close < end && *close != ']')
                                close++;
                        if (close >= end)
                                return NULL;
                        p = close;
                } else if (opens_group(p)) {
                        level++;
                        p++;
                } else if (*p == ')' && level-- == 0) {
                        return p;
                } else if (*p == '|' && alternative && !level) {
                        return p;
                }
        }
        return NULL;
}

static uint32_t emit(struct automaton *automaton, enum kind kind)
{
        uint32_t n = automaton->states_count++;

        automaton->states[n] = (struct state){.kind = (uint8_t)kind, .next = n + 1};
        return n;
}

/* Ends an alternative. */
static void leave(struct automaton *automaton, struct open_group *group)
{
        uint32_t n = emit(automaton, GO);

        automaton->states[n].next = group->leavers;
        group->leavers = n;
}

static void open_group(struct automaton *automaton, struct open_group *group, char operator)
{
        *group = (struct open_group){.operator= operator, .leavers = NOWHERE, .not = NOWHERE};
        if (operator== '!') {
                group->not = emit(automaton, NOT);
                automaton->states[group->not ].other = automaton->programs_count;
                automaton->programs[automaton->programs_count++] = automaton->states_count;
        }
        group->first = group->last = emit(automaton, SPLIT);
        automaton->states[group->first].other = NOWHERE;
}

static void next_alternative(struct automaton *automaton, struct open_group *group)
{
        uint32_t n;

        leave(automaton, group);
        n = emit(automaton, SPLIT);
        automaton->states[n].other = NOWHERE;
        automaton->states[group->last].other = n;
        group->last = n;
}

static void close_group(struct automaton *automaton, struct open_group *group)
{
        bool repeats = group->operator== '*' || group->operator== '+';
        uint32_t n;

        leave(automaton, group);
        n = emit(automaton, group->operator== '!' ? END : repeats ? SPLIT : GO);
        if (repeats)
                automaton->states[n].other = group->first;
        if (group->operator== '*' || group->operator== '?')
                automaton->states[group->last].other = n;
        if (group->not != NOWHERE)
                automaton->states[group->not ].next = n + 1;
        while (group->leavers != NOWHERE) {
                struct state *leaver = &automaton->states[group->leavers];

                group->leavers = leaver->next;
                leaver->next = n;
        }
}

/* Adds what takes one character, at `p` in an alternative that ends at `end`; what is behind it. */
static const char *add_element(const struct subject *subject, struct automaton *automaton,
                               const char *p, const char *end)
{
        const char *after = NULL;
        size_t length;
        uint32_t n;

        if (*p == '?' || *p == '*') {
                emit(automaton, *p == '?' ? ANY : STAR);
                return p + 1;
        }
        if (*p == '[' && __lwb_fnmatch_bracket(subject, p + 1, end, UINT32_MAX, &after)) {
                n = emit(automaton, after ? BRACKET : NEVER);
                automaton->states[n].at = p + 1;
                return after ? after : end;
        }
        if (*p == '\\' && !(subject->flags & FNM_NOESCAPE) && ++p == end) {
                emit(automaton, NEVER);
                return p;
        }
        n = emit(automaton, CHARACTER);
        automaton->states[n].c = folded(subject, character(subject, p, &length));
        return p + length;
}

void __lwb_fnmatch_compile(const struct subject *subject, const char *pattern,
                           struct automaton *automaton, struct open_group *groups)
{
        const char *end = automaton->end;
        size_t depth = 0;

        automaton->states_count = 0;
        automaton->programs_count = 1;
        automaton->programs[0] = 0;
        for (const char *p = pattern; p < end;) {
                struct open_group *group = depth ? &groups[depth - 1] : NULL;
                bool special = depth && !group->escaped;
                const char *last = end;

                if (opens_group(p) && (depth || __lwb_fnmatch_group_end(p + 2, end, false))) {
                        open_group(automaton, &groups[depth++], *p);
                        p += 2;
                } else if (special && *p == '|') {
                        next_alternative(automaton, group);
                        p++;
                } else if (special && *p == ')') {
                        close_group(automaton, group);
                        depth--;
                        p++;
                } else {
                        /* Where a group ends was found without regard to backslashes. */
                        if (depth && *p == '\\' && opens_group(p + 1) &&
                            !(subject->flags & FNM_NOESCAPE))
                                group->escaped++;
                        else if (depth && *p == ')')
                                group->escaped--;
                        /* Where an alternative ends matters to what may run beyond. */
                        if (depth && (*p == '[' || *p == '\\'))
                                last = __lwb_fnmatch_group_end(p, end, true);
                        p = add_element(subject, automaton, p, last ? last : end);
                }
        }
        emit(automaton, END);
}

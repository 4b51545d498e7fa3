/* /etc/netgroup: name followed by members (host,user,domain) and names of groups; `\` continues. */
#include "netfiles.h"
#include "text.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct netgroup_name {
        struct netgroup_name *next;
        char name[];
};

/*
 * Reads one definition, continuation lines and all, and keeps it when its name is `name`: first
 * in the line, before a blank or the new line. Returns 0, EINVAL when it is not, or NETFILE_END.
 */
static int read_definition(struct netfile *file, const char *name, struct netfile_text *text)
{
        size_t length = strlen(name);
        size_t column = 0;
        bool same = true;
        bool nul = false;
        bool backslash = false;
        int c;

        text->length = 0;
        for (;; column++) {
                int error = __lwb_netfile_byte(file, &c);

                if (error)
                        return error;
                if (c == -1 && !column)
                        return NETFILE_END;
                if (column < length)
                        same = same && c == (unsigned char)name[column];
                else if (column == length)
                        same = same && c != -1 && netfile_is_blank((char)c);
                if (c == -1 || (c == '\n' && !backslash))
                        break;
                nul = nul || c == '\0';
                if (same && !nul && column >= length) {
                        /* The new line takes its backslash along. */
                        if (c == '\n' && text->length)
                                text->bytes[text->length - 1] = ' ';
                        error = __lwb_text_append(text, c == '\n' ? ' ' : (char)c);
                        if (error)
                                return error;
                }
                backslash = c == '\\';
        }
        if (!same || column < length || !length)
                return EINVAL;
        return __lwb_text_append(text, '\0');
}

/* Makes the first definition of `name` the one that is read. */
static int visit(struct netgroup *group, const char *name)
{
        struct netfile file;
        struct netfile_text text = {.bytes = NULL};
        int error = __lwb_netfile_open(&file, group->path);

        if (error)
                return error;
        do {
                error = read_definition(&file, name, &text);
        } while (error == EINVAL);
        __lwb_netfile_close(&file);
        if (error) {
                free(text.bytes);
                return error;
        }
        free(group->text);
        group->text = text.bytes;
        group->rest = text.bytes;
        return 0;
}

static bool is_listed(const struct netgroup_name *list, const char *name)
{
        for (; list; list = list->next) {
                if (!strcmp(list->name, name))
                        return true;
        }
        return false;
}

/* Notes a group to visit, unless that is done or noted already: groups may name each other. */
static int want(struct netgroup *group, const char *name)
{
        size_t size = strlen(name) + 1;
        struct netgroup_name *wanted;

        if (is_listed(group->wanted, name) || is_listed(group->visited, name))
                return 0;
        wanted = malloc(sizeof *wanted + size);
        if (!wanted)
                return ENOMEM;
        memcpy(wanted->name, name, size);
        wanted->next = group->wanted;
        group->wanted = wanted;
        return 0;
}

/* Visits the group wanted last; NETFILE_END when it is not in the file or nothing is wanted. */
static int visit_wanted(struct netgroup *group)
{
        struct netgroup_name *wanted = group->wanted;

        if (!wanted)
                return NETFILE_END;
        group->wanted = wanted->next;
        wanted->next = group->visited;
        group->visited = wanted;
        return visit(group, wanted->name);
}

/** Begins a walk. Returns 0, NETFILE_END when there is no such group, ENOENT, ENOMEM… */
int __lwb_netgroup_open(struct netgroup *group, const char *path, const char *name)
{
        int error;

        *group = (struct netgroup){.path = path};
        error = want(group, name);
        if (!error)
                error = visit_wanted(group);
        if (error)
                __lwb_netgroup_close(group);
        return error;
}

static void free_names(struct netgroup_name *list)
{
        while (list) {
                struct netgroup_name *next = list->next;

                free(list);
                list = next;
        }
}

/** Frees what the walk holds; the strings of its members go with it. */
void __lwb_netgroup_close(struct netgroup *group)
{
        free(group->text);
        free_names(group->wanted);
        free_names(group->visited);
        *group = (struct netgroup){.path = group->path};
}

/* The first word of what comes before `delimiter`, which it passes: NULL in `*field` when empty. */
static bool member_field(char **rest, char delimiter, const char **field)
{
        char *word = *rest;
        char *end = strchr(word, delimiter);

        if (!end)
                return false;
        *end = '\0';
        *rest = end + 1;
        word = __lwb_netfile_word(&word);
        *field = *word ? word : NULL;
        return true;
}

/* The next member of the group that is being read; notes the groups named before it. */
static int own_member(struct netgroup *group, struct netgroup_member *member)
{
        for (;;) {
                char *rest = group->rest;
                const char *word;
                int error;

                while (netfile_is_blank(*rest))
                        rest++;
                if (*rest == '(') {
                        group->rest = rest + 1;
                        if (member_field(&group->rest, ',', &member->host) &&
                            member_field(&group->rest, ',', &member->user) &&
                            member_field(&group->rest, ')', &member->domain))
                                return 0;
                        /* What follows half a member is lost, as with glibc. */
                        group->rest = strchr(group->rest, '\0');
                        return NETFILE_END;
                }
                word = __lwb_netfile_word(&rest);
                if (!*word)
                        return NETFILE_END;
                error = want(group, word);
                if (error)
                        return error;
                group->rest = rest;
        }
}

/**
 * The next member: first the group's own, then those of the groups that it names, the last one
 * first. Its strings live until the next call. Returns 0, NETFILE_END, ENOMEM…
 */
int __lwb_netgroup_next(struct netgroup *group, struct netgroup_member *member)
{
        int error = group->rest ? own_member(group, member) : NETFILE_END;

        while (error == NETFILE_END && group->wanted) {
                error = visit_wanted(group);
                if (!error)
                        error = own_member(group, member);
        }
        return error;
}

/* Whether two values agree where either may be NULL, for any. */
static bool agree(const char *value, const char *asked, int (*compare)(const char *, const char *))
{
        return !value || !asked || !compare(value, asked);
}

/** Whether `who` is this member: hosts and domains agree without case, users with. */
bool __lwb_netgroup_admits(const struct netgroup_member *member, const struct netgroup_member *who)
{
        return agree(member->host, who->host, strcasecmp) &&
               agree(member->user, who->user, strcmp) &&
               agree(member->domain, who->domain, strcasecmp);
}

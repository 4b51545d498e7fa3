/* initgroups: the groups of which a user is a member, in the order of the file. */
#include <errno.h>
#include <grp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../../wildebeest/modules/colonfiles/colonfiles.h"
#include "../../wildebeest/modules/colonfiles/lines.h"
#include "databases.h"

#define GROUP_FILE "/etc/group"

/* The groups of one key. */
struct groups {
        gid_t *list;
        size_t count;
        size_t room;
        gid_t *earlier; /* those of the services before this one, sorted */
        size_t earlier_count;
        const char *seen; /* where the user's name comes next in the lines that are looked at */
};

static int compare_gids(const void *a, const void *b)
{
        gid_t one = *(const gid_t *)a;
        gid_t other = *(const gid_t *)b;

        return one < other ? -1 : one > other;
}

/* What is there so far is what a service's groups are compared with. */
static void begin_service(struct groups *groups)
{
        if (!groups->count)
                return;
        groups->earlier = enlarge(groups->earlier, groups->count, sizeof *groups->earlier);
        memcpy(groups->earlier, groups->list, groups->count * sizeof *groups->list);
        groups->earlier_count = groups->count;
        qsort(groups->earlier, groups->earlier_count, sizeof *groups->earlier, compare_gids);
}

/*
 * Adds a group that no earlier service has. As glibc 2.36 to 2.43 have it, two lines of one file
 * with the same number are two groups.
 */
static void add(struct groups *groups, gid_t gid)
{
        /* This one says that there is no primary group to begin with, and so is never listed. */
        if (gid == (gid_t)-1)
                return;
        if (groups->earlier_count &&
            bsearch(&gid, groups->earlier, groups->earlier_count, sizeof gid, compare_gids))
                return;
        if (groups->count == groups->room) {
                groups->room = groups->room ? groups->room * 2 : 32;
                groups->list = enlarge(groups->list, groups->room, sizeof *groups->list);
        }
        groups->list[groups->count++] = gid;
}

static bool is_member(const struct group *group, const char *user)
{
        for (char **member = group->gr_mem; *member; member++)
                if (!strcmp(*member, user))
                        return true;
        return false;
}

/* A key with what was found for it; keys and these are in the same order. */
struct pass {
        struct request *request;
        struct groups *groups;
        struct lwb_colon_buffer buffer;
};

static void take_line(struct pass *pass, const char *line, const char *newline)
{
        struct group group;
        int error = __lwb_colon_line(line, (size_t)(newline - line), __lwb_parse_group, &group,
                                     &pass->buffer);

        if (error == ENOMEM)
                no_memory();
        for (size_t i = 0; !error && i < pass->request->count; i++)
                if (is_member(&group, pass->request->keys[i].text))
                        add(&pass->groups[i], group.gr_gid);
}

/* Where a name comes next that ends as that of a member does: in the lines, or at `end`. */
static const char *next_name(const char *from, const char *end, const char *name)
{
        size_t length = strlen(name);

        if (!length)
                return end;
        while ((from = __lwb_lines_search(from, end, name, length))) {
                char behind = from[length];

                if (behind == ',' || behind == '\n' || !behind)
                        return from;
                from++;
        }
        return end;
}

/* The first line at or behind `from` that has the name of an active key anywhere, or `end`. */
static const char *likely_line(struct pass *pass, const char *from, const char *end)
{
        const char *line = end;

        for (size_t i = 0; i < pass->request->count; i++) {
                struct groups *groups = &pass->groups[i];

                if (!groups->seen || groups->seen < from)
                        groups->seen = next_name(from, end, pass->request->keys[i].text);
                if (groups->seen < line)
                        line = groups->seen;
        }
        while (line < end && line > from && line[-1] != '\n')
                line--;
        return line;
}

static void find_in_file(struct pass *pass)
{
        struct lwb_lines lines;
        char *from;
        char *end;
        int error;
        int fd = open_file(pass->request, GROUP_FILE);

        if (fd == -1)
                return;
        __lwb_lines_begin(&lines, fd);
        while (!(error = __lwb_lines_next(&lines, &from, &end))) {
                const char *line = from;

                for (size_t i = 0; i < pass->request->count; i++)
                        pass->groups[i].seen = NULL;
                while ((line = likely_line(pass, line, end)) < end) {
                        const char *newline = lwb_newline((char *)line);

                        take_line(pass, line, newline);
                        line = newline + 1;
                }
        }
        if (error != ENOENT)
                report_error(pass->request, GROUP_FILE, error);
        __lwb_lines_end(&lines);
        close(fd);
}

static void ask_nscd(struct pass *pass)
{
        for (size_t i = 0; i < pass->request->count; i++) {
                gid_t *gids = NULL;
                size_t count = 0;

                if (nscd_initgroups(pass->request->keys[i].text, &gids, &count,
                                    &pass->request->net) == NET_FOUND)
                        for (size_t g = 0; g < count; g++)
                                add(&pass->groups[i], gids[g]);
                free(gids);
        }
}

/** Every user has groups, if none but his primary one, which is not listed: nothing is missing. */
enum exit_code find_initgroups(struct request *request)
{
        const struct services *services = services_of("initgroups");
        struct pass pass = {.request = request, .buffer = {NULL, 0, 1}};

        pass.groups = calloc(request->count, sizeof *pass.groups);
        if (!pass.groups)
                no_memory();
        /* Groups of all services add up, as far as actions do not end that. */
        for (size_t s = 0; s < services->count; s++) {
                for (size_t i = 0; i < request->count; i++)
                        begin_service(&pass.groups[i]);
                if (!strcmp(services->list[s].name, "files") ||
                    !strcmp(services->list[s].name, "compat"))
                        find_in_file(&pass);
                else if (!strcmp(services->list[s].name, "nscd"))
                        ask_nscd(&pass);
        }
        for (size_t i = 0; i < request->count; i++) {
                printf("%-21s", request->keys[i].text);
                for (size_t g = 0; g < pass.groups[i].count; g++)
                        printf(" %u", (unsigned int)pass.groups[i].list[g]);
                putchar('\n');
                free(pass.groups[i].list);
                free(pass.groups[i].earlier);
        }
        free(pass.groups);
        free(pass.buffer.data);
        return GETENT_OK;
}

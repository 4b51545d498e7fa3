/* netgroup: the members of a group, or whether one is a member. */
#include <string.h>
#include <unistd.h>
#include "databases.h"
#include "netfile.h"

/* Opens the walk through a group. */
static enum lookup open_group(const struct request *request, const char *name,
                              struct netgroup *group)
{
        int fd = open_file(request, NETFILES_NETGROUP);
        int error;

        if (fd == -1)
                return LOOKUP_UNAVAIL;
        close(fd);
        error = __lwb_netgroup_open(group, NETFILES_NETGROUP, name);
        if (error && error != NETFILE_END)
                report_error(request, NETFILES_NETGROUP, error);
        return error ? LOOKUP_NOTFOUND : LOOKUP_SUCCESS;
}

static void end_group(const struct request *request, struct netgroup *group, int error)
{
        if (error && error != NETFILE_END)
                report_error(request, NETFILES_NETGROUP, error);
        __lwb_netgroup_close(group);
}

static void find_members(struct request *request, struct key *key)
{
        struct netgroup group;
        struct netgroup_member member;
        FILE *stream;
        int error;

        key->result = open_group(request, key->text, &group);
        if (key->result != LOOKUP_SUCCESS)
                return;
        stream = key_begin(key);
        fprintf(stream, "%-21s", key->text);
        while (!(error = __lwb_netgroup_next(&group, &member)))
                /* No host is written as a blank, no user and no domain as nothing. */
                fprintf(stream, " (%s,%s,%s)", member.host ? member.host : " ",
                        member.user ? member.user : "", member.domain ? member.domain : "");
        putc('\n', stream);
        end_group(request, &group, error);
        key_end(key);
}

static void find(struct request *request, const char *service)
{
        if (!strcmp(service, "files"))
                for_active_keys(request, find_members);
}

/* What a key asks for: `*` is any. */
static const char *value_of(const struct key *key)
{
        return strcmp(key->text, "*") ? key->text : NULL;
}

static bool is_member(struct request *request, const struct netgroup_member *who)
{
        const struct services *services = services_of("netgroup");
        bool found = false;

        for (size_t s = 0; s < services->count && !found; s++) {
                struct netgroup group;
                struct netgroup_member member;
                int error;

                if (strcmp(services->list[s].name, "files") ||
                    open_group(request, request->keys[0].text, &group) != LOOKUP_SUCCESS)
                        continue;
                while (!(error = __lwb_netgroup_next(&group, &member)) && !found)
                        found = __lwb_netgroup_admits(&member, who);
                end_group(request, &group, error);
        }
        return found;
}

/** One key names a group; four ask whether there is such a member; of others nothing is said. */
enum exit_code find_netgroup(struct request *request)
{
        if (request->count == 1) {
                find_in_services(request, "netgroup", find);
                return write_keys(request);
        }
        if (request->count == 4) {
                const struct netgroup_member who = {value_of(&request->keys[1]),
                                                    value_of(&request->keys[2]),
                                                    value_of(&request->keys[3])};

                printf("%-21s (%s,%s,%s) = %d\n", request->keys[0].text, who.host ? who.host : "",
                       who.user ? who.user : "", who.domain ? who.domain : "",
                       is_member(request, &who));
        }
        return GETENT_OK;
}

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#define ON_STACK 64

/**
 * Whether `gid` is among the supplementary groups of the process. The effective group counts only
 * if it is one of them. When they can't be had, 0 and errno. See group_member(3).
 */
int group_member(gid_t gid)
{
        gid_t some[ON_STACK];
        gid_t *groups = some;
        int count = getgroups(ON_STACK, some);
        int found = 0;

        /* Another thread may join more groups between the two calls. */
        while (count < 0 && errno == EINVAL) {
                int room = getgroups(0, NULL);

                if (groups != some)
                        free(groups);
                if (room < 0)
                        return 0;
                /* With no room at all getgroups would only count. */
                room++;
                groups = malloc((size_t)room * sizeof *groups);
                if (!groups)
                        return 0;
                count = getgroups(room, groups);
        }
        for (int i = 0; i < count && !found; i++)
                found = groups[i] == gid;
        if (groups != some)
                free(groups);
        return found;
}

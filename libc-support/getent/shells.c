/* shells: the lines of /etc/shells that are a path. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "databases.h"
#include "netfile.h"

#define SHELLS "/etc/shells"

/* A shell is the first word of a line, when that begins with a slash. */
static int parse(char *line, struct netspace *space, void *shell)
{
        (void)space;
        *(char **)shell = __lwb_netfile_word(&line);
        return **(char **)shell == '/' ? 0 : EINVAL;
}

static bool take(const void *entry, void *context)
{
        struct request *request = context;
        char *const *shell = entry;

        if (!request->count)
                puts(*shell);
        for (size_t i = 0; i < request->count; i++) {
                struct key *key = &request->keys[i];

                if (key->result == LOOKUP_SUCCESS || strcmp(*shell, key->text) != 0)
                        continue;
                fprintf(key_begin(key), "%s\n", *shell);
                key_end(key);
        }
        return ferror(stdout);
}

static void read_file(struct request *request)
{
        char *shell;

        netfile_visit(request, SHELLS, parse, &shell, take, request);
}

/** glibc has no such database; nor has it services. */
void enumerate_shells(struct request *request)
{
        read_file(request);
}

enum exit_code find_shells(struct request *request)
{
        for (size_t i = 0; i < request->count; i++)
                request->keys[i].result = LOOKUP_NOTFOUND;
        read_file(request);
        return write_keys(request);
}

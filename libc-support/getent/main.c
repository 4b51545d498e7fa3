/* getent: entries of the administrative databases, written as glibc's program of that name does. */
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "databases.h"
#include "options.h"

/* In this order a prefix chooses one for -s. */
const struct database databases[] = {
    {"ahosts", enumerate_hosts, find_ahosts},
    {"ahostsv4", enumerate_hosts, find_ahostsv4},
    {"ahostsv6", enumerate_hosts, find_ahostsv6},
    {"aliases", enumerate_aliases, find_aliases},
    {"ethers", NULL, find_ethers},
    {"group", enumerate_group, find_group},
    {"gshadow", enumerate_gshadow, find_gshadow},
    {"hosts", enumerate_hosts, find_hosts},
    {"initgroups", NULL, find_initgroups},
    {"netgroup", NULL, find_netgroup},
    {"networks", enumerate_networks, find_networks},
    {"passwd", enumerate_passwd, find_passwd},
    {"protocols", enumerate_protocols, find_protocols},
    {"rpc", enumerate_rpc, find_rpc},
    {"services", enumerate_services_database, find_services_database},
    {"shadow", enumerate_shadow, find_shadow},
    {"shells", enumerate_shells, find_shells},
};

const size_t database_count = sizeof databases / sizeof *databases;

static const struct database *find_database(const char *name)
{
        for (size_t i = 0; i < database_count; i++)
                if (!strcmp(databases[i].name, name))
                        return &databases[i];
        return NULL;
}

/*
 * Takes the places of closed standard descriptors, lest a file or a socket becomes one of them.
 * Standard output stays one that can not be written to.
 */
static void hold_descriptors(void)
{
        for (int fd = 0; fd <= 2; fd++)
                if (fcntl(fd, F_GETFD) == -1 && errno == EBADF &&
                    open("/dev/null", fd == 2 ? O_WRONLY : O_RDONLY) == -1)
                        exit(GETENT_FAILED);
}

/* Ends the output; that it could not be written outweighs what was found. */
static int finish(enum exit_code code)
{
        int failed = ferror(stdout);

        if (fflush(stdout) || failed) {
                complain("standard output: %s", errno ? strerror(errno) : "write error");
                return GETENT_FAILED;
        }
        return code;
}

static enum exit_code serve(struct request *request, char **keys)
{
        enum exit_code code;

        if (!request->count) {
                if (!request->database->enumerate) {
                        fprintf(stderr, "Enumeration not supported on %s\n",
                                request->database->name);
                        return GETENT_NO_ENUMERATION;
                }
                request->database->enumerate(request);
                return request->spoiled ? GETENT_FAILED : GETENT_OK;
        }
        request->keys = calloc(request->count, sizeof *request->keys);
        if (!request->keys)
                no_memory();
        for (size_t i = 0; i < request->count; i++)
                request->keys[i] = (struct key){.text = keys[i], .result = LOOKUP_NOTFOUND};
        code = request->database->find(request);
        return request->spoiled && code == GETENT_OK ? GETENT_FAILED : code;
}

int main(int argc, char **argv)
{
        static char buffer[64 * 1024];
        struct request request = {.database = NULL};
        enum exit_code code;
        int operands;

        hold_descriptors();
        setlocale(LC_CTYPE, "");
        setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
        if (argc && *argv[0])
                program_name = argv[0];
        if (!parse_options(argc, argv, &request, &operands, &code))
                return finish(code);
        if (operands == argc) {
                complain("wrong number of arguments");
                put_hint(stdout);
                return finish(GETENT_FAILED);
        }
        request.database = find_database(argv[operands]);
        if (!request.database) {
                fprintf(stderr, "Unknown database: %s\n", argv[operands]);
                put_hint(stdout);
                return finish(GETENT_FAILED);
        }
        request.count = (size_t)(argc - operands - 1);
        return finish(serve(&request, argv + operands + 1));
}

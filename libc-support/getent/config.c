/* Which services a database has: -s, then nsswitch.conf(5), then a default. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include "../../wildebeest/modules/colonfiles/lines.h"
#include "getent.h"

#define NSSWITCH_CONF "/etc/nsswitch.conf"

/* What is known of the services of one database. */
struct configuration {
        const char *name;
        const char *fallback;
        const char *chosen;
        struct services services;
        bool parsed;
        bool has_nscd;
};

/*
 * As for initgroups, NULL says that there are none: those of group then count. Multicast DNS is
 * asked for names that end in `.local`, and what it answers is the end of it.
 */
static struct configuration configurations[] = {
    {.name = "aliases", .fallback = "files"},
    {.name = "ethers", .fallback = "files"},
    {.name = "group", .fallback = "files nscd", .has_nscd = true},
    {.name = "gshadow", .fallback = "files"},
    {.name = "hosts", .fallback = "files mdns [NOTFOUND=return] dns"},
    {.name = "initgroups", .fallback = NULL, .has_nscd = true},
    {.name = "netgroup", .fallback = "files"},
    {.name = "networks", .fallback = "files"},
    {.name = "passwd", .fallback = "files nscd", .has_nscd = true},
    {.name = "protocols", .fallback = "files"},
    {.name = "rpc", .fallback = "files"},
    {.name = "services", .fallback = "files"},
    {.name = "shadow", .fallback = "files"},
};

enum { CONFIGURATIONS = sizeof configurations / sizeof *configurations };

static struct configuration *configuration_of(const char *name)
{
        for (size_t i = 0; i < CONFIGURATIONS; i++)
                if (!strcmp(configurations[i].name, name))
                        return &configurations[i];
        return NULL;
}

bool choose_services(const char *argument)
{
        const char *colon = strchr(argument, ':');
        const char *services = colon ? colon + 1 : argument;
        size_t length = colon ? (size_t)(colon - argument) : 0;
        const struct database *database = databases;
        struct configuration *configuration;

        if (!colon) {
                if (!services[strspn(services, " \t")]) {
                        complain("-s names no service");
                        return false;
                }
                for (size_t i = 0; i < CONFIGURATIONS; i++)
                        configurations[i].chosen = services;
                return true;
        }
        while (database < databases + database_count && strncmp(database->name, argument, length))
                database++;
        if (database == databases + database_count) {
                complain("Unknown database name");
                return false;
        }
        configuration = configuration_of(database->name);
        /* Such as ahosts, which has the services of hosts. */
        if (!configuration)
                return true;
        if (!services[strspn(services, " \t")]) {
                complain("-s names no service for %s", database->name);
                return false;
        }
        configuration->chosen = services;
        return true;
}

static const char *skip_blanks(const char *p, const char *end)
{
        while (p < end && (*p == ' ' || (*p >= '\t' && *p <= '\r')))
                p++;
        return p;
}

static const char *skip_until(const char *p, const char *end, const char *stop)
{
        while (p < end && !strchr(stop, *p))
                p++;
        return p;
}

/* One action of those between brackets: [!]STATUS=ACTION. NULL when it is none. */
static const char *parse_action(const char *p, const char *end, struct service *service)
{
        static const char *const results[] = {"SUCCESS", "NOTFOUND", "UNAVAIL", "TRYAGAIN"};
        bool negated = p < end && *p == '!';
        const char *name = p + negated;
        const char *name_end = skip_until(name, end, " \t=]");
        const char *action = skip_blanks(name_end, end);
        size_t result = 0;
        bool returns;

        if (action == end || *action != '=')
                return NULL;
        action = skip_blanks(action + 1, end);
        p = skip_until(action, end, " \t]");
        while (result < LOOKUP_RESULTS &&
               (strlen(results[result]) != (size_t)(name_end - name) ||
                strncasecmp(results[result], name, (size_t)(name_end - name)) != 0))
                result++;
        if (result == LOOKUP_RESULTS)
                return NULL;
        /* To merge is what glibc does with members of groups; it is no more than to return here. */
        if ((p - action == 6 && !strncasecmp(action, "return", 6)) ||
            (p - action == 5 && !strncasecmp(action, "merge", 5)))
                returns = true;
        else if (p - action == 8 && !strncasecmp(action, "continue", 8))
                returns = false;
        else
                return NULL;
        for (size_t i = 0; i < LOOKUP_RESULTS; i++)
                if (negated ? i != result : i == result)
                        service->ends[i] = returns;
        return p;
}

/* Parses services with their actions up to what is none; what came before that counts. */
static struct services parse_services(const char *p, const char *end)
{
        struct services services = {NULL, 0, false};

        for (;;) {
                struct service service = {NULL, {[LOOKUP_SUCCESS] = true}};
                const char *name = skip_blanks(p, end);
                bool valid = true;

                p = skip_until(name, end, " \t\n\v\f\r[");
                if (p == name)
                        return services;
                service.name = strndup(name, (size_t)(p - name));
                if (!service.name)
                        no_memory();
                p = skip_blanks(p, end);
                if (p < end && *p == '[') {
                        p = skip_blanks(p + 1, end);
                        do {
                                p = parse_action(p, end, &service);
                                p = p ? skip_blanks(p, end) : end;
                        } while (p < end && *p != ']');
                        valid = p < end;
                        p += valid;
                }
                services.list = enlarge(services.list, services.count + 1, sizeof *services.list);
                services.list[services.count++] = service;
                if (!valid)
                        return services;
        }
}

/* Takes a line of nsswitch.conf: the last one of a database counts. */
static void take_line(const char *line, const char *end)
{
        const char *comment = memchr(line, '#', (size_t)(end - line));
        const char *name;
        const char *p;

        if (comment)
                end = comment;
        name = skip_blanks(line, end);
        p = skip_until(name, end, " \t\v\f\r:");
        for (size_t i = 0; i < CONFIGURATIONS; i++) {
                struct configuration *configuration = &configurations[i];
                size_t length = strlen(configuration->name);
                const char *services = skip_blanks(p, end);

                if ((size_t)(p - name) != length || strncmp(configuration->name, name, length) ||
                    services == end || *services != ':')
                        continue;
                for (size_t s = 0; s < configuration->services.count; s++)
                        free(configuration->services.list[s].name);
                free(configuration->services.list);
                configuration->services = parse_services(services + 1, end);
                configuration->parsed = true;
        }
}

static void read_nsswitch(void)
{
        static bool done;
        const struct request quiet = {.warn = false};
        struct lwb_lines lines;
        char *line;
        char *end;
        int error;
        int fd;

        if (done)
                return;
        done = true;
        fd = open_file(&quiet, NSSWITCH_CONF);
        if (fd == -1)
                return;
        __lwb_lines_begin(&lines, fd);
        while (!(error = __lwb_lines_next(&lines, &line, &end))) {
                while (line < end) {
                        char *newline = memchr(line, '\n', (size_t)(end - line));

                        take_line(line, newline);
                        line = newline + 1;
                }
        }
        if (error != ENOENT)
                report_error(&quiet, NSSWITCH_CONF, error);
        __lwb_lines_end(&lines);
        close(fd);
}

/* libc asks the daemon for users and groups that no file has, which no configuration prevents. */
static void add_nscd(struct services *services)
{
        const struct service nscd = {.name = (char *)"nscd", .ends = {[LOOKUP_SUCCESS] = true}};

        for (size_t i = 0; i < services->count; i++)
                if (!strcmp(services->list[i].name, nscd.name))
                        return;
        services->list = enlarge(services->list, services->count + 1, sizeof *services->list);
        services->list[services->count++] = nscd;
}

const struct services *services_of(const char *name)
{
        struct configuration *configuration = configuration_of(name);

        if (configuration->chosen) {
                if (!configuration->services.chosen) {
                        configuration->services =
                            parse_services(configuration->chosen,
                                           configuration->chosen + strlen(configuration->chosen));
                        configuration->services.chosen = true;
                }
                return &configuration->services;
        }
        read_nsswitch();
        if (!configuration->parsed) {
                if (!configuration->fallback)
                        return services_of("group");
                configuration->services =
                    parse_services(configuration->fallback,
                                   configuration->fallback + strlen(configuration->fallback));
                configuration->parsed = true;
        } else if (configuration->has_nscd) {
                add_nscd(&configuration->services);
        }
        return &configuration->services;
}

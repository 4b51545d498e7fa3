/*
 * The reader and every parser on any file: results lie in the buffer, and neither the size of the
 * block nor that of the buffer changes what is read.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <stdio.h>
#include <unistd.h>
#include <errno.h>
#include "netfiles.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Checks that a string lies in the buffer, and adds it to a sum of the whole file. */
static void string(const char *text, const char *buffer, size_t size, uint64_t *sum)
{
        if (text < buffer || text >= buffer + size)
                abort();
        for (; *text; text++)
                *sum = *sum * 31 + (unsigned char)*text;
        *sum = *sum * 31 + 1;
}

static void strings(const char *name, char *const *aliases, const char *buffer, size_t size,
                    uint64_t *sum)
{
        string(name, buffer, size, sum);
        for (; *aliases; aliases++)
                string(*aliases, buffer, size, sum);
}

union entry {
        struct hostent host;
        struct netent net;
        struct servent service;
        struct numbered numbered;
        struct etherhost ether;
};

static void check(netfile_parser *parse, const union entry *entry, const char *buffer, size_t size,
                  uint64_t *sum)
{
        if (parse == __lwb_parse_host || parse == __lwb_parse_host_ipv4) {
                const char *address = entry->host.h_addr_list[0];

                strings(entry->host.h_name, entry->host.h_aliases, buffer, size, sum);
                if (address < buffer || address + entry->host.h_length > buffer + size)
                        abort();
        } else if (parse == __lwb_parse_network) {
                strings(entry->net.n_name, entry->net.n_aliases, buffer, size, sum);
                *sum += entry->net.n_net;
        } else if (parse == __lwb_parse_service) {
                strings(entry->service.s_name, entry->service.s_aliases, buffer, size, sum);
                string(entry->service.s_proto, buffer, size, sum);
                *sum += (unsigned)entry->service.s_port;
        } else if (parse == __lwb_parse_numbered) {
                strings(entry->numbered.name, entry->numbered.aliases, buffer, size, sum);
                *sum += (unsigned)entry->numbered.number;
        } else {
                string(entry->ether.name, buffer, size, sum);
        }
}

/* Reads a whole file with a first buffer of this size; returns a sum of it. */
static uint64_t read_all(const char *path, netfile_parser *parse, size_t size)
{
        struct netfile file;
        union entry entry;
        uint64_t sum = 0;
        char *buffer = malloc(size);
        int error = __lwb_netfile_open(&file, path);

        while (error != NETFILE_END) {
                error = __lwb_netfile_next(&file, parse, &entry, buffer, size);
                if (!error) {
                        check(parse, &entry, buffer, size, &sum);
                } else if (error == ERANGE) {
                        free(buffer);
                        size += size / 4 + 1;
                        buffer = malloc(size);
                } else if (error != NETFILE_END) {
                        abort();
                }
        }
        __lwb_netfile_close(&file);
        free(buffer);
        return sum;
}

static void read_netgroup(const char *path, const char *name)
{
        struct netgroup group;
        struct netgroup_member member;
        const struct netgroup_member who = {.host = "h", .user = "u", .domain = NULL};

        if (__lwb_netgroup_open(&group, path, name))
                return;
        while (!__lwb_netgroup_next(&group, &member))
                (void)__lwb_netgroup_admits(&member, &who);
        __lwb_netgroup_close(&group);
}

static void read_aliases(const char *path)
{
        struct netfile file;
        struct alias_reader reader;
        struct mail_alias alias;
        int error = __lwb_netfile_open(&file, path);

        if (error)
                abort();
        __lwb_alias_begin(&reader, &file);
        while (!(error = __lwb_alias_next(&reader, &alias))) {
                size_t length = strlen(alias.name);

                if (!alias.count)
                        abort();
                for (size_t i = 0; i < alias.count; i++)
                        length += strlen(alias.members[i]);
                if (length > reader.text.length)
                        abort();
        }
        if (error != NETFILE_END)
                abort();
        __lwb_alias_end(&reader);
        __lwb_netfile_close(&file);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        static netfile_parser *const parsers[] = {
            __lwb_parse_host,    __lwb_parse_host_ipv4, __lwb_parse_network,
            __lwb_parse_service, __lwb_parse_numbered,  __lwb_parse_ether,
        };
        char path[32];
        int fd;

        if (!size)
                return 0;
        fd = memfd_create("netfiles", MFD_CLOEXEC);
        if (fd == -1 || write(fd, data + 1, size - 1) != (ssize_t)size - 1)
                abort();
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        for (size_t i = 0; i < sizeof parsers / sizeof *parsers; i++) {
                if (read_all(path, parsers[i], 4096) !=
                    read_all(path, parsers[i], 1 + data[0] / 16))
                        abort();
        }
        read_aliases(path);
        read_netgroup(path, "a");
        read_netgroup(path, "");
        close(fd);
        return 0;
}

/*
 * The service `nscd`: users and groups from the name service cache daemon, or from what speaks its
 * protocol (version 2) in its place, as musl does after a miss in the files. A request is three
 * integers (version, kind, size of the key) and the key with its NUL; the answer is integers in the
 * byte order of the daemon, the sizes of strings among them, and the strings.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>
#include <stdbool.h>
#include <stdio.h>
#include "sources.h"

enum { VERSION = 2, TIMEOUT = 5000, MOST_BYTES = 16 << 20, MOST_MEMBERS = 1 << 20 };
enum { PASSWD_BY_NAME, PASSWD_BY_ID, GROUP_BY_NAME, GROUP_BY_ID, INITGROUPS = 15 };

struct connection {
        int fd;
        int64_t deadline;
        bool swapped; /* the daemon's byte order is not ours */
};

static int64_t now(void)
{
        struct timespec t;

        clock_gettime(CLOCK_MONOTONIC, &t);
        return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Sends or receives all of `size` bytes before the deadline. */
static bool transfer(const struct connection *c, short direction, void *data, size_t size)
{
        struct pollfd pfd = {.fd = c->fd, .events = direction};
        char *bytes = data;

        for (size_t done = 0; done < size;) {
                int64_t left = c->deadline - now();
                int ready = left > 0 ? poll(&pfd, 1, (int)left) : 0;
                ssize_t n;

                if (ready < 0 && errno == EINTR)
                        continue;
                if (ready <= 0)
                        return false;
                n = direction == POLLIN ? recv(c->fd, bytes + done, size - done, 0)
                                        : send(c->fd, bytes + done, size - done, MSG_NOSIGNAL);
                if (n > 0)
                        done += (size_t)n;
                else if (n == 0 || (errno != EINTR && errno != EAGAIN))
                        return false;
        }
        return true;
}

static bool integers(const struct connection *c, uint32_t *values, size_t count)
{
        if (!transfer(c, POLLIN, values, count * sizeof *values))
                return false;
        for (size_t i = 0; c->swapped && i < count; i++)
                values[i] = __builtin_bswap32(values[i]);
        return true;
}

/* Asks; NET_FOUND when an entry follows, and then the connection is the caller's to close. */
static enum net_result ask(struct connection *c, int kind, const char *key,
                           const struct net_options *options)
{
        const char *path = options ? options->nscd_socket : NULL;
        struct sockaddr_un address = {.sun_family = AF_UNIX};
        uint32_t head[3] = {VERSION, (uint32_t)kind, (uint32_t)strlen(key) + 1};
        uint32_t answer[2];

        if (!path)
                path = "/var/run/nscd/socket";
        if (strlen(path) >= sizeof address.sun_path)
                return NET_ERROR;
        strcpy(address.sun_path, path);
        *c = (struct connection){.deadline = now() + TIMEOUT};
        c->fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        if (c->fd == -1)
                return NET_ERROR;
        if (connect(c->fd, (struct sockaddr *)&address, sizeof address)) {
                bool absent =
                    errno == ENOENT || errno == ECONNREFUSED || errno == EACCES || errno == ENOTDIR;

                close(c->fd);
                return absent ? NET_NOT_FOUND : NET_ERROR;
        }
        if (!transfer(c, POLLOUT, head, sizeof head) ||
            !transfer(c, POLLOUT, (void *)(uintptr_t)key, strlen(key) + 1) ||
            !integers(c, answer, 2))
                goto broken;
        if (answer[0] == __builtin_bswap32(VERSION)) {
                c->swapped = true;
                answer[1] = __builtin_bswap32(answer[1]);
        } else if (answer[0] != VERSION) {
                goto broken;
        }
        if (answer[1] == 1)
                return NET_FOUND;
        close(c->fd);
        /* -1: the daemon does not know the database. */
        return answer[1] == 0 || answer[1] == UINT32_MAX ? NET_NOT_FOUND : NET_ERROR;
broken:
        close(c->fd);
        return NET_ERROR;
}

/* Whether sizes of strings, each with a NUL, are sane; their sum. */
static bool sum_of(const uint32_t *sizes, size_t count, size_t *sum)
{
        for (size_t i = 0; i < count; i++) {
                if (sizes[i] == 0 || sizes[i] > MOST_BYTES - *sum)
                        return false;
                *sum += sizes[i];
        }
        return true;
}

/* The next string of `size` bytes at `*at`; NULL where its NUL is not at its end. */
static char *take(char **at, uint32_t size)
{
        char *text = *at;

        *at += size;
        return strnlen(text, size) == size - 1 ? text : NULL;
}

/* A key that is a number. */
static const char *number(char text[16], uint32_t value)
{
        snprintf(text, 16, "%u", value);
        return text;
}

int nscd_passwd(const char *name, uid_t uid, struct passwd *entry, char **storage,
                const struct net_options *options)
{
        struct connection c;
        char key[16];
        /* Sizes of name and password, the ids, sizes of gecos, folder and shell. */
        uint32_t head[7];
        enum net_result result =
            ask(&c, name ? PASSWD_BY_NAME : PASSWD_BY_ID, name ? name : number(key, uid), options);
        size_t sum = 0;
        char *text = NULL;
        char *at;

        if (result)
                return result;
        if (!integers(&c, head, 7) || !sum_of(head, 2, &sum) || !sum_of(head + 4, 3, &sum))
                goto broken;
        text = at = malloc(sum);
        if (!text || !transfer(&c, POLLIN, text, sum))
                goto broken;
        *entry = (struct passwd){.pw_uid = head[2], .pw_gid = head[3]};
        entry->pw_name = take(&at, head[0]);
        entry->pw_passwd = take(&at, head[1]);
        entry->pw_gecos = take(&at, head[4]);
        entry->pw_dir = take(&at, head[5]);
        entry->pw_shell = take(&at, head[6]);
        if (!entry->pw_name || !entry->pw_passwd || !entry->pw_gecos || !entry->pw_dir ||
            !entry->pw_shell || (name ? strcmp(name, entry->pw_name) != 0 : uid != entry->pw_uid))
                goto broken;
        close(c.fd);
        *storage = text;
        return NET_FOUND;
broken:
        close(c.fd);
        free(text);
        return NET_ERROR;
}

int nscd_group(const char *name, gid_t gid, struct group *entry, char **storage,
               const struct net_options *options)
{
        struct connection c;
        char key[16];
        /* Sizes of name and password, the id, how many members. */
        uint32_t head[4];
        enum net_result result =
            ask(&c, name ? GROUP_BY_NAME : GROUP_BY_ID, name ? name : number(key, gid), options);
        uint32_t *sizes = NULL;
        size_t sum = 0;
        char **members;
        char *text = NULL;
        char *at;

        if (result)
                return result;
        if (!integers(&c, head, 4) || !sum_of(head, 2, &sum) || head[3] > MOST_MEMBERS)
                goto broken;
        sizes = calloc(head[3] + 1, sizeof *sizes);
        if (!sizes || !integers(&c, sizes, head[3]) || !sum_of(sizes, head[3], &sum))
                goto broken;
        text = malloc((head[3] + 1) * sizeof *members + sum);
        if (!text)
                goto broken;
        members = (char **)(void *)text;
        at = text + (head[3] + 1) * sizeof *members;
        if (!transfer(&c, POLLIN, at, sum))
                goto broken;
        *entry = (struct group){.gr_gid = head[2], .gr_mem = members};
        entry->gr_name = take(&at, head[0]);
        entry->gr_passwd = take(&at, head[1]);
        if (!entry->gr_name || !entry->gr_passwd ||
            (name ? strcmp(name, entry->gr_name) != 0 : gid != entry->gr_gid))
                goto broken;
        for (size_t i = 0; i < head[3]; i++) {
                members[i] = take(&at, sizes[i]);
                if (!members[i])
                        goto broken;
        }
        members[head[3]] = NULL;
        close(c.fd);
        free(sizes);
        *storage = text;
        return NET_FOUND;
broken:
        close(c.fd);
        free(sizes);
        free(text);
        return NET_ERROR;
}

int nscd_initgroups(const char *user, gid_t **gids, size_t *count,
                    const struct net_options *options)
{
        struct connection c;
        enum net_result result = ask(&c, INITGROUPS, user, options);
        uint32_t many;
        uint32_t *list = NULL;

        if (result)
                return result;
        if (integers(&c, &many, 1) && many <= MOST_MEMBERS) {
                list = calloc((size_t)many + 1, sizeof *list);
                if (list && integers(&c, list, many)) {
                        close(c.fd);
                        _Static_assert(sizeof *list == sizeof **gids, "a gid_t has 32 bits");
                        *gids = list;
                        *count = many;
                        return NET_FOUND;
                }
        }
        close(c.fd);
        free(list);
        return NET_ERROR;
}

/*
 * Any bytes as what the cache daemon answers, and as a name server's message: what comes out is
 * whole, or nothing.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include "answer.h"

int LLVMFuzzerInitialize(int *, char ***);
int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char path[] = "nscd";
static int listener;
static const uint8_t *reply;
static size_t reply_size;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
        struct sockaddr_un address = {.sun_family = AF_UNIX};

        (void)argc;
        (void)argv;
        strcpy(address.sun_path, path);
        unlink(path);
        listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 8))
                abort();
        return 0;
}

/* Answers one connection, whatever the question. */
static void *serve(void *unused)
{
        int fd = accept(listener, NULL, NULL);
        char query[64];

        if (read(fd, query, sizeof query) > 0 && reply_size)
                (void)!send(fd, reply, reply_size, MSG_NOSIGNAL);
        shutdown(fd, SHUT_WR);
        /* Closed with the query unread the answer would be lost. */
        while (read(fd, query, sizeof query) > 0)
                continue;
        close(fd);
        return unused;
}

static void check_daemon(unsigned kind)
{
        struct net_options options = {.nscd_socket = path};
        struct passwd user;
        struct group group;
        char *storage;
        gid_t *gids;
        size_t count;
        size_t length = 0;
        pthread_t thread;

        if (pthread_create(&thread, NULL, serve, NULL))
                abort();
        if (kind == 0 && !nscd_passwd(NULL, 0, &user, &storage, &options)) {
                length = strlen(user.pw_name) + strlen(user.pw_passwd) + strlen(user.pw_gecos) +
                         strlen(user.pw_dir) + strlen(user.pw_shell);
                free(storage);
        } else if (kind == 1 && !nscd_group(NULL, 0, &group, &storage, &options)) {
                length = strlen(group.gr_name) + strlen(group.gr_passwd);
                for (char **member = group.gr_mem; *member; member++)
                        length += strlen(*member);
                free(storage);
        } else if (kind == 2 && !nscd_initgroups("user", &gids, &count, &options)) {
                length = count * sizeof *gids;
                free(gids);
        }
        pthread_join(thread, NULL);
        if (length > reply_size)
                abort();
}

static void check_message(const uint8_t *data, size_t size)
{
        static const uint8_t asked[] = "\1a\4test";
        static const unsigned types[] = {DNS_A, DNS_AAAA, DNS_PTR};

        for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
                struct host_answer answer = {0};

                if (!answer_message(&answer, data, size, asked, types[i], 1) && !answer.name)
                        abort();
                host_answer_free(&answer);
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        uint8_t *good = malloc(size + 8);

        if (size == 0) {
                free(good);
                return 0;
        }
        check_message(data, size);
        /* With the two integers that make it an entry. */
        memcpy(good, (const uint32_t[]){2, 1}, 8);
        memcpy(good + 8, data + 1, size - 1);
        reply = good;
        reply_size = size + 7;
        check_daemon(data[0] % 3);
        free(good);
        return 0;
}

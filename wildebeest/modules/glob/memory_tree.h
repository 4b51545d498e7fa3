/*
 * A tree of files in memory, for the functions of GLOB_ALTDIRFUNC: tests and the fuzzer look for
 * paths in it, so that what matches is known and no file system is touched. It allocates nothing.
 */
#ifndef LWB_GLOB_MEMORY_TREE_H
#define LWB_GLOB_MEMORY_TREE_H

#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MEMORY_NODES 64
#define MEMORY_STREAMS 8

/* The kinds: a directory, one that may not be read, a file, a link. */
enum memory_kind { MEMORY_DIRECTORY, MEMORY_CLOSED, MEMORY_FILE, MEMORY_LINK };

static struct memory_node {
        char name[16];
        int parent;
        enum memory_kind kind;
        int target;  /* of a link: a node, or -1 for none */
        int untyped; /* its entry has DT_UNKNOWN */
} memory_nodes[MEMORY_NODES];
static int memory_count;

static struct memory_stream {
        int used, node, next;
        struct dirent entry;
} memory_streams[MEMORY_STREAMS];

/* Adds a node; the first is the root, which is its own parent. Returns its number. */
__attribute__((unused)) static int memory_add(int parent, const char *name, enum memory_kind kind,
                                              int target)
{
        struct memory_node *node = &memory_nodes[memory_count];

        *node = (struct memory_node){.parent = parent, .kind = kind, .target = target};
        snprintf(node->name, sizeof node->name, "%s", name);
        return memory_count++;
}

static int memory_is_directory(int node)
{
        return memory_nodes[node].kind <= MEMORY_CLOSED;
}

/* The node that a path names, from the root whether it has a slash or not; -1 with errno. */
static int memory_find(const char *path, int follow)
{
        int at = 0;

        if (!*path) {
                errno = ENOENT;
                return -1;
        }
        for (;;) {
                size_t length = strcspn(path, "/");
                int last = !path[length];

                if (length && (length != 1 || *path != '.')) {
                        int found =
                            length == 2 && !memcmp(path, "..", 2) ? memory_nodes[at].parent : -1;

                        for (int i = 1; found < 0 && i < memory_count; i++) {
                                if (memory_nodes[i].parent == at &&
                                    strlen(memory_nodes[i].name) == length &&
                                    !memcmp(memory_nodes[i].name, path, length))
                                        found = i;
                        }
                        errno = ENOENT;
                        if (found < 0)
                                return -1;
                        at = found;
                }
                for (int links = 0; memory_nodes[at].kind == MEMORY_LINK && (!last || follow);
                     links++) {
                        errno = links < 8 ? ENOENT : ELOOP;
                        at = links < 8 ? memory_nodes[at].target : -1;
                        if (at < 0)
                                return -1;
                }
                if (last)
                        return at;
                errno = ENOTDIR;
                if (!memory_is_directory(at))
                        return -1;
                path += length + 1;
        }
}

static void *memory_opendir(const char *path)
{
        int node = memory_find(path, 1);

        if (node < 0)
                return NULL;
        errno = memory_is_directory(node) ? EACCES : ENOTDIR;
        if (memory_nodes[node].kind != MEMORY_DIRECTORY)
                return NULL;
        for (int i = 0; i < MEMORY_STREAMS; i++) {
                if (!memory_streams[i].used) {
                        memory_streams[i] = (struct memory_stream){1, node, -2, {0}};
                        return &memory_streams[i];
                }
        }
        errno = EMFILE;
        return NULL;
}

static struct dirent *memory_readdir(void *opened)
{
        struct memory_stream *stream = opened;
        const struct memory_node *node = NULL;
        int type = DT_DIR;

        if (stream->next < 0) {
                strcpy(stream->entry.d_name, stream->next == -2 ? "." : "..");
                stream->next++;
        } else {
                if (!stream->next)
                        stream->next = 1;
                while (stream->next < memory_count &&
                       memory_nodes[stream->next].parent != stream->node)
                        stream->next++;
                if (stream->next == memory_count)
                        return NULL;
                node = &memory_nodes[stream->next++];
                strcpy(stream->entry.d_name, node->name);
                if (node->kind == MEMORY_FILE)
                        type = DT_REG;
                else if (node->kind == MEMORY_LINK)
                        type = DT_LNK;
                if (node->untyped)
                        type = DT_UNKNOWN;
        }
        stream->entry.d_ino = 1;
        stream->entry.d_type = (unsigned char)type;
        return &stream->entry;
}

static void memory_closedir(void *opened)
{
        struct memory_stream *stream = opened;

        stream->used = 0;
}

static int memory_stat_of(int node, struct stat *st)
{
        if (node < 0)
                return -1;
        memset(st, 0, sizeof *st);
        if (memory_is_directory(node))
                st->st_mode = S_IFDIR | 0755;
        else
                st->st_mode =
                    memory_nodes[node].kind == MEMORY_LINK ? S_IFLNK | 0777 : S_IFREG | 0644;
        return 0;
}

static int memory_stat(const char *restrict path, struct stat *restrict st)
{
        return memory_stat_of(memory_find(path, 1), st);
}

static int memory_lstat(const char *restrict path, struct stat *restrict st)
{
        size_t length = strlen(path);

        return memory_stat_of(memory_find(path, length && path[length - 1] == '/'), st);
}

/* Whether each stream was closed. */
__attribute__((unused)) static int memory_all_closed(void)
{
        for (int i = 0; i < MEMORY_STREAMS; i++) {
                if (memory_streams[i].used)
                        return 0;
        }
        return 1;
}

static void memory_functions(glob_t *g)
{
        g->gl_opendir = memory_opendir;
        g->gl_readdir = memory_readdir;
        g->gl_closedir = memory_closedir;
        g->gl_stat = memory_stat;
        g->gl_lstat = memory_lstat;
}

#endif

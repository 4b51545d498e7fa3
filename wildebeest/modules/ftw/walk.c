/* The walk of ftw and nftw. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../../shared/foreign_callback.h"
#include "walk.h"

#define OPEN_TRIES 16

enum next { NEXT, SKIP_SUBTREE, SKIP_SIBLINGS, END };

static enum next failed(struct walk *walk)
{
        walk->result = -1;
        return END;
}

CALLS_FOREIGN_CALLBACK static enum next report(struct walk *walk, const struct stat *st, int type,
                                               int base)
{
        struct FTW where = {.base = base, .level = (int)walk->depth};
        int result;

        if (walk->nftw_fn)
                result = walk->nftw_fn(walk->path, st, type, &where);
        else
                result = walk->ftw_fn(walk->path, st, type == FTW_SLN ? FTW_NS : type);
        if (!result)
                return NEXT;
        if (walk->flags & FTW_ACTIONRETVAL) {
                if (result == FTW_SKIP_SUBTREE)
                        return type == FTW_D ? SKIP_SUBTREE : NEXT;
                if (result == FTW_SKIP_SIBLINGS)
                        return SKIP_SIBLINGS;
        }
        walk->result = result;
        return END;
}

/* Whether a directory can no longer be reached, so that what is left in it is FTW_NS. */
static bool gone(void)
{
        return errno == ENOENT || errno == EACCES;
}

/* The type that the last part of the path is reported as; -1 with errno. */
static int classify(struct walk *walk, const char *name, struct stat *st)
{
        int at = walk->depth ? innermost(walk)->fd : AT_FDCWD;

        errno = ENOENT;
        if (walk->depth && at < 0)
                goto unknown;
        if (!fstatat(at, name, st, walk->flags & FTW_PHYS ? AT_SYMLINK_NOFOLLOW : 0)) {
                if (S_ISDIR(st->st_mode))
                        return FTW_D;
                return S_ISLNK(st->st_mode) ? FTW_SL : FTW_F;
        }
        if (!gone() || (errno == EACCES && !walk->depth))
                return -1;
        if (!(walk->flags & FTW_PHYS) && !fstatat(at, name, st, AT_SYMLINK_NOFOLLOW) &&
            S_ISLNK(st->st_mode))
                return FTW_SLN;
        if (!walk->depth)
                return -1;
unknown:
        memset(st, 0, sizeof *st);
        return FTW_NS;
}

/* Reports a directory that was opened, or not (-1), and makes it the innermost level. */
static enum next enter(struct walk *walk, int fd, const struct stat *st, int base)
{
        enum next next = NEXT;

        if (!(walk->flags & FTW_PHYS) && lwb_visited_add(&walk->visited, st->st_dev, st->st_ino)) {
                if (fd >= 0)
                        close_quietly(fd);
                return failed(walk);
        }
        if (fd < 0)
                return report(walk, st, FTW_DNR, base);
        if (!(walk->flags & FTW_DEPTH))
                next = report(walk, st, FTW_D, base);
        if (next != NEXT) {
                close_quietly(fd);
                return next;
        }
        if (__lwb_ftw_push(walk, fd, st, base)) {
                close_quietly(fd);
                return failed(walk);
        }
        if (walk->flags & FTW_CHDIR && fchdir(fd))
                return failed(walk);
        return NEXT;
}

/* Reports the file at the end of the path, and opens it if it is a directory. */
static enum next visit(struct walk *walk, int base)
{
        /* Only "/" has nothing after its last slash. */
        const char *name = walk->depth || walk->flags & FTW_CHDIR ? walk->path + base : walk->path;
        struct stat st;

        if (!*name)
                name = walk->path;
        for (int try = 0; try < OPEN_TRIES; try++) {
                bool fatal;
                int fd, type;

                if (walk->depth && innermost(walk)->fd < 0 && __lwb_ftw_reopen(walk) && !gone())
                        return failed(walk);
                type = classify(walk, name, &st);
                if (type < 0)
                        return failed(walk);
                if (!walk->depth)
                        walk->device = st.st_dev;
                if (type == FTW_NS || type == FTW_SLN)
                        return report(walk, &st, type, base);
                if (walk->flags & FTW_MOUNT && st.st_dev != walk->device)
                        return NEXT;
                if (type != FTW_D)
                        return report(walk, &st, type, base);
                if (lwb_visited_has(&walk->visited, st.st_dev, st.st_ino))
                        return NEXT;
                fd = __lwb_ftw_open(walk, name, &fatal);
                if (fd < 0 && fatal)
                        return failed(walk);
                if (fd < 0 && errno == EACCES)
                        return enter(walk, -1, &st, base);
                fd = __lwb_deep_verify(fd, &st);
                if (fd >= 0)
                        return enter(walk, fd, &st, base);
                /* Removed or replaced since it was looked at: look again. */
                if (errno != ENOENT && errno != ENOTDIR && errno != ELOOP)
                        return failed(walk);
        }
        return failed(walk);
}

/* Appends a name to the path of the innermost level; its offset, or -1 with errno. */
static int append_name(struct walk *walk, const char *name)
{
        size_t base = innermost(walk)->path_len;
        size_t len = strlen(name);

        if (walk->path[base - 1] != '/')
                base++;
        if (base + len >= INT_MAX) {
                errno = ENAMETOOLONG;
                return -1;
        }
        if (base + len >= walk->path_size) {
                size_t size = (base + len) * 2;
                char *path = realloc(walk->path, size);

                if (!path)
                        return -1;
                walk->path = path;
                walk->path_size = size;
        }
        walk->path[base - 1] = '/';
        copy_name(walk->path + base, name, len + 1);
        walk->path_len = base + len;
        return (int)base;
}

/* Ends the innermost level and goes back to the one around it. */
static enum next leave(struct walk *walk)
{
        struct stat st = innermost(walk)->st;
        int base = innermost(walk)->base;
        enum next next = NEXT;

        if (__lwb_ftw_pop(walk) && (walk->flags & FTW_CHDIR || !gone()))
                return failed(walk);
        if (walk->flags & FTW_DEPTH)
                next = report(walk, &st, FTW_DP, base);
        if (next != END && walk->depth && walk->flags & FTW_CHDIR && fchdir(innermost(walk)->fd))
                return failed(walk);
        return next;
}

/* Goes to the directory that the root is in; -1 with errno. */
static int enter_parent_of_root(struct walk *walk, int base)
{
        char kept = walk->path[base];
        int result;

        if (!base)
                return 0;
        walk->path[base] = '\0';
        result = chdir(walk->path);
        walk->path[base] = kept;
        return result;
}

static void run(struct walk *walk, int base)
{
        enum next next = visit(walk, base);

        while (next != END && walk->depth) {
                struct level *level = innermost(walk);
                const char *name;
                bool error;

                if (next == SKIP_SIBLINGS) {
                        level->pos = level->len;
                        level->complete = true;
                }
                name = __lwb_ftw_next(walk, &error);
                if (name) {
                        base = append_name(walk, name);
                        error = base < 0;
                }
                if (error)
                        next = failed(walk);
                else
                        next = name ? visit(walk, base) : leave(walk);
        }
}

int __lwb_ftw_walk(const char *root, ftw_callback *ftw_fn, nftw_callback *nftw_fn, int nopenfd,
                   int flags)
{
        struct walk walk = {.ftw_fn = ftw_fn, .nftw_fn = nftw_fn, .flags = flags};
        int saved;

        walk.start = AT_FDCWD;
        /* As in glibc, the descriptor to come back with counts. */
        if (flags & FTW_CHDIR && nopenfd > 1)
                nopenfd--;
        walk.limit = nopenfd < 1 ? 1 : (size_t)nopenfd;
        walk.path_len = strlen(root);
        if (!walk.path_len || walk.path_len >= PATH_MAX) {
                errno = walk.path_len ? ENAMETOOLONG : ENOENT;
                return -1;
        }
        while (walk.path_len > 1 && root[walk.path_len - 1] == '/')
                walk.path_len--;
        walk.path_size = PATH_MAX;
        walk.path = malloc(walk.path_size);
        if (!walk.path)
                return -1;
        memcpy(walk.path, root, walk.path_len);
        walk.path[walk.path_len] = '\0';
        if (flags & FTW_CHDIR)
                walk.start = __lwb_deep_openat(AT_FDCWD, ".", O_PATH);
        if (walk.start == -1) {
                walk.result = -1;
        } else {
                char *slash = memrchr(walk.path, '/', walk.path_len);
                int base = slash ? (int)(slash + 1 - walk.path) : 0;

                if (flags & FTW_CHDIR && enter_parent_of_root(&walk, base))
                        walk.result = -1;
                else
                        run(&walk, base);
        }

        saved = errno;
        for (size_t i = 0; i < walk.depth; i++) {
                if (walk.levels[i].fd >= 0)
                        close(walk.levels[i].fd);
                free(walk.levels[i].names);
        }
        if (walk.start >= 0) {
                if (fchdir(walk.start) && !walk.result) {
                        saved = errno;
                        walk.result = -1;
                }
                close(walk.start);
        }
        free(walk.levels);
        while (walk.spare) {
                struct spare *spare = walk.spare;

                walk.spare = spare->next;
                free(spare);
        }
        free(walk.path);
        lwb_visited_free(&walk.visited);
        errno = saved;
        return walk.result;
}

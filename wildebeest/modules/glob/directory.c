/* What glob asks of the file system, or of the caller's own functions. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "glob_internal.h"

#define READ_SIZE 32768

bool __lwb_glob_exists(const struct lwb_glob *glob, const char *path)
{
        struct stat st;

        if (glob->flags & GLOB_ALTDIRFUNC)
                return !glob->user->gl_lstat(path, &st);
        return !lstat(path, &st);
}

bool __lwb_glob_is_directory(const struct lwb_glob *glob, const char *path)
{
        struct stat st;

        if (glob->flags & GLOB_ALTDIRFUNC)
                return !glob->user->gl_stat(path, &st) && S_ISDIR(st.st_mode);
        return !stat(path, &st) && S_ISDIR(st.st_mode);
}

/* A directory that is read: the caller's stream, or one of our own. */
struct directory {
        void *stream;
        int fd;
        size_t at, length;
        _Alignas(struct dirent) char records[READ_SIZE];
};

/* Opens a directory; null with errno. */
static struct directory *open_directory(const struct lwb_glob *glob, const char *path)
{
        struct directory *directory = malloc(sizeof *directory);
        int saved;

        if (!directory)
                return NULL;
        directory->at = directory->length = 0;
        directory->stream = NULL;
        if (glob->flags & GLOB_ALTDIRFUNC) {
                directory->fd = -1;
                directory->stream = glob->user->gl_opendir(path);
        } else {
                directory->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        }
        if (directory->stream || directory->fd >= 0)
                return directory;
        saved = errno;
        free(directory);
        errno = saved;
        return NULL;
}

static void close_directory(const struct lwb_glob *glob, struct directory *directory)
{
        if (directory->fd < 0)
                glob->user->gl_closedir(directory->stream);
        else
                close(directory->fd);
        free(directory);
}

/* The next entry; null at the end, with errno 0, or with an error. */
static const struct dirent *read_directory(const struct lwb_glob *glob, struct directory *directory)
{
        const struct dirent *entry;

        if (directory->fd < 0) {
                entry = glob->user->gl_readdir(directory->stream);
                /* What the caller's function leaves there at the end means nothing. */
                errno = 0;
                return entry;
        }
        if (directory->at == directory->length) {
                long n = syscall(SYS_getdents64, directory->fd, directory->records, READ_SIZE);

                /* One that was removed meanwhile has no more entries. */
                if (n == 0 || (n < 0 && errno == ENOENT))
                        errno = 0;
                if (n <= 0)
                        return NULL;
                directory->at = 0;
                directory->length = (size_t)n;
        }
        entry = (const void *)(directory->records + directory->at);
        directory->at += entry->d_reclen;
        return entry;
}

/* GLOB_ABORTED where the caller wants to know of the error and to end, else 0. */
static int report(const struct lwb_glob *glob, const char *path, int error)
{
        if (error == ENOMEM)
                return GLOB_NOSPACE;
        if ((glob->errfunc && glob->errfunc(path, error)) || glob->flags & GLOB_ERR)
                return GLOB_ABORTED;
        return 0;
}

/* Adds the entry if it matches; 0 or GLOB_NOSPACE. */
static int add_entry(const struct lwb_glob *glob, const char *dir, const char *pattern,
                     const struct dirent *entry, bool period, bool directories,
                     struct lwb_paths *found)
{
        int match = (period ? 0 : FNM_PERIOD) | (glob->flags & GLOB_NOESCAPE ? FNM_NOESCAPE : 0);
        const char *name = entry->d_name;
        int status;

        if (directories && entry->d_type != DT_DIR && entry->d_type != DT_LNK &&
            entry->d_type != DT_UNKNOWN)
                return 0;
        if (fnmatch(pattern, name, match) != 0)
                return 0;
        status = __lwb_glob_add(found, dir, strlen(dir), name, strlen(name));
        if (!status && directories && entry->d_type != DT_DIR &&
            !__lwb_glob_is_directory(glob, found->v[found->n - 1]))
                free(found->v[--found->n]);
        return status;
}

int __lwb_glob_directory(const struct lwb_glob *glob, const char *dir, const char *pattern,
                         bool period, bool directories, struct lwb_paths *found)
{
        const struct dirent *entry;
        size_t length = strlen(dir);
        char *path;
        struct directory *stream;
        int status = 0;

        while (length > 1 && dir[length - 1] == '/')
                length--;
        path = length ? strndup(dir, length) : strdup(".");
        if (!path)
                return GLOB_NOSPACE;
        stream = open_directory(glob, path);
        if (!stream) {
                /* A file has no entries: that is no error. */
                if (errno != ENOTDIR)
                        status = report(glob, path, errno);
                free(path);
                return status;
        }
        while (!status && (entry = read_directory(glob, stream)))
                status = add_entry(glob, dir, pattern, entry, period, directories, found);
        if (!status && errno)
                status = report(glob, path, errno);
        close_directory(glob, stream);
        free(path);
        return status;
}

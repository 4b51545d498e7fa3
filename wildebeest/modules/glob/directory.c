/* What glob asks of the file system, or of the caller's own functions. */
#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "glob_internal.h"

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

static void *open_directory(const struct lwb_glob *glob, const char *path)
{
        if (glob->flags & GLOB_ALTDIRFUNC)
                return glob->user->gl_opendir(path);
        return opendir(path);
}

static void close_directory(const struct lwb_glob *glob, void *stream)
{
        if (glob->flags & GLOB_ALTDIRFUNC)
                glob->user->gl_closedir(stream);
        else
                closedir(stream);
}

/* The next entry; null at the end, with errno 0, or with an error. */
static const struct dirent *read_directory(const struct lwb_glob *glob, void *stream)
{
        const struct dirent *entry;

        errno = 0;
        if (!(glob->flags & GLOB_ALTDIRFUNC))
                return readdir(stream);
        entry = glob->user->gl_readdir(stream);
        /* What the caller's function leaves there at the end means nothing. */
        if (!entry)
                errno = 0;
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
        void *stream;
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

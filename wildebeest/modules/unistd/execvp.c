/*
 * glibc: execvp and execvpe run a file that the kernel does not know as a program (ENOEXEC), such
 *        as a script without "#!", with /bin/sh.
 * musl:  they fail with ENOEXEC.
 * here:  as glibc, and POSIX.
 * see:   POSIX.1-2024, exec; execvp(3).
 */
#include <errno.h>
#include <limits.h>
#include <paths.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define ON_STACK 256

int __lwb_execvp(const char *file, char *const argv[]);
int __lwb_execvpe(const char *file, char *const argv[], char *const envp[]);

/* Replaces argv[0] by the shell and the script. Returns only on failure. */
static void run_shell(const char *path, char *const argv[], char *const envp[])
{
        char *few[ON_STACK + 2];
        char **args = few;
        size_t count = 0;

        if (argv && *argv)
                while (argv[count + 1])
                        count++;
        /* Not from malloc: after vfork its state is shared with the parent. */
        if (count >= ON_STACK) {
                args = mmap(NULL, (count + 3) * sizeof *args, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                if (args == MAP_FAILED)
                        return;
        }
        args[0] = (char *)_PATH_BSHELL;
        args[1] = (char *)path;
        if (count)
                memcpy(args + 2, argv + 1, count * sizeof *args);
        args[count + 2] = NULL;
        execve(_PATH_BSHELL, args, envp);
        if (args != few) {
                int saved = errno;

                munmap(args, (count + 3) * sizeof *args);
                errno = saved;
        }
}

/* execve, or the shell for what is no program. Returns only on failure. */
static void run(const char *path, char *const argv[], char *const envp[])
{
        execve(path, argv, envp);
        if (errno == ENOEXEC)
                run_shell(path, argv, envp);
}

/* Whether the search goes on after this failure: no such file here. */
static int is_absent(int error)
{
        return error == ENOENT || error == ENOTDIR || error == ESTALE || error == ENODEV ||
               error == ETIMEDOUT;
}

/**
 * Runs the program `file`, searched in PATH unless it has a slash, or the script with /bin/sh.
 * Returns only on failure: -1 and an errno of execve, EACCES where it was found but may not be run.
 */
int __lwb_execvpe(const char *file, char *const argv[], char *const envp[])
{
        const char *search = getenv("PATH");
        size_t length = strlen(file);
        int denied = 0;
        char path[PATH_MAX];

        if (!length) {
                errno = ENOENT;
                return -1;
        }
        if (strchr(file, '/')) {
                run(file, argv, envp);
                return -1;
        }
        if (length > NAME_MAX) {
                errno = ENAMETOOLONG;
                return -1;
        }
        if (!search)
                search = _PATH_STDPATH;
        for (;; search++) {
                size_t folder = strcspn(search, ":");

                if (folder + 1 + length < sizeof path) {
                        memcpy(path, search, folder);
                        /* An empty entry is the current directory. */
                        if (folder)
                                path[folder] = '/';
                        memcpy(path + folder + (folder > 0), file, length + 1);
                        run(path, argv, envp);
                        if (errno == EACCES)
                                denied = 1;
                        else if (!is_absent(errno))
                                return -1;
                }
                search += folder;
                if (!*search)
                        break;
        }
        errno = denied ? EACCES : ENOENT;
        return -1;
}

/** execvpe with the environment of the process. */
int __lwb_execvp(const char *file, char *const argv[])
{
        return __lwb_execvpe(file, argv, environ);
}

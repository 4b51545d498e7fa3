/* What musl's <unistd.h> has with other semantics. */
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>
#include "filter.h"
#include "tap.h"

#define EACCESS_FUNCTION (-1)
#define EUIDACCESS_FUNCTION (-2)
#define BOTH (AT_EACCESS | AT_SYMLINK_NOFOLLOW)
#define ALL (R_OK | W_OK | X_OK)

/* What access should say of a file, for the user whose file it is. */
static const struct question {
        const char *path;
        int mode;
        int flags;
        int error;
} questions[] = {
    {"file", F_OK, 0, 0},
    {"file", X_OK, 0, EACCES},
    {"nothing", F_OK, 0, ENOENT},
    {"dangling", F_OK, 0, ENOENT},
    {"dangling", F_OK, AT_SYMLINK_NOFOLLOW, 0},
    {"dangling", ALL, AT_SYMLINK_NOFOLLOW, 0},
    {"dangling", R_OK, BOTH, 0},
    {"dangling", F_OK, AT_EACCESS, ENOENT},
    {"link", X_OK, AT_SYMLINK_NOFOLLOW, 0},
    {"link", X_OK, AT_EACCESS, EACCES},
    {"file", R_OK | W_OK, AT_SYMLINK_NOFOLLOW, 0},
    {"file", X_OK, AT_SYMLINK_NOFOLLOW, EACCES},
    {"file", R_OK | W_OK, AT_EACCESS, 0},
    {"file", X_OK, AT_EACCESS, EACCES},
    {"file", X_OK, BOTH, EACCES},
    {"program", ALL, BOTH, 0},
    {"directory", ALL, AT_SYMLINK_NOFOLLOW, 0},
    {"nothing", F_OK, AT_SYMLINK_NOFOLLOW, ENOENT},
    {"file/below", F_OK, AT_SYMLINK_NOFOLLOW, ENOTDIR},
    {"", F_OK, AT_SYMLINK_NOFOLLOW, ENOENT},
    {"file", F_OK, 1 << 30, EINVAL},
    {"file", R_OK | W_OK, EACCESS_FUNCTION, 0},
    {"file", X_OK, EACCESS_FUNCTION, EACCES},
    {"nothing", F_OK, EACCESS_FUNCTION, ENOENT},
    {"file", R_OK | W_OK, EUIDACCESS_FUNCTION, 0},
    {"file", X_OK, EUIDACCESS_FUNCTION, EACCES},
};
#define QUESTIONS (sizeof questions / sizeof *questions)

/* Results that a child hands back. */
static int *answers;

/* The errno that access fails with, 0 when it succeeds, -1 when it succeeds but changes errno. */
static int ask(int folder, const char *path, int mode, int flags)
{
        int result;

        errno = 0;
        if (flags == EACCESS_FUNCTION)
                result = eaccess(path, mode);
        else if (flags == EUIDACCESS_FUNCTION)
                result = euidaccess(path, mode);
        else
                result = faccessat(folder, path, mode, flags);
        if (result)
                return errno;
#ifndef __GLIBC__
        if (errno)
                return -1;
#endif
        return 0;
}

/* Makes faccessat2 fail with `error`, if not 0; false where that can't be done. */
static int without_faccessat2(int error)
{
        if (!error || filter(SYS_faccessat2, error))
                return 1;
        /* It may fail so of itself. */
        return syscall(SYS_faccessat2, AT_FDCWD, "/", F_OK, AT_EACCESS) && errno == error;
}

/* Runs `work` in a child that lives in the folder of test files; whether it was not skipped. */
static int in_folder(int folder, int (*work)(int folder, int error), int error)
{
        int status;
        pid_t child;

        for (size_t i = 0; i < QUESTIONS; i++)
                answers[i] = -2;
        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (!child)
                _exit(fchdir(folder) ? 1 : work(folder, error));
        require(waitpid(child, &status, 0) == child && WIFEXITED(status));
        require(WEXITSTATUS(status) != 1);
        return !WEXITSTATUS(status);
}

static int ask_all(int folder, int error)
{
        if (!without_faccessat2(error))
                return 2;
        for (size_t i = 0; i < QUESTIONS; i++)
                answers[i] = ask(folder, questions[i].path, questions[i].mode, questions[i].flags);
        return 0;
}

static const char *function_of(const struct question *question)
{
        return question->flags == EACCESS_FUNCTION      ? "eaccess"
               : question->flags == EUIDACCESS_FUNCTION ? "euidaccess"
                                                        : "faccessat";
}

static void test_access(int folder, int error, const char *where)
{
        char description[128];
        int asked = in_folder(folder, ask_all, error);

        for (size_t i = 0; i < QUESTIONS; i++) {
                const struct question *question = &questions[i];

                snprintf(description, sizeof description, "%s: \"%s\", mode %d, flags %#x%s",
                         function_of(question), question->path, question->mode,
                         question->flags < 0 ? 0U : (unsigned int)question->flags, where);
                if (asked)
                        is_int(answers[i], question->error, "%s", description);
                else
                        skip(description, "no seccomp filter here");
        }
}

/* Questions by a process whose real user and group may do nothing. */
static const struct question by_owner[] = {
    {"owner", R_OK, 0, EACCES},           {"owner", R_OK, AT_EACCESS, 0},
    {"owner", W_OK, AT_EACCESS, EACCES},  {"owner", R_OK, BOTH, 0},
    {"group", R_OK, AT_EACCESS, 0},       {"group", W_OK, AT_EACCESS, EACCES},
    {"extra", R_OK, AT_EACCESS, 0},       {"extra", X_OK, AT_EACCESS, EACCES},
    {"other", R_OK, AT_EACCESS, 0},       {"other", R_OK | W_OK, AT_EACCESS, EACCES},
    {"file", F_OK, AT_EACCESS, 0},        {"file", R_OK, AT_EACCESS, EACCES},
    {"owner", R_OK, EACCESS_FUNCTION, 0}, {"owner", W_OK, EUIDACCESS_FUNCTION, EACCES},
};
static const struct question by_root[] = {
    {"owner", R_OK | W_OK, 0, EACCES},   {"owner", R_OK | W_OK, AT_EACCESS, 0},
    {"owner", X_OK, AT_EACCESS, EACCES}, {"program", X_OK, 0, EACCES},
    {"program", ALL, AT_EACCESS, 0},     {"directory", ALL, AT_EACCESS, 0},
};

static int ask_some(int folder, const struct question *some, size_t count)
{
        for (size_t i = 0; i < count; i++)
                if (ask(folder, some[i].path, some[i].mode, some[i].flags) != some[i].error)
                        return (int)i + 10;
        return 0;
}

static int ask_as_owner(int folder, int error)
{
        const gid_t extra = 5002;

        if (setgroups(1, &extra) || setresgid(5100, 5001, 5001) || setresuid(6100, 6001, 6001))
                return 1;
        if (!without_faccessat2(error))
                return 2;
        return ask_some(folder, by_owner, sizeof by_owner / sizeof *by_owner);
}

static int ask_as_root(int folder, int error)
{
        if (setgroups(0, NULL) || setresgid(5100, 0, 0) || setresuid(6100, 0, 0))
                return 1;
        if (!without_faccessat2(error))
                return 2;
        return ask_some(folder, by_root, sizeof by_root / sizeof *by_root);
}

/* The exit status of a check in a child. */
static int answer_of(int folder, int (*work)(int folder, int error), int error)
{
        int status;
        pid_t child;

        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (!child)
                _exit(fchdir(folder) ? 1 : work(folder, error));
        require(waitpid(child, &status, 0) == child && WIFEXITED(status));
        return WEXITSTATUS(status);
}

/* Whether the user and group of this process can be changed at will. */
static int can_change_user(void)
{
        return !geteuid() && !setgroups(0, NULL);
}

static void test_effective(int folder)
{
        if (can_change_user()) {
                is_int(answer_of(folder, ask_as_owner, 0), 0, "faccessat: an effective user");
                is_int(answer_of(folder, ask_as_root, 0), 0, "faccessat: an effective root");
        } else {
                skip("faccessat: an effective user", "needs root");
                skip("faccessat: an effective root", "needs root");
        }
}

#ifndef __GLIBC__
/* One point, so that what musl alone fails does not depend on who runs the test. */
static void test_filtered(int folder, int error, const char *description)
{
        int right = 1;

        if (!in_folder(folder, ask_all, error)) {
                skip(description, "no seccomp filter here");
                return;
        }
        for (size_t i = 0; i < QUESTIONS; i++)
                if (answers[i] != questions[i].error) {
                        note("%s \"%s\", mode %d, flags %d: %d", function_of(&questions[i]),
                             questions[i].path, questions[i].mode, questions[i].flags, answers[i]);
                        right = 0;
                }
        if (can_change_user()) {
                int owner = answer_of(folder, ask_as_owner, error);
                int root = answer_of(folder, ask_as_root, error);

                note("as an effective user %d, as an effective root %d", owner, root);
                right = right && !owner && !root;
        }
        ok(right, "%s", description);
}
#endif

static void make_file(int folder, const char *name, mode_t mode, const char *text)
{
        int fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

        require(fd >= 0);
        require(write(fd, text, strlen(text)) == (ssize_t)strlen(text));
        require(!fchmod(fd, mode));
        require(!close(fd));
}

/* How a program is run, in a child whose output is read. */
struct execution {
        int (*run)(void);
        const char *path;
};

static const char *output_of(int folder, struct execution execution)
{
        static char output[8192];
        size_t length = 0;
        ssize_t n;
        int ends[2];
        int status;
        pid_t child;

        require(!pipe2(ends, O_CLOEXEC));
        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (!child) {
                if (fchdir(folder) || dup2(ends[1], 1) < 0)
                        _exit(1);
                if (execution.path ? setenv("PATH", execution.path, 1) : unsetenv("PATH"))
                        _exit(1);
                execution.run();
                dprintf(1, "errno %s",
                        errno == EACCES         ? "EACCES"
                        : errno == ENOENT       ? "ENOENT"
                        : errno == ENOTDIR      ? "ENOTDIR"
                        : errno == ENAMETOOLONG ? "ENAMETOOLONG"
                        : errno == ENOEXEC      ? "ENOEXEC"
                                                : "other");
                _exit(0);
        }
        close(ends[1]);
        while ((n = read(ends[0], output + length, sizeof output - 1 - length)) > 0)
                length += (size_t)n;
        close(ends[0]);
        require(n == 0 && waitpid(child, &status, 0) == child);
        output[length] = '\0';
        return output;
}

static char *const arguments[] = {"name", "one", "two", NULL};
static char *const environment[] = {"V=variable", NULL};

static int execvp_path(void)
{
        return execvp("./script", arguments);
}

static int execvp_name(void)
{
        return execvp("script", arguments);
}

static int execvpe_name(void)
{
        return execvpe("script", arguments, environment);
}

static int execlp_name(void)
{
        return execlp("script", "name", "one", "two", (char *)NULL);
}

static int execvp_empty(void)
{
        return execvp("empty", arguments);
}

static int execvp_program(void)
{
        char *const echo[] = {"echo", "found", NULL};

        return execvp("echo", echo);
}

static int execlp_program(void)
{
        return execlp("echo", "echo", "found", (char *)NULL);
}

static int execvp_many(void)
{
        enum { MANY = 5000 };
        static char *many[MANY + 2];

        for (size_t i = 0; i <= MANY; i++)
                many[i] = "x";
        return execvp("count", many);
}

static int execvp_nothing(void)
{
        return execvp("nothing", arguments);
}

static int execvp_no_name(void)
{
        return execvp("", arguments);
}

static int execvp_below_file(void)
{
        return execvp("file/below", arguments);
}

static int execvp_long_name(void)
{
        char name[NAME_MAX + 2];

        memset(name, 'n', sizeof name - 1);
        name[sizeof name - 1] = '\0';
        return execvp(name, arguments);
}

static void test_exec(int folder)
{
        static const struct {
                const char *description;
                struct execution execution;
                const char *output;
        } cases[] = {
            {"execvp: path of a script", {execvp_path, "/"}, "./script one two \n"},
            {"execvp: script in PATH", {execvp_name, "/nonexistent:file:."}, "./script one two \n"},
            {"execvp: script in an empty entry of PATH",
             {execvp_name, "/nonexistent:"},
             "script one two \n"},
            {"execvpe: script with an environment",
             {execvpe_name, "."},
             "./script one two variable\n"},
            {"execlp: script in PATH", {execlp_name, "."}, "./script one two \n"},
            {"execvp: script after one that may not be run",
             {execvp_name, "directory:."},
             "./script one two \n"},
            {"execvp: empty script", {execvp_empty, "."}, ""},
            {"execvp: script with 5000 arguments", {execvp_many, "."}, "5000\n"},
            {"execvp: program in the default path", {execvp_program, NULL}, "found\n"},
            {"execlp: program", {execlp_program, "/bin:/usr/bin"}, "found\n"},
            {"execvp: script that may not be run",
             {execvp_name, "directory:/nonexistent"},
             "errno EACCES"},
            {"execvp: nothing in PATH", {execvp_nothing, "/nonexistent:."}, "errno ENOENT"},
            {"execvp: no name", {execvp_no_name, "."}, "errno ENOENT"},
            {"execvp: below a file", {execvp_below_file, "."}, "errno ENOTDIR"},
            {"execvp: long name", {execvp_long_name, "."}, "errno ENAMETOOLONG"},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
                is_str(output_of(folder, cases[i].execution), cases[i].output, "%s",
                       cases[i].description);
}

static void test_gethostname(void)
{
        struct utsname system;
        size_t length;
        char name[sizeof system.nodename + 1];

        require(!uname(&system));
        length = strlen(system.nodename);
        require(length > 0);
        memset(name, '#', sizeof name);
        is_int(gethostname(name, sizeof name), 0, "gethostname: room to spare");
        is_str(name, system.nodename, "gethostname: the name");
        memset(name, '#', sizeof name);
        is_int(gethostname(name, length + 1), 0, "gethostname: just enough room");
        is_str(name, system.nodename, "gethostname: the name in just enough room");
        memset(name, '#', sizeof name);
        errno = 0;
        ok(gethostname(name, length) == -1 && errno == ENAMETOOLONG,
           "gethostname: ENAMETOOLONG when its end does not fit");
        ok(!memcmp(name, system.nodename, length) && name[length] == '#',
           "gethostname: stores what fits");
}

int main(void)
{
        static const char *const names[] = {
            "file",  "program",          "owner", "group",   "extra", "other", "script", "empty",
            "count", "directory/script", "link",  "dangling"};
        const char *parent = getenv("TMPDIR");
        char path[PATH_MAX];
        int folder;

        require(snprintf(path, sizeof path, "%s/unistd-XXXXXX", parent ? parent : "/tmp") <
                (int)sizeof path);
        require(mkdtemp(path));
        folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        require(folder >= 0 && !fchmod(folder, 0755));
        answers = mmap(NULL, QUESTIONS * sizeof *answers, PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        require(answers != MAP_FAILED);
        make_file(folder, "file", 0600, "");
        make_file(folder, "program", 0700, "");
        make_file(folder, "owner", 0400, "");
        make_file(folder, "group", 0040, "");
        make_file(folder, "extra", 0040, "");
        make_file(folder, "other", 0004, "");
        make_file(folder, "script", 0755, "echo \"$0 $1 $2 $V\"\n");
        make_file(folder, "empty", 0755, "");
        make_file(folder, "count", 0755, "echo $#\n");
        require(!mkdirat(folder, "directory", 0700));
        make_file(folder, "directory/script", 0600, "echo \"$0\"\n");
        require(!symlinkat("file", folder, "link") && !symlinkat("nowhere", folder, "dangling"));
        if (can_change_user())
                require(!fchownat(folder, "owner", 6001, 0, 0) &&
                        !fchownat(folder, "group", 0, 5001, 0) &&
                        !fchownat(folder, "extra", 0, 5002, 0));
        unsetenv("V");

        test_access(folder, 0, "");
        test_effective(folder);
        test_access(folder, ENOSYS, ", without faccessat2");
#ifndef __GLIBC__
        /* glibc errs about an effective root there, and does not know such filters. */
        test_filtered(folder, ENOSYS, "faccessat: with ENOSYS for faccessat2, any user");
        test_filtered(folder, EPERM, "faccessat: with EPERM for faccessat2, any user");
#endif
        test_exec(folder);
        test_gethostname();

        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
                unlinkat(folder, names[i], 0);
        unlinkat(folder, "directory", AT_REMOVEDIR);
        close(folder);
        rmdir(path);
        return done_testing();
}

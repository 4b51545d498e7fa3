/* What a program with argp prints and how it ends, each in a process of its own; and memory. */
#include <argp.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "oom.h"
#include "tap.h"

static const struct argp_option options[] = {
    {"output", 'o', "FILE", 0, "Write to FILE", 0},
    {"level", 'l', "N", OPTION_ARG_OPTIONAL, "How much", 0},
    {NULL, 0, NULL, 0, NULL, 0},
};

static error_t parse(int key, char *arg, struct argp_state *state)
{
        switch (key) {
        case 'o':
                printf("o=%s\n", arg);
                return 0;
        case 'l':
                if (arg && !strcmp(arg, "bad"))
                        argp_error(state, "%s is no level", arg);
                if (arg && !strcmp(arg, "fails"))
                        argp_failure(state, 9, ENOENT, "level %s", arg);
                if (arg && !strcmp(arg, "warns"))
                        argp_failure(state, 0, 0, "level %s", arg);
                if (arg && !strcmp(arg, "usage"))
                        argp_usage(state);
                printf("l=%s\n", arg ? arg : "none");
                return 0;
        case ARGP_KEY_ARG:
                if (state->arg_num >= 2)
                        return ARGP_ERR_UNKNOWN;
                printf("%u=%s\n", state->arg_num, arg);
                return 0;
        case ARGP_KEY_NO_ARGS:
                puts("no arguments");
                return 0;
        default:
                return ARGP_ERR_UNKNOWN;
        }
}

static const struct argp argp = {options, parse, "[A [B]]", "Tests argp.\vSee also.",
                                 NULL,    NULL,  NULL};

static void version(FILE *stream, struct argp_state *state)
{
        fprintf(stream, "%s, version 7\n", state->name);
}

struct run {
        const char *line;
        unsigned flags;
        const char *output; /* stdout, then stderr */
        int status;
};

static const struct run runs[] = {
    {"x -o f y", 0, "o=f\n0=x\n1=y\n", 0},
    {"", 0, "no arguments\n", 0},
    {"-l -l3 --level=4 --output x", 0, "l=none\nl=3\nl=4\no=x\nno arguments\n", 0},
    {"-- -o", 0, "0=-o\n", 0},
    {"x -o f", ARGP_NO_ARGS,
     "prog: Too many arguments\n"
     "Try `prog --help' or `prog --usage' for more information.\n",
     64},
    {"x -o f", ARGP_IN_ORDER, "0=x\no=f\n", 0},
    {"x y z", 0,
     "0=x\n1=y\nprog: Too many arguments\n"
     "Try `prog --help' or `prog --usage' for more information.\n",
     64},
    {"x y z", ARGP_NO_EXIT,
     "0=x\n1=y\n= 22\nprog: Too many arguments\n"
     "Try `prog --help' or `prog --usage' for more information.\n",
     0},
    {"x y z", ARGP_SILENT, "0=x\n1=y\n= 22\n", 0},
    {"--none", 0,
     "/bin/prog: unrecognized option '--none'\n"
     "Try `prog --help' or `prog --usage' for more information.\n",
     64},
    {"-output x", ARGP_LONG_ONLY, "o=x\nno arguments\n", 0},
    {"-lbad", 0,
     "prog: bad is no level\n"
     "Try `prog --help' or `prog --usage' for more information.\n",
     64},
    {"-lfails", 0, "prog: level fails: No such file or directory\n", 9},
    {"-lwarns", 0, "l=warns\nno arguments\nprog: level warns\n", 0},
    {"-lusage", 0,
     "Usage: prog [OPTION...] [A [B]]\n"
     "Try `prog --help' or `prog --usage' for more information.\n",
     64},
    {"--help", 0,
     "Usage: prog [OPTION...] [A [B]]\nTests argp.\n\n"
     "  -l, --level[=N]            How much\n"
     "  -o, --output=FILE          Write to FILE\n"
     "  -?, --help                 Give this help list\n"
     "      --usage                Give a short usage message\n"
     "  -V, --version              Print program version\n\n"
     "Mandatory or optional arguments to long options are also mandatory or optional\n"
     "for any corresponding short options.\n\nSee also.\n\n"
     "Report bugs to <bugs@example.org>.\n",
     0},
    {"-?", ARGP_NO_HELP,
     "/bin/prog: invalid option -- '?'\n"
     "Try `prog --help' or `prog --usage' for more information.\n",
     64},
    {"--usage", 0,
     "Usage: prog [-?V] [-l[N]] [-o FILE] [--level[=N]] [--output=FILE] [--help]\n"
     "            [--usage] [--version] [A [B]]\n",
     0},
    {"--version", 0, "prog, version 7\n", 0},
    {"-V x", ARGP_NO_EXIT, "prog, version 7\n0=x\n= 0\n", 0},
    {"--program-name=other --version", 0, "other, version 7\n", 0},
    {"--HANG=0 x", 0, "0=x\n", 0},
};

/* In a child: parses a line with both streams into a file. */
static void child(const struct run *run, int output, int errors)
{
        static char name[] = "/bin/prog";
        char copy[128];
        char *argv[16] = {name};
        int argc = 1;
        error_t error;

        strcpy(copy, run->line);
        for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
                argv[argc++] = word;
        argp_program_version_hook = version;
        argp_program_bug_address = "<bugs@example.org>";
        require(dup2(output, 1) >= 0 && dup2(errors, 2) >= 0);
        error = argp_parse(&argp, argc, argv, run->flags, NULL, NULL);
        if (run->flags & ARGP_NO_EXIT)
                printf("= %d\n", error);
        exit(0);
}

static size_t take(int fd, char *text, size_t room)
{
        ssize_t got = pread(fd, text, room - 1, 0);

        require(got >= 0);
        text[got] = '\0';
        close(fd);
        return (size_t)got;
}

static int temporary(void)
{
        FILE *file = tmpfile();
        int fd;

        require(file != NULL);
        fd = fcntl(fileno(file), F_DUPFD_CLOEXEC, 3);
        require(fd >= 0 && fclose(file) == 0);
        return fd;
}

static void test_runs(void)
{
        for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
                int output = temporary(), errors = temporary(), status;
                char text[4096];
                size_t length;
                pid_t pid;

                fflush(stdout);
                pid = fork();
                require(pid >= 0);
                if (pid == 0)
                        child(&runs[i], output, errors);
                require(waitpid(pid, &status, 0) == pid);
                length = take(output, text, sizeof text);
                take(errors, text + length, sizeof text - length);
                is_str(text, runs[i].output, "argp_parse: prints, flags %x, \"%s\"", runs[i].flags,
                       runs[i].line);
                is_int(WIFEXITED(status) ? WEXITSTATUS(status) : -1, runs[i].status,
                       "argp_parse: ends, flags %x, \"%s\"", runs[i].flags, runs[i].line);
        }
}

static error_t count(int key, char *arg, struct argp_state *state)
{
        int *seen = state->input;

        (void)arg;
        if (key == 'o')
                ++*seen;
        return key == 'o' || key == ARGP_KEY_ARG ? 0 : ARGP_ERR_UNKNOWN;
}

static void test_silence(void)
{
        static const struct argp counting = {options, count, NULL, NULL, NULL, NULL, NULL};
        char name[] = "prog", option[] = "-ofile", rest[] = "rest", again[] = "-ox";
        char *argv[] = {name, option, rest, again, NULL};
        int seen = 0, end = -1;

        is_int(argp_parse(&counting, 4, argv, ARGP_SILENT, &end, &seen), 0, "argp_parse: silent");
        is_int(seen, 2, "argp_parse: both options");
        is_int(end, 4, "argp_parse: to the end");
        seen = 0;
        argv[1] = option;
        argv[2] = rest;
        argv[3] = again;
        is_int(argp_parse(&counting, 3, argv + 1, ARGP_SILENT | ARGP_PARSE_ARGV0, &end, &seen), 0,
               "argp_parse: ARGP_PARSE_ARGV0");
        is_int(seen, 2, "argp_parse: ARGP_PARSE_ARGV0 sees the first");
}

/* More options than argp_parse has room for without an allocation. */
static void test_many(void)
{
        enum { MANY = 300 };
        static struct argp_option many[MANY + 2];
        static char names[MANY][16];
        static const struct argp counting = {many, count, NULL, NULL, NULL, NULL, NULL};
        char name[] = "prog", option[] = "--name-299", rest[] = "rest", again[] = "--name-1";
        char *argv[] = {name, option, rest, again, NULL};
        int seen = 0, end = -1, failed = 0;

        for (int i = 0; i < MANY; i++) {
                snprintf(names[i], sizeof names[i], "name-%d", i);
                many[i] = (struct argp_option){
                    names[i], i == 299 || i == 1 ? 'o' : 1000 + i, NULL, 0, NULL, 0};
        }
        /* The first of a name counts. */
        many[MANY] = (struct argp_option){"name-1", 5000, NULL, 0, NULL, 0};
        is_int(argp_parse(&counting, 4, argv, ARGP_NO_EXIT, &end, &seen), 0,
               "argp_parse: many options");
        is_int(seen, 2, "argp_parse: the first and the last of many options");
        for (long n = 0; oom_try(n); n++) {
                error_t error;

                seen = 0;
                argv[1] = option;
                argv[2] = rest;
                argv[3] = again;
                error = argp_parse(&counting, 4, argv, ARGP_NO_EXIT, &end, &seen);
                if (oom_end()) {
                        failed++;
                        ok(error == ENOMEM && seen == 0, "argp_parse: ENOMEM, nothing parsed");
                } else {
                        ok(error == 0 && seen == 2, "argp_parse: all parsed with memory");
                }
        }
#ifdef LWB_OOM
        ok(failed > 0, "argp_parse: memory failed");
#else
        (void)failed;
#endif
}

static error_t count_input(int key, char *arg, struct argp_state *state)
{
        (void)arg;
        if (key == ARGP_KEY_INIT && state->input)
                ++*(int *)state->input;
        return 0;
}

/* Sets as many inputs as root_argp has children, as GNU tar does: more than its own. */
static error_t set_inputs(int key, char *arg, struct argp_state *state)
{
        (void)arg;
        if (key != ARGP_KEY_INIT)
                return ARGP_ERR_UNKNOWN;
        for (int i = 0; state->root_argp->children[i].argp; i++)
                state->child_inputs[i] = state->input;
        return 0;
}

static void test_child_inputs(void)
{
        static const struct argp child = {NULL, count_input, NULL, NULL, NULL, NULL, NULL};
        static const struct argp_child children[] = {{&child, 0, NULL, 0}, {NULL, 0, NULL, 0}};
        static const struct argp root = {options, set_inputs, NULL, NULL, children, NULL, NULL};
        static char name[] = "prog";
        char *args[] = {name, NULL};
        int counted = 0;

        argp_program_version = "1";
        is_int(argp_parse(&root, 1, args, 0, NULL, &counted), 0,
               "argp_parse: there is room for an input for each child of root_argp");
        is_int(counted, 1, "argp_parse: the child has its input");
        argp_program_version = NULL;
}

int main(void)
{
        unsetenv("POSIXLY_CORRECT");
        unsetenv("ARGP_HELP_FMT");
        is_int(argp_err_exit_status, 64, "argp_err_exit_status: EX_USAGE");
        ok(!argp_program_version, "argp_program_version: none");
        test_runs();
        test_silence();
        test_many();
        test_child_inputs();
        return done_testing();
}

/*
 * What glibc's manual calls MT-Safe, called by several threads at once, for ThreadSanitizer: each
 * answer must be right, and no two may race. `threads race` races by itself, to show that it would
 * be seen. Not here: what is one for the process (getopt, setlocale, argp's exit, on_exit's status,
 * nftw's FTW_CHDIR, fts without FTS_NOCHDIR), and ucontext, whose stacks ThreadSanitizer can't
 * follow.
 */
#include <argp.h>
#include <argz.h>
#include <dirent.h>
#include <errno.h>
#include <error.h>
#include <envz.h>
#include <execinfo.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <fts.h>
#include <ftw.h>
#include <glob.h>
#include <iconv.h>
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <obstack.h>
#include <printf.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <utmp.h>
#include <wchar.h>

#include "tap.h"

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

enum { THREADS = 4, ROUNDS = 20 };

/* The files that stay, in a tree in which others come and go. */
static const char *const staying[] = {"a.c", "a.h", "b.c", "d/e.c"};
enum { STAYING = sizeof staying / sizeof *staying };
static char tree[] = "threads-XXXXXX";
static FILE *shared;
static locale_t c_locale;

static char *below(char *room, size_t size, const char *name)
{
        snprintf(room, size, "%s/%s", tree, name);
        return room;
}

/* Makes and removes a file and a directory that others may be about to enter. */
static bool change_tree(unsigned thread)
{
        char name[64], file[64], inside[64];

        snprintf(name, sizeof name, "%s/x%u", tree, thread);
        snprintf(inside, sizeof inside, "%s/x%u/y", tree, thread);
        snprintf(file, sizeof file, "%s/f%u.c", tree, thread);
        if (mkdir(name, 0755) || mkdir(inside, 0755))
                return false;
        close(creat(file, 0644));
        return !unlink(file) && !rmdir(inside) && !rmdir(name);
}

static _Thread_local int visited;

static bool stays(const char *path)
{
        for (size_t i = 0; i < STAYING; i++) {
                size_t length = strlen(tree);

                if (!strncmp(path, tree, length) && !strcmp(path + length + 1, staying[i]))
                        return true;
        }
        return false;
}

static int on_entry(const char *path, const struct stat *st, int type, struct FTW *where)
{
        (void)where;
        if (type == FTW_F && S_ISREG(st->st_mode) && stays(path))
                visited++;
        return FTW_CONTINUE;
}

static int on_file(const char *path, const struct stat *st, int type)
{
        return on_entry(path, st, type, NULL);
}

static bool walk_nftw(unsigned thread)
{
        visited = 0;
        return !nftw(tree, on_entry, 8, FTW_ACTIONRETVAL | (thread & 1 ? FTW_PHYS : FTW_DEPTH)) &&
               visited == STAYING;
}

static bool walk_ftw(unsigned thread)
{
        (void)thread;
        visited = 0;
        return !ftw(tree, on_file, 8) && visited == STAYING;
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
        return strcmp((*a)->fts_name, (*b)->fts_name);
}

static bool walk_fts(unsigned thread)
{
        char *const roots[] = {tree, NULL};
        FTS *stream =
            fts_open(roots, FTS_NOCHDIR | (thread & 1 ? FTS_PHYSICAL : FTS_LOGICAL), by_name);
        int found = 0;

        if (!stream)
                return false;
        for (FTSENT *entry; (entry = fts_read(stream));)
                found += entry->fts_info == FTS_F && stays(entry->fts_path);
        return !fts_close(stream) && found == STAYING;
}

static bool find_glob(unsigned thread)
{
        char pattern[64];
        glob_t found = {0};
        size_t staying_found = 0;

        (void)thread;
        if (glob(below(pattern, sizeof pattern, "{[ab].?,*/e.c}"),
                 GLOB_BRACE | GLOB_TILDE | GLOB_MARK, NULL, &found))
                return false;
        for (size_t i = 0; i < found.gl_pathc; i++)
                staying_found += stays(found.gl_pathv[i]);
        globfree(&found);
        return staying_found == STAYING;
}

static bool match_fnmatch(unsigned thread)
{
        (void)thread;
        return !fnmatch("*.@(gz|!(x|y)z)", "a.tar.xz", FNM_EXTMATCH) &&
               fnmatch("+([a-z]|-).C", "a-b.c", FNM_EXTMATCH) == FNM_NOMATCH &&
               !fnmatch("[[:alpha:]]*.C", "File.c", FNM_CASEFOLD);
}

static const struct argp_option options[] = {
    {"all", 'a', 0, 0, "all of them", 0},
    {"size", 's', "SIZE", OPTION_ARG_OPTIONAL, "how much", 1},
    {0}};

static error_t on_option(int key, char *argument, struct argp_state *state)
{
        int *given = state->input;

        if (key != 'a' && key != 's')
                return ARGP_ERR_UNKNOWN;
        *given += key == 'a' ? 1 : atoi(argument);
        return 0;
}

static const struct argp parser = {options, on_option, "FILE", "What it is for.\vAnd more.",
                                   NULL,    NULL,      NULL};

static bool help_argp(unsigned thread)
{
        static char name[] = "program";
        char *text = NULL;
        size_t length = 0;
        FILE *stream = open_memstream(&text, &length);
        bool right;

        (void)thread;
        if (!stream)
                return false;
        argp_help(&parser, stream, ARGP_HELP_STD_HELP & ~ARGP_HELP_EXIT_OK, name);
        fclose(stream);
        right = strstr(text, "Usage: program [OPTION...] FILE") == text &&
                strstr(text, "  -a, --all") && strstr(text, "And more.");
        free(text);
        return right;
}

static bool parse_argp(unsigned thread)
{
        char words[][16] = {"program", "file", "-a", "--size=40", "--al"};
        char *arguments[] = {words[0], words[1], words[2], words[3], words[4], NULL};
        int given = 0, rest = 0;

        (void)thread;
        return !argp_parse(&parser, 5, arguments, ARGP_NO_EXIT | ARGP_NO_ERRS, &rest, &given) &&
               given == 42 && rest == 4;
}

static bool read_time(unsigned thread)
{
        struct tm tm = {.tm_mday = 1}, again = {.tm_mday = 1};
        char text[64];

        (void)thread;
        return strptime("Sun, 22 Nov 2026 09:30:00 +0100", "%a, %d %b %Y %T %z", &tm) &&
               tm.tm_yday == 325 && tm.tm_gmtoff == 3600 &&
               strftime(text, sizeof text, "%A %-d %^b %_5Y", &tm) &&
               !strcmp(text, "Sunday 22 NOV  2026") &&
               strftime_l(text, sizeof text, "%p", &tm, c_locale) &&
               strptime_l("22 November", "%e %B", &again, c_locale) && again.tm_mon == 10;
}

static bool convert_iconv(unsigned thread)
{
        iconv_t cd = iconv_open(thread & 1 ? "ASCII//TRANSLIT" : "ASCII//IGNORE", "UTF-8");
        char from[] = "na\xc3\xafve \xe2\x80\x9cquotes\xe2\x80\x9d", to[64] = "";
        char *in = from, *out = to;
        size_t left = strlen(from), room = sizeof to - 1;

        if (cd == (iconv_t)-1)
                return false;
        iconv(cd, &in, &left, &out, &room);
        return !iconv_close(cd) && strstr(to, "quotes");
}

static bool trace(unsigned thread)
{
        void *addresses[16];
        int count = backtrace(addresses, 16), null = open("/dev/null", O_WRONLY | O_CLOEXEC);
        char **texts = backtrace_symbols(addresses, count);
        bool right = count >= 1 && texts && strstr(texts[0], "0x");

        (void)thread;
        backtrace_symbols_fd(addresses, count, null);
        close(null);
        free(texts);
        return right;
}

/* Lines of 40 bytes to a stream that all threads share. */
static bool write_shared(unsigned thread)
{
        char line[41];

        memset(line, 'a' + (int)thread, 39);
        strcpy(line + 39, "\n");
        return fputs(line, shared) >= 0 && fprintf(shared, "%.20s%s", line, line + 20) == 40 &&
               fwrite(line, 1, 40, shared) == 40;
}

static bool read_lines(unsigned thread)
{
        char name[64], *line = NULL;
        size_t size = 0;
        FILE *stream = fopen(below(name, sizeof name, "a.c"), "re");
        bool right;

        (void)thread;
        if (!stream)
                return false;
        right = getline(&line, &size, stream) == 8 && !strcmp(line, "a line.\n") &&
                fgetc(stream) == EOF;
        errno = 0;
        right = right && fputs("x", stream) == EOF && errno == EBADF;
        free(line);
        fclose(stream);
        return right;
}

static bool tell_errors(unsigned thread)
{
        char room[64], wanted[64], text[64];

        snprintf(wanted, sizeof wanted, "Unknown error %u", 5000 + thread);
        errno = ENOENT;
        snprintf(text, sizeof text, "%m");
        return !strcmp(strerror_r(5000 + (int)thread, room, sizeof room), wanted) &&
               !strcmp(strerror(5000 + (int)thread), wanted) &&
               !strcmp(text, "No such file or directory") &&
               !strcmp(strerrorname_np(ENOENT), "ENOENT") && !strcmp(sigabbrev_np(SIGTERM), "TERM");
}

static bool write_errors(unsigned thread)
{
        error(0, ENOENT, "thread %u", thread);
        error_at_line(0, 0, "file", thread, "a place");
        return true;
}

static bool parse_formats(unsigned thread)
{
        int types[4];

        (void)thread;
        return parse_printf_format("%s %*.*f", 4, types) == 4 && types[0] == PA_STRING &&
               types[3] == PA_DOUBLE;
}

static int print_nothing(FILE *stream, const struct printf_info *info, const void *const *values)
{
        (void)stream, (void)info, (void)values;
        return 0;
}

static int take_nothing(const struct printf_info *info, size_t room, int *types, int *sizes)
{
        (void)info, (void)room, (void)types, (void)sizes;
        return 0;
}

static bool refuse_registration(unsigned thread)
{
        errno = 0;
        return register_printf_specifier('Y' + (int)(thread & 1), print_nothing, take_nothing) ==
                   -1 &&
               errno == ENOSYS;
}

static bool grow_obstack(unsigned thread)
{
        struct obstack stack;
        char *text;
        bool right;

        obstack_init(&stack);
        for (int i = 0; i < 100; i++)
                obstack_printf(&stack, "%u,%d;", thread, i);
        obstack_1grow(&stack, '\0');
        text = obstack_finish(&stack);
        right = strlen(text) == 490;
        obstack_free(&stack, NULL);
        return right;
}

static int by_number(const void *a, const void *b, void *sign)
{
        return *(int *)sign * (*(const int *)a - *(const int *)b);
}

static bool sort_numbers(unsigned thread)
{
        int numbers[500], sign = thread & 1 ? 1 : -1;
        bool right = true;

        for (int i = 0; i < 500; i++)
                numbers[i] = i * 7919 % 500;
        qsort_r(numbers, 500, sizeof *numbers, by_number, &sign);
        for (int i = 1; i < 500; i++)
                right = right && sign * (numbers[i] - numbers[i - 1]) > 0;
        return right;
}

static bool draw_numbers(unsigned thread)
{
        struct random_data data = {0};
        struct drand48_data other = {0};
        char state[64];
        int32_t number = -1;
        long wide = -1;
        unsigned char bytes[32];

        arc4random_buf(bytes, sizeof bytes);
        initstate_r(thread, state, sizeof state, &data);
        srand48_r((long)thread, &other);
        return !random_r(&data, &number) && number >= 0 && !lrand48_r(&other, &wide) && wide >= 0 &&
               arc4random_uniform(10) < 10;
}

static bool scan_numbers(unsigned thread)
{
        (void)thread;
        return strtol("0x1fz", NULL, 0) == 31 && strtoull_l("77", NULL, 8, c_locale) == 63 &&
               strtod("1.5e3", NULL) == 1500 && wcstol_l(L"-9", NULL, 10, c_locale) == -9;
}

static bool keep_vectors(unsigned thread)
{
        char *argz = NULL, *envz = NULL;
        size_t argz_length = 0, envz_length = 0;
        bool right;

        (void)thread;
        argz_create_sep("a:b:c", ':', &argz, &argz_length);
        argz_replace(&argz, &argz_length, "b", "longer", NULL);
        envz_add(&envz, &envz_length, "NAME", "value");
        right = argz_count(argz, argz_length) == 3 &&
                !strcmp(envz_get(envz, envz_length, "NAME"), "value");
        free(argz);
        free(envz);
        return right;
}

static bool list_directory(unsigned thread)
{
        struct dirent **list = NULL;
        int count = scandirat(AT_FDCWD, tree, &list, NULL, alphasort), stayed = 0;

        (void)thread;
        for (int i = 0; i < count; i++) {
                stayed += !strcmp(list[i]->d_name, "a.c") || !strcmp(list[i]->d_name, "b.c");
                free(list[i]);
        }
        free(list);
        return stayed == 2;
}

static bool ask_locale(unsigned thread)
{
        char *name = canonicalize_file_name(tree);
        bool right = name && *name == '/';

        (void)thread;
        free(name);
        return right && !strcmp(nl_langinfo_l(MON_1, c_locale), "January") && rpmatch("yes") == 1 &&
               rpmatch("no") == 0 && !eaccess(tree, R_OK);
}

static bool ask_heap(unsigned thread)
{
        (void)thread;
        (void)mallinfo2();
        malloc_trim(0);
        return true;
}

static bool read_logins(unsigned thread)
{
        struct utmp entry = {.ut_type = USER_PROCESS, .ut_pid = (pid_t)thread + 1}, found,
                    *result = NULL;

        snprintf(entry.ut_id, sizeof entry.ut_id, "t%u", thread);
        snprintf(entry.ut_line, sizeof entry.ut_line, "tty%u", thread);
        setutent();
        if (!pututline(&entry))
                return false;
        setutent();
        /* Others move the position, too: what is found is whole, if anything is. */
        return getutent_r(&found, &result) || found.ut_type == USER_PROCESS;
}

static int tally;

static bool race(unsigned thread)
{
        (void)thread;
        tally++;
        return true;
}

static const struct job {
        const char *name;
        bool (*run)(unsigned thread);
} jobs[] = {
    {"a tree that changes", change_tree},
    {"nftw", walk_nftw},
    {"ftw", walk_ftw},
    {"fts", walk_fts},
    {"glob", find_glob},
    {"fnmatch", match_fnmatch},
    {"argp_help", help_argp},
    {"argp_parse", parse_argp},
    {"strptime and strftime", read_time},
    {"iconv", convert_iconv},
    {"backtrace", trace},
    {"a stream that is shared", write_shared},
    {"streams of their own", read_lines},
    {"strerror and %m", tell_errors},
    {"error", write_errors},
    {"parse_printf_format", parse_formats},
    {"register_printf_specifier", refuse_registration},
    {"obstack", grow_obstack},
    {"qsort_r", sort_numbers},
    {"random_r, drand48_r and arc4random", draw_numbers},
    {"strtol and its relatives", scan_numbers},
    {"argz and envz", keep_vectors},
    {"scandirat", list_directory},
    {"nl_langinfo_l, rpmatch and eaccess", ask_locale},
    {"mallinfo2", ask_heap},
    {"utmp", read_logins},
};
enum { JOBS = sizeof jobs / sizeof *jobs };

static atomic_int wrong[JOBS];
static pthread_barrier_t barrier;

/* All threads do one job together, so many times: what each does in a round, the others do at once.
 */
static void *work(void *number)
{
        unsigned thread = (unsigned)(size_t)number;

        for (size_t job = 0; job < JOBS; job++) {
                for (int round = 0; round < ROUNDS; round++) {
                        pthread_barrier_wait(&barrier);
                        if (!jobs[job].run(thread))
                                wrong[job]++;
                        /* What walks the tree has it change meanwhile. */
                        if (job > 0 && job <= 4 && thread == 0 && !change_tree(thread))
                                wrong[0]++;
                }
        }
        return NULL;
}

static void *work_racing(void *number)
{
        for (int round = 0; round < ROUNDS; round++)
                race((unsigned)(size_t)number);
        return NULL;
}

static void run_threads(void *(*function)(void *))
{
        pthread_t threads[THREADS];

        require(!pthread_barrier_init(&barrier, NULL, THREADS));
        for (size_t i = 0; i < THREADS; i++)
                require(!pthread_create(&threads[i], NULL, function, (void *)i));
        for (size_t i = 0; i < THREADS; i++)
                require(!pthread_join(threads[i], NULL));
}

static void make_tree(void)
{
        char name[64];

        require(mkdtemp(tree) && !mkdir(below(name, sizeof name, "d"), 0755));
        for (size_t i = 0; i < STAYING; i++) {
                FILE *file = fopen(below(name, sizeof name, staying[i]), "we");

                require(file && fputs("a line.\n", file) >= 0 && !fclose(file));
        }
        require((shared = fopen(below(name, sizeof name, "shared"), "w+e")));
        require(!utmpname(below(name, sizeof name, "utmp")));
        close(creat(name, 0644));
        /* What error writes. */
        require(freopen("errors", "w+e", stderr));
}

/* How many lines of 40 bytes of one letter each the shared file has; -1 where two mix. */
static int whole_lines(void)
{
        char line[64];
        int count = 0;

        rewind(shared);
        for (; fgets(line, sizeof line, shared); count++) {
                if (strlen(line) != 40 || strspn(line, (char[]){line[0], '\0'}) != 39)
                        return -1;
        }
        return count;
}

static int remove_entry(const char *path, const struct stat *st, int type, struct FTW *where)
{
        (void)st, (void)type, (void)where;
        return remove(path);
}

int main(int count, char **words)
{
        bool racing = count > 1 && !strcmp(words[1], "race");

        require((c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0)));
        if (racing) {
                run_threads(work_racing);
                return 0;
        }
        make_tree();
        run_threads(work);
        for (size_t job = 0; job < JOBS; job++)
                is_int(wrong[job], 0, "%s: right in %d threads", jobs[job].name, THREADS);
        is_int(whole_lines(), THREADS * ROUNDS * 3, "a stream that is shared: has whole lines");
        is_int(error_message_count, THREADS * ROUNDS * 2, "error: counts all messages");
        fclose(shared);
        freelocale(c_locale);
        require(!nftw(tree, remove_entry, 8, FTW_DEPTH | FTW_PHYS));
        return done_testing();
}

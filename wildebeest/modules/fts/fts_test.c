/* fts as glibc has it, in a directory made for the purpose. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <fts.h>
#include <unistd.h>
#include "tap.h"

static const char *const infos[] = {"0", "D",    "DC", "DEFAULT", "DNR", "DOT",    "DP", "ERR",
                                    "F", "INIT", "NS", "NSOK",    "SL",  "SLNONE", "W"};

static char here[PATH_MAX];
static char lines[16384];
static size_t used;

__attribute__((format(printf, 1, 2))) static void tell(const char *format, ...)
{
        va_list args;

        va_start(args, format);
        used += (size_t)vsnprintf(lines + used, sizeof lines - used, format, args);
        va_end(args);
        require(used < sizeof lines);
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
        return strcmp((*a)->fts_name, (*b)->fts_name);
}

/* One line on an entry; with its name in the tree where that is the working directory. */
static void describe(const FTSENT *entry, int options)
{
        char cwd[PATH_MAX];
        struct stat st;

        require(getcwd(cwd, sizeof cwd) && !strncmp(cwd, here, strlen(here)));
        tell("%s %s %s %s %d %d/%d %s", infos[entry->fts_info], entry->fts_path, entry->fts_accpath,
             entry->fts_name, (int)entry->fts_level, (int)entry->fts_pathlen,
             (int)entry->fts_namelen, cwd + strlen(here));
        if (entry->fts_errno)
                tell(" errno %d", entry->fts_errno);
        if (entry->fts_info == FTS_DC)
                tell(" as %s", entry->fts_cycle->fts_path ? entry->fts_cycle->fts_name : "");
        if (entry->fts_parent->fts_level >= 0)
                tell(" in %s", entry->fts_parent->fts_name);
        if (!(options & FTS_NOSTAT) && entry->fts_info != FTS_NS &&
            (lstat(entry->fts_accpath, &st) ||
             (st.st_ino != entry->fts_statp->st_ino &&
              (stat(entry->fts_accpath, &st) || st.st_ino != entry->fts_statp->st_ino))))
                tell(" is not there");
        tell("\n");
}

static FTS *begin(const char *first, const char *second, int options)
{
        static char names[2][64];
        char *roots[] = {names[0], second ? names[1] : NULL, NULL};

        snprintf(names[0], sizeof *names, "%s", first);
        if (second)
                snprintf(names[1], sizeof *names, "%s", second);
        return fts_open(roots, options, by_name);
}

static void walk(const char *first, const char *second, int options)
{
        FTS *stream = begin(first, second, options);
        FTSENT *entry;

        used = 0;
        *lines = '\0';
        if (!stream) {
                tell("open: %d\n", errno);
                return;
        }
        errno = 77;
        while ((entry = fts_read(stream)))
                describe(entry, options);
        if (errno)
                tell("end: %d\n", errno);
        if (fts_close(stream))
                tell("close: %d\n", errno);
}

static void make_file(const char *path)
{
        int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);

        require(fd >= 0);
        close(fd);
}

static void make_directory(const char *path)
{
        require(!mkdir(path, 0755));
}

static void make_tree(void)
{
        make_directory("r");
        make_directory("r/a");
        make_directory("r/a/b");
        make_file("r/a/f");
        make_directory("r/e");
        require(!symlink("..", "r/a/up") && !symlink("nowhere", "r/dang"));
        make_directory("o");
        make_file("o/x");
        require(!symlink("../o", "r/lo") && !mkfifo("r/fifo", 0600));
}

static void remove_tree(void)
{
        require(!unlink("r/a/f") && !unlink("r/a/up") && !unlink("r/dang") && !unlink("r/lo"));
        require(!unlink("r/fifo") && !unlink("o/x") && !rmdir("r/a/b") && !rmdir("r/a"));
        require(!rmdir("r/e") && !rmdir("r") && !rmdir("o"));
}

static const struct {
        const char *what, *first, *second;
        int options;
        const char *expected;
} walks[] = {
#include "recorded.h"
};

static void test_walks(void)
{
        for (size_t i = 0; i < sizeof walks / sizeof *walks; i++) {
                walk(walks[i].first, walks[i].second, walks[i].options);
                if (getenv("FTS_RECORD"))
                        fprintf(stderr, "%s\n%s", walks[i].what, lines);
                is_str(lines, walks[i].expected, "fts_read: %s", walks[i].what);
        }
}

static void list(FTS *stream, int options)
{
        used = 0;
        *lines = '\0';
        errno = 77;
        for (FTSENT *entry = fts_children(stream, options); entry; entry = entry->fts_link)
                tell("%s %s %d, ", infos[entry->fts_info], entry->fts_name, (int)entry->fts_level);
        tell("%d", errno);
}

static FTSENT *read_to(FTS *stream, const char *name, int info)
{
        FTSENT *entry;

        while ((entry = fts_read(stream)) &&
               (strcmp(entry->fts_name, name) != 0 || entry->fts_info != info))
                ;
        require(entry);
        return entry;
}

static void test_children(void)
{
        FTS *stream = begin("r", "o", FTS_PHYSICAL);
        FTSENT *entry;
        char cwd[PATH_MAX];

        require(stream);
        list(stream, 0);
        is_str(lines, "D o 0, D r 0, 0", "fts_children: of nothing are the roots");
        list(stream, 77);
        is_str(lines, "22", "fts_children: an unknown option");
        read_to(stream, "o", FTS_D);
        list(stream, FTS_NAMEONLY);
        is_str(lines, "NSOK x 1, 0", "fts_children: FTS_NAMEONLY");
        entry = fts_read(stream);
        is_int(entry->fts_info, FTS_F, "fts_children: FTS_NAMEONLY, then all");
        list(stream, 0);
        is_str(lines, "0", "fts_children: of a file");
        read_to(stream, "o", FTS_DP);
        list(stream, 0);
        is_str(lines, "0", "fts_children: of a directory that was walked");
        read_to(stream, "r", FTS_D);
        list(stream, 0);
        is_str(lines, "D a 1, SL dang 1, D e 1, DEFAULT fifo 1, SL lo 1, 0", "fts_children");
        require(getcwd(cwd, sizeof cwd));
        is_str(cwd, here, "fts_children: the working directory stays");
        for (entry = fts_children(stream, 0); entry; entry = entry->fts_link) {
                /* Of the first one only what is in it is skipped. */
                if (!strcmp(entry->fts_name, "a") || !strcmp(entry->fts_name, "e"))
                        fts_set(stream, entry, FTS_SKIP);
                if (!strcmp(entry->fts_name, "lo") || !strcmp(entry->fts_name, "dang"))
                        fts_set(stream, entry, FTS_FOLLOW);
        }
        entry = fts_read(stream);
        ok(!strcmp(entry->fts_name, "a") && entry->fts_info == FTS_D,
           "fts_set: FTS_SKIP of the first child");
        entry = fts_read(stream);
        ok(!strcmp(entry->fts_name, "a") && entry->fts_info == FTS_DP,
           "fts_set: FTS_SKIP of what is in it");
        entry = fts_read(stream);
        is_int(entry->fts_info, FTS_SLNONE, "fts_set: FTS_FOLLOW of a child that dangles");
        entry = fts_read(stream);
        is_str(entry->fts_name, "fifo", "fts_set: FTS_SKIP of a child");
        entry = read_to(stream, "lo", FTS_D);
        is_int(entry->fts_flags & FTS_SYMFOLLOW, FTS_SYMFOLLOW, "fts_set: FTS_FOLLOW of a child");
        entry = fts_read(stream);
        is_str(entry->fts_path, "r/lo/x", "fts_set: FTS_FOLLOW, what is in it");
        entry = fts_read(stream);
        is_int(entry->fts_info, FTS_DP, "fts_set: FTS_FOLLOW, and back");
        require(getcwd(cwd, sizeof cwd));
        is_str(cwd + strlen(here), "/r", "fts_set: FTS_FOLLOW, back where it was");
        is_int(fts_close(stream), 0, "fts_close: in the middle");
        require(getcwd(cwd, sizeof cwd));
        is_str(cwd, here, "fts_close: goes back");
}

static void test_set(void)
{
        FTS *stream = begin("r", NULL, FTS_PHYSICAL);
        FTSENT *entry = read_to(stream, "a", FTS_D);

        require(!fts_set(stream, entry, FTS_SKIP));
        entry = fts_read(stream);
        ok(!strcmp(entry->fts_name, "a") && entry->fts_info == FTS_DP,
           "fts_set: FTS_SKIP ends the directory");
        entry = fts_read(stream);
        is_str(entry->fts_name, "dang", "fts_set: FTS_SKIP goes on behind it");
        require(!fts_set(stream, entry, FTS_FOLLOW));
        entry = fts_read(stream);
        ok(!strcmp(entry->fts_name, "dang") && entry->fts_info == FTS_SLNONE,
           "fts_set: FTS_FOLLOW of a link that dangles");
        entry = read_to(stream, "fifo", FTS_DEFAULT);
        require(!unlink("fifo"));
        make_directory("fifo");
        make_file("fifo/new");
        require(!fts_set(stream, entry, FTS_AGAIN));
        entry = fts_read(stream);
        ok(!strcmp(entry->fts_name, "fifo") && entry->fts_info == FTS_D,
           "fts_set: FTS_AGAIN looks anew");
        entry = fts_read(stream);
        is_str(entry->fts_path, "r/fifo/new", "fts_set: FTS_AGAIN, and enters");
        errno = 77;
        is_int(fts_set(stream, entry, 99), 1, "fts_set: an unknown instruction");
        is_int(errno, EINVAL, "fts_set: an unknown instruction is EINVAL");
        entry->fts_number = 5;
        entry->fts_pointer = entry;
        require(!fts_close(stream) && !unlink("r/fifo/new") && !rmdir("r/fifo"));
        require(!mkfifo("r/fifo", 0600));
}

static void test_removed(void)
{
        FTS *stream = begin("r", NULL, FTS_PHYSICAL);
        FTSENT *entry = read_to(stream, "e", FTS_D);

        list(stream, 0);
        is_str(lines, "0", "fts_children: of an empty directory");
        require(!rmdir("e"));
        entry = fts_read(stream);
        ok(!strcmp(entry->fts_name, "e") && entry->fts_info == FTS_DNR &&
               entry->fts_errno == ENOENT,
           "fts_read: a directory that went is FTS_DNR");
        entry = fts_read(stream);
        is_str(entry->fts_name, "fifo", "fts_read: goes on behind it");
        require(!fts_close(stream) && !mkdir("r/e", 0755));
}

static void test_64(void)
{
        char name[] = "o";
        char *roots[] = {name, NULL};
        FTS64 *stream = fts64_open(roots, FTS_PHYSICAL, NULL);
        FTSENT64 *entry;

        require(stream);
        entry = fts64_read(stream);
        is_str(entry->fts_name, "o", "fts64_read: a root");
        entry = fts64_children(stream, 0);
        is_str(entry->fts_name, "x", "fts64_children: what is in it");
        is_int(fts64_set(stream, entry, FTS_SKIP), 0, "fts64_set");
        entry = fts64_read(stream);
        is_str(entry->fts_path, "o/x", "fts64_read: what is in it");
        is_int(fts64_close(stream), 0, "fts64_close");
}

/* As one who may not read everything; each bit of the child's status is a failure. */
static void test_permissions(void)
{
        int status;
        pid_t pid;

        make_directory("p");
        make_directory("p/hidden");
        make_file("p/hidden/f");
        require(!chmod("p/hidden", 0300) && !chmod(".", 0755));
        fflush(stdout);
        pid = fork();
        require(pid >= 0);
        if (!pid) {
                FTSENT *entry;
                FTS *stream;
                int bad = 0;

                if (geteuid() == 0 && (setgid(65534) || setuid(65534)))
                        _exit(128);
                stream = begin("p", NULL, FTS_PHYSICAL);
                if (!stream)
                        _exit(127);
                read_to(stream, "hidden", FTS_D);
                entry = fts_read(stream);
                bad |= entry->fts_info != FTS_DNR || entry->fts_errno != EACCES;
                entry = fts_read(stream);
                bad |= (entry->fts_info != FTS_DP || entry->fts_level != 0) << 4;
                bad |= (fts_read(stream) || errno) << 5;
                bad |= fts_close(stream) << 6;
                _exit(bad);
        }
        require(waitpid(pid, &status, 0) == pid && WIFEXITED(status));
        status = WEXITSTATUS(status);
        require(status < 127);
        ok(!(status & 1), "fts_read: what may not be read is FTS_DNR");
        ok(!(status & 16), "fts_read: the directory around");
        ok(!(status & 32), "fts_read: the end");
        ok(!(status & 64), "fts_close: goes back");
        require(!chmod("p/hidden", 0700) && !unlink("p/hidden/f"));
        require(!rmdir("p/hidden") && !rmdir("p"));
}

int main(void)
{
        const char *tmp = getenv("TMPDIR");
        char dir[PATH_MAX];

        umask(022);
        snprintf(dir, sizeof dir, "%s/lwb-fts-XXXXXX", tmp && *tmp ? tmp : "/tmp");
        require(mkdtemp(dir) && !chdir(dir) && getcwd(here, sizeof here));
        make_tree();
        test_walks();
        test_children();
        test_set();
        test_removed();
        test_64();
        test_permissions();
        remove_tree();
        require(!chdir("/") && !rmdir(dir));
        return done_testing();
}

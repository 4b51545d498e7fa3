/* ftw and nftw as glibc has them, in a directory made for the purpose. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>
#include "oom.h"
#include "tap.h"

/* So that the test compiles on musl alone. */
#ifndef FTW_ACTIONRETVAL
#define FTW_ACTIONRETVAL 16
#define FTW_CONTINUE 0
#define FTW_STOP 1
#define FTW_SKIP_SUBTREE 2
#define FTW_SKIP_SIBLINGS 3
#endif

#define EVENTS 4096

static const char type_names[][4] = {"F", "D", "DNR", "NS", "SL", "DP", "SLN"};

/* What the callbacks were told, one line each, and what they answer. */
static char *events[EVENTS];
static size_t event_count;
static const char *answer_to; /* such a line, or the beginning of one if it ends in '*' */
static int answer;
static int show_where, max_open, base_open, wrong_directory;
static ino_t start_inode;

static int open_descriptors(void)
{
        int n = 0;

        for (int fd = 0; fd < 256; fd++)
                n += fcntl(fd, F_GETFD) >= 0;
        return n;
}

static int answers(const char *line)
{
        size_t len;

        if (!answer_to)
                return 0;
        len = strlen(answer_to);
        if (answer_to[len - 1] == '*')
                return !strncmp(line, answer_to, len - 1);
        return !strcmp(line, answer_to);
}

static int record(const char *path, int type, const struct FTW *where)
{
        static char line[PATH_MAX + 64];
        int open = open_descriptors() - base_open;

        if (open > max_open)
                max_open = open;
        if (show_where)
                snprintf(line, sizeof line, "%s %s %d/%d", type_names[type - FTW_F], path,
                         where->base, where->level);
        else
                snprintf(line, sizeof line, "%s %s", type_names[type - FTW_F], path);
        if (event_count < EVENTS) {
                /* Not strdup, which the tests of failing allocation count. */
                static char store[EVENTS][128];

                snprintf(store[event_count], sizeof *store, "%.*s", (int)sizeof *store - 1, line);
                events[event_count] = store[event_count];
                event_count++;
        }
        return answers(line) ? answer : 0;
}

static int on_nftw(const char *path, const struct stat *st, int type, struct FTW *where)
{
        (void)st;
        return record(path, type, where);
}

static int on_ftw(const char *path, const struct stat *st, int type)
{
        (void)st;
        return record(path, type, NULL);
}

/* FTW_CHDIR: the directory of the entry is the working one, for FTW_DP the entry itself. */
static int on_chdir(const char *path, const struct stat *st, int type, struct FTW *where)
{
        struct stat here, there;

        if (type != FTW_DP && lstat(path + where->base, &there))
                wrong_directory++;
        else if (type != FTW_DP && (there.st_ino != st->st_ino || there.st_dev != st->st_dev))
                wrong_directory++;
        if (stat(".", &here))
                wrong_directory++;
        else if (type == FTW_DP && here.st_ino != st->st_ino)
                wrong_directory++;
        else if (where->level == 0 && type != FTW_DP && here.st_ino != start_inode)
                wrong_directory++;
        return record(path, type, where);
}

static int by_text(const void *a, const void *b)
{
        return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The recorded lines, sorted and joined by ", ". */
static const char *recorded(void)
{
        static char text[EVENTS * 64];
        size_t len = 0;

        qsort(events, event_count, sizeof *events, by_text);
        *text = '\0';
        for (size_t i = 0; i < event_count && len < sizeof text - 256; i++)
                len += (size_t)sprintf(text + len, "%s%s", i ? ", " : "", events[i]);
        return text;
}

static size_t count_of(const char *beginning)
{
        size_t n = 0;

        for (size_t i = 0; i < event_count; i++)
                n += !strncmp(events[i], beginning, strlen(beginning));
        return n;
}

static int walk(const char *root, int nopenfd, int flags)
{
        event_count = 0;
        max_open = 0;
        wrong_directory = 0;
        base_open = open_descriptors();
        return nftw(root, flags & FTW_CHDIR ? on_chdir : on_nftw, nopenfd, flags);
}

static int walk_answering(const char *root, int flags, const char *to, int with)
{
        int result;

        answer_to = to;
        answer = with;
        result = walk(root, 20, flags);
        answer_to = NULL;
        return result;
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

/* Removes what is below an open directory, of any depth that descriptors allow. */
static void remove_below(int fd)
{
        DIR *dir = fdopendir(fd);
        struct dirent *entry;

        require(dir);
        while ((entry = readdir(dir))) {
                int sub;

                if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
                        continue;
                if (!unlinkat(fd, entry->d_name, 0))
                        continue;
                fchmodat(fd, entry->d_name, 0700, 0);
                sub = openat(fd, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
                require(sub >= 0);
                remove_below(sub);
                require(!unlinkat(fd, entry->d_name, AT_REMOVEDIR));
        }
        closedir(dir);
}

static void remove_tree(const char *path)
{
        int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

        require(fd >= 0);
        remove_below(fd);
        require(!rmdir(path));
}

static void make_tree(void)
{
        make_directory("t");
        make_directory("t/a");
        make_directory("t/a/b");
        make_file("t/a/b/g");
        make_file("t/a/f");
        make_directory("t/e");
        require(!symlink("nowhere", "t/dangling"));
        require(!symlink("..", "t/a/up"));
        require(!symlink("../other", "t/out"));
        make_directory("other");
        make_file("other/x");
        require(!symlink("../other/x", "t/file"));
}

static void test_types(void)
{
        show_where = 1;
        is_int(walk("t", 20, FTW_PHYS), 0, "nftw: FTW_PHYS returns 0");
        is_str(recorded(),
               "D t 0/0, D t/a 2/1, D t/a/b 4/2, D t/e 2/1, F t/a/b/g 6/3, F t/a/f 4/2, "
               "SL t/a/up 4/2, SL t/dangling 2/1, SL t/file 2/1, SL t/out 2/1",
               "nftw: FTW_PHYS");
        is_int(walk("t", 20, FTW_PHYS | FTW_DEPTH), 0, "nftw: FTW_DEPTH returns 0");
        is_str(recorded(),
               "DP t 0/0, DP t/a 2/1, DP t/a/b 4/2, DP t/e 2/1, F t/a/b/g 6/3, F t/a/f 4/2, "
               "SL t/a/up 4/2, SL t/dangling 2/1, SL t/file 2/1, SL t/out 2/1",
               "nftw: FTW_PHYS | FTW_DEPTH");
        is_int(walk("t", 20, 0), 0, "nftw: following links returns 0");
        is_str(recorded(),
               "D t 0/0, D t/a 2/1, D t/a/b 4/2, D t/e 2/1, D t/out 2/1, F t/a/b/g 6/3, "
               "F t/a/f 4/2, F t/file 2/1, F t/out/x 6/2, SLN t/dangling 2/1",
               "nftw: follows links, but not round in circles");
        is_int(walk("t", 20, FTW_DEPTH), 0, "nftw: following links in FTW_DEPTH returns 0");
        is_str(recorded(),
               "DP t 0/0, DP t/a 2/1, DP t/a/b 4/2, DP t/e 2/1, DP t/out 2/1, F t/a/b/g 6/3, "
               "F t/a/f 4/2, F t/file 2/1, F t/out/x 6/2, SLN t/dangling 2/1",
               "nftw: follows links with FTW_DEPTH");
        show_where = 0;
        event_count = 0;
        is_int(ftw("t", on_ftw, 20), 0, "ftw: returns 0");
        is_str(recorded(),
               "D t, D t/a, D t/a/b, D t/e, D t/out, F t/a/b/g, F t/a/f, F t/file, F t/out/x, "
               "NS t/dangling",
               "ftw: follows links; a dangling one is FTW_NS");
        make_directory("twice");
        make_directory("twice/d");
        require(!symlink("d", "twice/1"));
        require(!symlink("d", "twice/2"));
        require(!walk("twice", 20, 0));
        is_int(event_count, 2, "nftw: a directory is reported once, by whatever name");
        require(!walk("twice", 20, FTW_PHYS));
        is_int(event_count, 4, "nftw: FTW_PHYS reports the links as well");
        require(!symlink("loop", "twice/loop"));
        errno = 0;
        is_int(walk("twice", 20, 0), -1, "nftw: a link to itself ends the walk");
        is_int(errno, ELOOP, "nftw: a link to itself is ELOOP");
        is_int(walk("twice", 20, FTW_PHYS), 0, "nftw: FTW_PHYS walks past a link to itself");
}

static void test_roots(void)
{
        show_where = 1;
        require(!walk("t/a/b///", 20, FTW_PHYS));
        is_str(recorded(), "D t/a/b 4/0, F t/a/b/g 6/1", "nftw: slashes after the root go");
        require(!walk("t//a/./b", 20, FTW_PHYS));
        is_str(recorded(), "D t//a/./b 7/0, F t//a/./b/g 9/1", "nftw: slashes within it stay");
        require(!walk("t/a/f", 20, FTW_CHDIR));
        is_str(recorded(), "F t/a/f 4/0", "nftw: a file as root");
        require(!walk("t/dangling", 20, 0));
        is_str(recorded(), "SLN t/dangling 2/0", "nftw: a dangling link as root");
        require(!walk("t/out/", 20, FTW_PHYS));
        is_str(recorded(), "SL t/out 2/0", "nftw: a link as root with FTW_PHYS");
        require(!walk("t/out/", 20, 0));
        is_str(recorded(), "D t/out 2/0, F t/out/x 6/1", "nftw: a link as root");
        is_int(walk_answering("/", FTW_PHYS, "D / 1/0", 5), 5, "nftw: the root of all");
        is_int(walk_answering("///", FTW_PHYS, "D / 1/0", 5), 5, "nftw: the root of all, slashes");
        show_where = 0;
        errno = 0;
        is_int(walk("t/none", 20, 0), -1, "nftw: no such root");
        is_int(errno, ENOENT, "nftw: no such root is ENOENT");
        is_int(event_count, 0, "nftw: no such root calls nothing");
        errno = 0;
        is_int(walk("", 20, FTW_CHDIR), -1, "nftw: an empty root");
        is_int(errno, ENOENT, "nftw: an empty root is ENOENT");
        errno = 0;
        is_int(walk("t", 20, 0x1000), -1, "nftw: an unknown flag");
        is_int(errno, EINVAL, "nftw: an unknown flag is EINVAL");
        errno = 0;
        is_int(walk("t", 20, FTW_ACTIONRETVAL | 32), -1, "nftw: another unknown flag");
}

static void test_answers(void)
{
        int flags = FTW_PHYS | FTW_ACTIONRETVAL;

        make_directory("s");
        make_directory("s/d");
        make_file("s/d/1");
        make_file("s/d/2");
        make_file("s/d/3");
        make_directory("s/d/4");
        make_directory("s/e");
        make_file("s/e/1");

        ok(FTW_CONTINUE == 0 && FTW_STOP == 1 && FTW_SKIP_SUBTREE == 2 && FTW_SKIP_SIBLINGS == 3,
           "FTW_ACTIONRETVAL: the four answers differ");
        is_int(walk_answering("s", flags, "D s/*", FTW_SKIP_SUBTREE), 0,
               "nftw: FTW_SKIP_SUBTREE returns 0");
        is_str(recorded(), "D s, D s/d, D s/e", "nftw: FTW_SKIP_SUBTREE");
        is_int(walk_answering("s", flags, "F s/*", FTW_SKIP_SUBTREE), 0,
               "nftw: FTW_SKIP_SUBTREE for a file returns 0");
        is_int(event_count, 8, "nftw: FTW_SKIP_SUBTREE for a file goes on");
        is_int(walk_answering("s", flags | FTW_DEPTH, "DP s/d", FTW_SKIP_SUBTREE), 0,
               "nftw: FTW_SKIP_SUBTREE for FTW_DP returns 0");
        is_int(event_count, 8, "nftw: FTW_SKIP_SUBTREE for FTW_DP goes on");
        is_int(walk_answering("s", flags, "D s", FTW_SKIP_SUBTREE), 0,
               "nftw: FTW_SKIP_SUBTREE for the root returns 0");
        is_int(event_count, 1, "nftw: FTW_SKIP_SUBTREE for the root");

        is_int(walk_answering("s", flags, "F s/*", FTW_SKIP_SIBLINGS), 0,
               "nftw: FTW_SKIP_SIBLINGS returns 0");
        is_int(count_of("F s/d/"), 1, "nftw: FTW_SKIP_SIBLINGS skips the siblings");
        is_int(count_of("F s/"), 2, "nftw: FTW_SKIP_SIBLINGS goes on in the parent");
        is_int(walk_answering("s", flags | FTW_DEPTH, "F s/d/*", FTW_SKIP_SIBLINGS), 0,
               "nftw: FTW_SKIP_SIBLINGS with FTW_DEPTH returns 0");
        is_int(count_of("DP s/d") - count_of("DP s/d/4"), 1,
               "nftw: FTW_SKIP_SIBLINGS still reports the directory");
        is_int(walk_answering("s", flags, "D s/*", FTW_SKIP_SIBLINGS), 0,
               "nftw: FTW_SKIP_SIBLINGS for a directory returns 0");
        is_int(event_count, 2, "nftw: FTW_SKIP_SIBLINGS for a directory skips what is in it");
        is_int(walk_answering("s", flags | FTW_DEPTH, "DP s/*", FTW_SKIP_SIBLINGS), 0,
               "nftw: FTW_SKIP_SIBLINGS for FTW_DP returns 0");
        is_int(count_of("DP s") - count_of("DP s/d/4"), 2,
               "nftw: FTW_SKIP_SIBLINGS for FTW_DP skips the siblings");
        is_int(walk_answering("s", flags, "D s", FTW_SKIP_SIBLINGS), 0,
               "nftw: FTW_SKIP_SIBLINGS for the root");
        is_int(event_count, 1, "nftw: FTW_SKIP_SIBLINGS for the root skips all");
        is_int(walk_answering("s/e/1", flags, "F s/e/1", FTW_SKIP_SIBLINGS), 0,
               "nftw: FTW_SKIP_SIBLINGS for a file as root");

        is_int(walk_answering("s", flags, "D s", FTW_STOP), FTW_STOP, "nftw: FTW_STOP");
        is_int(walk_answering("s", flags, "D s", 7), 7, "nftw: any other answer is returned");
        is_int(walk_answering("s", flags, "D s", -1), -1, "nftw: -1 is returned");
        is_int(walk_answering("s", FTW_PHYS, "D s", FTW_SKIP_SUBTREE), 2,
               "nftw: without FTW_ACTIONRETVAL, 2 is as any number");
        is_int(walk_answering("s", FTW_PHYS | FTW_DEPTH, "DP s", 3), 3,
               "nftw: without FTW_ACTIONRETVAL, 3 is as any number");
        answer_to = "F s/e/1";
        answer = 9;
        event_count = 0;
        is_int(ftw("s", on_ftw, 5), 9, "ftw: returns the callback's value");
        answer_to = NULL;
}

static int on_errno(const char *path, const struct stat *st, int type, struct FTW *where)
{
        (void)path, (void)st, (void)type;
        if (where->level < 2)
                return 0;
        errno = 77;
        return 6;
}

static void test_errno(void)
{
        errno = 0;
        is_int(nftw("s", on_errno, 20, FTW_CHDIR), 6, "nftw: a callback sets errno");
        is_int(errno, 77, "nftw: the callback's errno stays");
}

static void test_chdir(void)
{
        static const int numbers[] = {1, 2, 3, 20};
        struct stat before, after;

        require(!stat(".", &before));
        start_inode = before.st_ino;
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
                int n = numbers[i];

                is_int(walk("s", n, FTW_CHDIR | FTW_PHYS), 0, "nftw: FTW_CHDIR, %d", n);
                is_int(wrong_directory, 0, "nftw: FTW_CHDIR is in the directory, %d", n);
                is_int(event_count, 8, "nftw: FTW_CHDIR reports all, %d", n);
                ok(max_open <= (n > 1 ? n : 2), "nftw: FTW_CHDIR keeps the limit, %d", n);
                is_int(walk("s", n, FTW_CHDIR | FTW_PHYS | FTW_DEPTH), 0,
                       "nftw: FTW_CHDIR | FTW_DEPTH, %d", n);
                is_int(wrong_directory, 0, "nftw: FTW_DP is in the directory itself, %d", n);
                is_int(event_count, 8, "nftw: FTW_CHDIR | FTW_DEPTH reports all, %d", n);
                require(!stat(".", &after));
                ok(before.st_ino == after.st_ino, "nftw: FTW_CHDIR comes back, %d", n);
        }
        require(walk_answering("s", FTW_CHDIR, "F s/e/1", 4) == 4 && !stat(".", &after));
        ok(before.st_ino == after.st_ino, "nftw: FTW_CHDIR comes back after an end");
        require(!stat("s", &after));
        start_inode = after.st_ino;
        require(!walk("s/d", 20, FTW_CHDIR));
        is_int(wrong_directory, 0, "nftw: FTW_CHDIR is in the root's parent for the root");
}

/* A chain of directories c/0/0/..., each with a file before and after. */
static void make_chain(const char *root, const char *name, int levels)
{
        int fd;

        make_directory(root);
        fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        for (int i = 0; i < levels; i++) {
                int file = openat(fd, "a", O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
                int sub;

                require(file >= 0 && !mkdirat(fd, name, 0755));
                close(file);
                file = openat(fd, "z", O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
                sub = openat(fd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
                require(file >= 0 && sub >= 0);
                close(file);
                close(fd);
                fd = sub;
        }
        close(fd);
}

static int seen, deepest;
static size_t longest;

static int on_chain(const char *path, const struct stat *st, int type, struct FTW *where)
{
        (void)st;
        seen += type == FTW_F || type == FTW_D || type == FTW_DP;
        if (where->level > deepest)
                deepest = where->level;
        if (strlen(path) > longest)
                longest = strlen(path);
        return 0;
}

static void test_limit(void)
{
        static const int numbers[] = {-3, 0, 1, 2, 3, 8, 20};
        static const char long_name[] = "a directory of the chain with a name of fifty letters";

        make_chain("c", "0", 12);
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
                int n = numbers[i], limit = n < 1 ? 1 : n;

                is_int(walk("c", n, FTW_PHYS), 0, "nftw: nopenfd %d", n);
                is_int(event_count, 37, "nftw: nopenfd %d reports all", n);
                ok(max_open <= limit, "nftw: nopenfd %d is honoured", n);
                is_int(walk("c", n, FTW_DEPTH), 0, "nftw: nopenfd %d, FTW_DEPTH", n);
                is_int(event_count, 37, "nftw: nopenfd %d, FTW_DEPTH, reports all", n);
                ok(max_open <= limit, "nftw: nopenfd %d, FTW_DEPTH, is honoured", n);
                is_int(count_of("NS"), 0, "nftw: nopenfd %d loses nothing", n);
                is_int(open_descriptors() - base_open, 0, "nftw: nopenfd %d closes all", n);
        }
        event_count = 0;
        is_int(ftw("c", on_ftw, 1), 0, "ftw: nopenfd 1");
        is_int(event_count, 37, "ftw: nopenfd 1 reports all");

        make_chain("deep", long_name, 150);
        seen = deepest = 0;
        longest = 0;
        is_int(nftw("deep", on_chain, 200, FTW_PHYS), 0, "nftw: beyond PATH_MAX");
        is_int(seen, 451, "nftw: beyond PATH_MAX reports all");
        is_int(deepest, 150, "nftw: beyond PATH_MAX to the end");
        is_int(longest, 4 + 150 * sizeof long_name, "nftw: beyond PATH_MAX, paths");
}

/* Removes the directory that is reported, or what is beside the file that is. */
static int on_removal(const char *path, const struct stat *st, int type, struct FTW *where)
{
        (void)st, (void)where;
        if (!strcmp(path, "r/d") && type == FTW_D)
                require(!unlink("r/d/1") && !rmdir("r/d"));
        return record(path, type, where);
}

static int on_other_removal(const char *path, const struct stat *st, int type, struct FTW *where)
{
        (void)st;
        if (!strncmp(path, "r/", 2) && event_count == 1)
                require(!unlink(strcmp(path, "r/1") ? "r/1" : "r/2"));
        return record(path, type, where);
}

static void test_changes(void)
{
        make_directory("r");
        make_directory("r/d");
        make_file("r/d/1");
        event_count = 0;
        is_int(nftw("r", on_removal, 20, FTW_PHYS), 0, "nftw: a directory goes when reported");
        is_str(recorded(), "D r, D r/d", "nftw: a directory that went is empty");
        make_file("r/1");
        make_file("r/2");
        event_count = 0;
        is_int(nftw("r", on_other_removal, 20, FTW_PHYS), 0, "nftw: a file goes before its turn");
        is_int(count_of("NS r/"), 1, "nftw: a file that went is FTW_NS");
        is_int(event_count, 3, "nftw: what went is reported once");
}

/* As a user who may not read everything. */
static void test_permission(void)
{
        pid_t child;
        int status;

        make_directory("p");
        make_directory("p/closed");
        make_file("p/closed/x");
        make_directory("p/listed");
        make_file("p/listed/x");
        require(!chmod("p/closed", 0) && !chmod("p/listed", 0744));
        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (!child) {
                const char *expected = "D p, D p/listed, DNR p/closed, NS p/listed/x";
                int bad = 0;

                if (geteuid() == 0 && (setgid(65534) || setuid(65534)))
                        _exit(77);
                if (geteuid() != 65534) {
                        /* The owner must not search it either. */
                        if (chmod("p/listed", 0444))
                                _exit(77);
                }
                bad |= walk("p", 20, FTW_PHYS) != 0 || strcmp(recorded(), expected) != 0;
                bad |= (walk("p", 20, 0) != 0 || strcmp(recorded(), expected) != 0) << 1;
                event_count = 0;
                bad |= (ftw("p", on_ftw, 1) != 0 || strcmp(recorded(), expected) != 0) << 2;
                errno = 0;
                bad |= (walk("p", 20, FTW_CHDIR | FTW_PHYS) != -1 || errno != EACCES) << 3;
                errno = 0;
                bad |= (walk("p/listed/x", 20, 0) != -1 || errno != EACCES || event_count) << 4;
                _exit(bad);
        }
        require(waitpid(child, &status, 0) == child && WIFEXITED(status));
        status = WEXITSTATUS(status);
        require(status != 77);
        ok(!(status & 1), "nftw: FTW_DNR and FTW_NS with FTW_PHYS");
        ok(!(status & 2), "nftw: FTW_DNR and FTW_NS");
        ok(!(status & 4), "ftw: FTW_DNR and FTW_NS");
        ok(!(status & 8), "nftw: FTW_CHDIR into what may not be searched is EACCES");
        ok(!(status & 16), "nftw: a root that may not be reached is EACCES");
        require(!chmod("p/listed", 0755) && !chmod("p/closed", 0755));
}

static uint32_t random_state = 20240611;

static uint32_t random_below(uint32_t n)
{
        random_state ^= random_state << 13;
        random_state ^= random_state >> 17;
        random_state ^= random_state << 5;
        return random_state % n;
}

#define NODES 40

static struct node {
        char path[128];
        int parent, base, level;
        char type; /* d f l */
        int skip;  /* answers FTW_SKIP_SUBTREE */
        int reports;
        int order;
} nodes[NODES];
static int node_count, wrong, reported;

static int on_node(const char *path, const struct stat *st, int type, struct FTW *where)
{
        (void)st;
        for (int i = 0; i < node_count; i++) {
                struct node *node = &nodes[i];
                int dir = node->type == 'd';

                if (strcmp(path, node->path) != 0)
                        continue;
                wrong += node->base != where->base || node->level != where->level;
                wrong += dir != (type == FTW_D || type == FTW_DP);
                wrong += (node->type == 'l') != (type == FTW_SL);
                node->reports++;
                node->order = ++reported;
                return node->skip && type == FTW_D ? FTW_SKIP_SUBTREE : FTW_CONTINUE;
        }
        wrong++;
        return FTW_CONTINUE;
}

/* Whether a directory around the node asks for its subtree to be skipped. */
static int skipped(int i)
{
        for (i = nodes[i].parent; i >= 0; i = nodes[i].parent) {
                if (nodes[i].skip)
                        return 1;
        }
        return 0;
}

/* Random trees, of which the reports are known. */
static void test_random(void)
{
        int bad[4] = {0};

        for (unsigned int tree = 0; tree < 100; tree++) {
                if (!in_sample(tree))
                        continue;
                node_count = 1 + (int)random_below(NODES);
                nodes[0] = (struct node){.path = "random", .parent = -1, .type = 'd'};
                make_directory("random");
                for (int i = 1; i < node_count; i++) {
                        struct node *node = &nodes[i];
                        int parent;

                        do
                                parent = (int)random_below((uint32_t)i);
                        while (nodes[parent].type != 'd');
                        *node = (struct node){.parent = parent};
                        node->type = "dddffl"[random_below(6)];
                        node->level = nodes[parent].level + 1;
                        if (strlen(nodes[parent].path) > 120) {
                                node_count = i;
                                break;
                        }
                        node->base = (int)strlen(nodes[parent].path) + 1;
                        sprintf(node->path, "%.120s/%d", nodes[parent].path, i);
                        node->skip = node->type == 'd' && random_below(6) == 0;
                        if (node->type == 'd')
                                make_directory(node->path);
                        else if (node->type == 'f')
                                make_file(node->path);
                        else
                                require(!symlink(".", node->path));
                }
                for (int way = 0; way < 8; way++) {
                        int flags = FTW_PHYS | (way & 1 ? FTW_DEPTH : 0) |
                                    (way & 2 ? FTW_CHDIR : 0) | (way & 4 ? FTW_ACTIONRETVAL : 0);
                        int pruned = (flags & FTW_ACTIONRETVAL) && !(flags & FTW_DEPTH);

                        if (!(flags & FTW_ACTIONRETVAL)) {
                                for (int i = 0; i < node_count; i++)
                                        nodes[i].skip *= -1;
                        }
                        wrong = reported = 0;
                        for (int i = 0; i < node_count; i++) {
                                nodes[i].reports = 0;
                                if (nodes[i].skip < 0)
                                        nodes[i].skip = 0;
                        }
                        bad[0] += nftw("random", on_node, 1 + (int)random_below(4), flags) != 0;
                        bad[1] += wrong != 0;
                        for (int i = 0; i < node_count; i++) {
                                const struct node *node = &nodes[i];
                                const struct node *parent = i ? &nodes[node->parent] : NULL;

                                bad[2] += node->reports != !(pruned && skipped(i));
                                if (parent && node->reports)
                                        bad[3] +=
                                            (parent->order < node->order) == !!(flags & FTW_DEPTH);
                        }
                        for (int i = 1; i < node_count; i++)
                                nodes[i].skip = nodes[i].type == 'd' && random_below(6) == 0;
                }
                remove_tree("random");
        }
        is_int(bad[0], 0, "nftw: random trees return 0");
        is_int(bad[1], 0, "nftw: random trees have the right types, bases and levels");
        is_int(bad[2], 0, "nftw: random trees are reported once and whole");
        is_int(bad[3], 0, "nftw: random trees are in order");
}

static void test_memory(void)
{
        static const int flags[] = {0, FTW_PHYS | FTW_DEPTH, FTW_CHDIR | FTW_PHYS};

        for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
                for (int n = 1; n <= 20; n += 19) {
                        int bad = 0, open = open_descriptors();

                        for (long fail = 0; oom_try(fail); fail++) {
                                int result = walk("c", n, flags[i]);
                                int error = errno;

                                if (oom_end())
                                        bad += result != -1 || error != ENOMEM;
                                else
                                        bad += result != 0 || event_count != 37;
                                bad += open_descriptors() != open;
                        }
                        is_int(bad, 0, "nftw: failing allocations, flags %d, nopenfd %d", flags[i],
                               n);
                }
        }
}

int main(void)
{
        const char *tmp = getenv("TMPDIR");
        char dir[PATH_MAX];

        umask(022);
        snprintf(dir, sizeof dir, "%s/lwb-ftw-XXXXXX", tmp && *tmp ? tmp : "/tmp");
        require(mkdtemp(dir) && !chmod(dir, 0755) && !chdir(dir));
        make_tree();
        test_types();
        test_roots();
        test_answers();
        test_errno();
        test_chdir();
        test_limit();
        test_changes();
        test_permission();
        test_random();
        test_memory();
        require(!chdir("/"));
        remove_tree(dir);
        return done_testing();
}

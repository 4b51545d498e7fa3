/* Where fts does what it should and glibc fails: any depth, moved directories, few descriptors. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <fts.h>
#include <unistd.h>
#include "../deeppath/chain.h"
#include "oom.h"
#include "tap.h"

static int before, after, files, others, deepest, wrong;

static int by_name(const FTSENT **a, const FTSENT **b)
{
        return strcmp((*a)->fts_name, (*b)->fts_name);
}

static FTS *begin(const char *root, int options)
{
        static char name[64];
        char *roots[] = {name, NULL};

        snprintf(name, sizeof name, "%s", root);
        return fts_open(roots, options, by_name);
}

static void count(const FTSENT *entry, int options)
{
        struct stat st;

        before += entry->fts_info == FTS_D;
        after += entry->fts_info == FTS_DP;
        files += entry->fts_info == FTS_F;
        others += entry->fts_info != FTS_D && entry->fts_info != FTS_DP && entry->fts_info != FTS_F;
        if (entry->fts_level > deepest)
                deepest = (int)entry->fts_level;
        wrong +=
            strlen(entry->fts_path) != (size_t)entry->fts_pathlen && sizeof entry->fts_pathlen > 2;
        if (!(options & (FTS_NOCHDIR | FTS_LOGICAL)))
                wrong += lstat(entry->fts_accpath, &st) || st.st_ino != entry->fts_statp->st_ino;
}

/* Walks a whole tree; the errno at its end. */
static int walk(const char *root, int options)
{
        FTS *stream = begin(root, options);
        FTSENT *entry;
        int error;

        before = after = files = others = deepest = wrong = 0;
        require(stream);
        while ((entry = fts_read(stream)))
                count(entry, options);
        error = errno;
        wrong += fts_close(stream) != 0;
        return error;
}

static void check(int error, int levels, const char *what)
{
        is_int(error, 0, "fts_read: %s, to the end", what);
        is_int(deepest, levels, "fts_read: %s, as deep as it is", what);
        is_int(before, levels + 1, "fts_read: %s, directories before", what);
        is_int(after, levels + 1, "fts_read: %s, directories after", what);
        is_int(files, 2 * levels, "fts_read: %s, files", what);
        is_int(others, 0, "fts_read: %s, nothing else", what);
        is_int(wrong, 0, "fts_read: %s, paths", what);
}

static void test_depth(void)
{
        enum { LEVELS = 1400 };

        make_chain("deep", LEVELS);
        check(walk("deep", FTS_PHYSICAL), LEVELS, "deep");
        check(walk("deep", FTS_PHYSICAL | FTS_NOCHDIR), LEVELS, "deep, FTS_NOCHDIR");
        check(walk("deep", FTS_LOGICAL), LEVELS, "deep, FTS_LOGICAL");
        remove_chain("deep", LEVELS);
}

/* With few descriptors left; two are what a walk can't do without, three in FTS_PHYSICAL alone. */
static void test_descriptors(void)
{
        struct rlimit all, few;
        int fd = dup(0);

        require(fd >= 0 && !getrlimit(RLIMIT_NOFILE, &all));
        close(fd);
        make_chain("deep", 40);
        few = all;
        for (int left = 2; left < 5; left++) {
                char what[32];

                few.rlim_cur = (rlim_t)(fd + left);
                require(!setrlimit(RLIMIT_NOFILE, &few));
                snprintf(what, sizeof what, "%d descriptors left", left);
                check(walk("deep", FTS_PHYSICAL | FTS_NOCHDIR), 40, what);
        }
        require(!setrlimit(RLIMIT_NOFILE, &all));
        remove_chain("deep", 40);
}

/* The directory above one that was entered by a link is not its "..", also when it was closed. */
static void test_links(void)
{
        int fd;

        make_chain("deep", 30);
        require(!mkdir("l", 0755));
        fd = open("l", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        make_file(fd, "z");
        require(!symlinkat("../deep", fd, "a"));
        close(fd);
        is_int(walk("l", FTS_LOGICAL), 0, "fts_read: a deep link, to the end");
        is_int(files, 61, "fts_read: a deep link, files");
        is_int(after, 32, "fts_read: a deep link, directories");
        require(!unlink("l/a") && !unlink("l/z") && !rmdir("l"));
        remove_chain("deep", 30);
}

static void test_moved(int options, const char *what)
{
        FTS *stream;
        FTSENT *entry;
        char cwd[PATH_MAX], here[PATH_MAX], from[PATH_MAX + 8], to[PATH_MAX + 16];

        require(getcwd(here, sizeof here));
        snprintf(from, sizeof from, "%s/v/a", here);
        snprintf(to, sizeof to, "%s/elsewhere", here);
        require(!mkdir("v", 0755) && !mkdir("v/a", 0755) && !mkdir("v/a/b", 0755));
        make_file(AT_FDCWD, "v/a/b/c");
        make_file(AT_FDCWD, "v/z");
        before = after = files = others = 0;
        stream = begin("v", options);
        while ((entry = fts_read(stream))) {
                before += entry->fts_info == FTS_D;
                after += entry->fts_info == FTS_DP;
                files += entry->fts_info == FTS_F;
                if (entry->fts_info == FTS_F && !strcmp(entry->fts_name, "c"))
                        require(!rename(from, to));
        }
        is_int(errno, 0, "fts_read: a moved directory, %s, to the end", what);
        is_int(before, 3, "fts_read: a moved directory, %s, directories before", what);
        is_int(after, 3, "fts_read: a moved directory, %s, directories after", what);
        is_int(files, 2, "fts_read: a moved directory, %s, files", what);
        is_int(fts_close(stream), 0, "fts_close: a moved directory, %s", what);
        require(getcwd(cwd, sizeof cwd));
        is_str(cwd, here, "fts_close: a moved directory, %s, goes back", what);
        require(!unlink("elsewhere/b/c") && !rmdir("elsewhere/b") && !rmdir("elsewhere"));
        require(!unlink("v/z") && !rmdir("v"));
}

/* Another directory takes the place of one that was told. */
static void test_replaced(void)
{
        FTS *stream;
        FTSENT *entry;

        require(!mkdir("v", 0755) && !mkdir("v/a", 0755) && !mkdir("w", 0755));
        make_file(AT_FDCWD, "w/secret");
        stream = begin("v", FTS_PHYSICAL | FTS_NOCHDIR);
        require(fts_read(stream));
        entry = fts_read(stream);
        require(!strcmp(entry->fts_name, "a") && !rmdir("v/a") && !symlink("../w", "v/a"));
        entry = fts_read(stream);
        ok(!strcmp(entry->fts_name, "a") && entry->fts_info == FTS_DNR,
           "fts_read: a directory that was replaced is FTS_DNR");
        require(!fts_close(stream) && !unlink("v/a") && !rmdir("v"));
        require(!unlink("w/secret") && !rmdir("w"));
}

/* As one who may read a directory, but not search it. */
static void test_unsearchable(void)
{
        int status;
        pid_t pid;

        require(!mkdir("p", 0755));
        make_file(AT_FDCWD, "p/f");
        require(!chmod("p", 0444) && !chmod(".", 0755));
        fflush(stdout);
        pid = fork();
        require(pid >= 0);
        if (!pid) {
                FTSENT *entry;
                FTS *stream;
                int bad = 0;

                if (geteuid() == 0 && (setgid(65534) || setuid(65534)))
                        _exit(128);
                stream = begin("p", FTS_PHYSICAL);
                if (!stream || !fts_read(stream))
                        _exit(127);
                entry = fts_read(stream);
                bad |= !entry || entry->fts_info != FTS_NS || entry->fts_errno != EACCES;
                entry = fts_read(stream);
                bad |= (!entry || entry->fts_info != FTS_ERR || entry->fts_errno != EACCES) << 1;
                bad |= (fts_read(stream) || errno) << 2;
                _exit(bad | fts_close(stream));
        }
        require(waitpid(pid, &status, 0) == pid && WIFEXITED(status));
        status = WEXITSTATUS(status);
        require(status < 127);
        ok(!(status & 1), "fts_read: in what may not be searched all is FTS_NS");
        ok(!(status & 2), "fts_read: what may not be searched is FTS_ERR in the end");
        ok(!(status & 4), "fts_read: what may not be searched does not end the walk");
        require(!chmod("p", 0700) && !unlink("p/f") && !rmdir("p"));
}

static void test_end(void)
{
        FTS *stream = begin("none", FTS_PHYSICAL);
        char *nothing[] = {NULL};

        require(stream && fts_read(stream) && !fts_read(stream));
        ok(!fts_read(stream), "fts_read: after the end");
        ok(!fts_children(stream, 0), "fts_children: after the end");
        require(!fts_close(stream));
        stream = fts_open(nothing, FTS_PHYSICAL, NULL);
        ok(stream && !fts_read(stream), "fts_open: no roots");
        is_int(stream ? fts_close(stream) : -1, 0, "fts_close: no roots");
}

static void test_memory(void)
{
        int told = 0, failures = 0;

        make_chain("deep", 100);
        for (long n = 0; oom_try(n); n++) {
                FTS *stream = begin("deep", FTS_PHYSICAL);
                int error = errno, seen = 0;

                if (stream) {
                        fts_children(stream, 0);
                        while (fts_read(stream))
                                seen++;
                        error = errno;
                        fts_close(stream);
                }
                if (oom_end()) {
                        failures++;
                        told += error == ENOMEM || seen == 403;
                } else if (n) {
                        is_int(seen, 402, "fts_read: with memory");
                }
        }
        is_int(told, failures, "fts_read: without memory is ENOMEM");
        remove_chain("deep", 100);
}

int main(void)
{
        const char *tmp = getenv("TMPDIR");
        char dir[PATH_MAX];

        umask(022);
        snprintf(dir, sizeof dir, "%s/lwb-fts-XXXXXX", tmp && *tmp ? tmp : "/tmp");
        require(mkdtemp(dir) && !chdir(dir));
        test_depth();
        test_descriptors();
        test_links();
        test_moved(FTS_PHYSICAL, "FTS_PHYSICAL");
        test_moved(FTS_PHYSICAL | FTS_NOCHDIR, "FTS_NOCHDIR");
        test_moved(FTS_LOGICAL, "FTS_LOGICAL");
        test_replaced();
        test_unsearchable();
        test_end();
        test_memory();
        require(!chdir("/") && !rmdir(dir));
        return done_testing();
}

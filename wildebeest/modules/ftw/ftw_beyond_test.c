/* Where nftw does what POSIX wants and glibc fails: any depth with any nopenfd, links, changes. */
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <sys/resource.h>
#include <unistd.h>
#include "../deeppath/chain.h"
#include "tap.h"

static int seen, deepest, wrong_directory, unknown;

static int on_entry(const char *path, const struct stat *st, int type, struct FTW *where)
{
        struct stat there;

        (void)st, (void)path;
        seen += type == FTW_F || type == FTW_D || type == FTW_DP;
        unknown += type == FTW_NS;
        if (where->level > deepest)
                deepest = where->level;
        if (type == FTW_DP)
                wrong_directory += stat(".", &there) || there.st_ino != st->st_ino;
        else
                wrong_directory += stat(path + where->base, &there) || there.st_ino != st->st_ino;
        return 0;
}

static int walk(const char *root, int nopenfd, int flags)
{
        seen = deepest = wrong_directory = unknown = 0;
        return nftw(root, on_entry, nopenfd, flags);
}

static void test_depth(void)
{
        static const int numbers[] = {1, 2, 3, 20, 1000};
        static const int flags[] = {FTW_PHYS, FTW_PHYS | FTW_DEPTH, FTW_PHYS | FTW_CHDIR,
                                    FTW_CHDIR | FTW_DEPTH};

        make_chain("deep", 300);
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
                for (size_t j = 0; j < sizeof flags / sizeof *flags; j++) {
                        int n = numbers[i];

                        int result = walk("deep", n, flags[j]);

                        is_int(result, 0, "nftw: deep, nopenfd %d, flags %d", n, flags[j]);
                        is_int(seen, 901, "nftw: deep, all are reported, nopenfd %d, flags %d", n,
                               flags[j]);
                        is_int(deepest, 300, "nftw: deep, to the end, nopenfd %d, flags %d", n,
                               flags[j]);
                        if (flags[j] & FTW_CHDIR)
                                ok(!result && !wrong_directory,
                                   "nftw: deep, FTW_CHDIR, nopenfd %d, flags %d", n, flags[j]);
                }
        }
        remove_chain("deep", 300);
}

/* The directory above one that was entered by a link is not its "..". */
static void test_links(void)
{
        require(!mkdir("l", 0755) && !mkdir("l/a", 0755) && !mkdir("l/a/b", 0755));
        require(!mkdir("l/a/b/c", 0755) && !mkdir("m", 0755) && !mkdir("m/n", 0755));
        make_file(AT_FDCWD, "l/a/b/1");
        make_file(AT_FDCWD, "l/a/b/9");
        make_file(AT_FDCWD, "m/n/1");
        require(!symlink("../../../m/n", "l/a/b/2") && !symlink("../../../../m", "l/a/b/c/0"));
        for (int n = 1; n < 6; n++) {
                is_int(walk("l", n, FTW_CHDIR), 0, "nftw: FTW_CHDIR by links, nopenfd %d", n);
                ok(seen == 8 || seen == 9, "nftw: FTW_CHDIR by links, all, nopenfd %d", n);
                is_int(wrong_directory, 0, "nftw: FTW_CHDIR by links, the directory, nopenfd %d",
                       n);
        }
        require(!unlink("l/a/b/2") && !unlink("l/a/b/c/0") && !unlink("l/a/b/1"));
        require(!unlink("l/a/b/9") && !unlink("m/n/1") && !rmdir("m/n") && !rmdir("m"));
        require(!rmdir("l/a/b/c") && !rmdir("l/a/b") && !rmdir("l/a") && !rmdir("l"));
}

static int on_move(const char *path, const struct stat *st, int type, struct FTW *where)
{
        if (!strcmp(path, "v/a/b"))
                require(!rename("v/a", "elsewhere"));
        return on_entry(path, st, type, where);
}

static void test_moved(void)
{
        for (int n = 1; n < 4; n++) {
                require(!mkdir("v", 0755) && !mkdir("v/a", 0755) && !mkdir("v/a/b", 0755));
                require(!mkdir("v/a/b/c", 0755));
                make_file(AT_FDCWD, "v/a/b/c/d");
                seen = unknown = 0;
                is_int(nftw("v", on_move, n, FTW_PHYS), 0, "nftw: a moved directory, nopenfd %d",
                       n);
                is_int(seen + unknown, n == 1 ? 4 : 5,
                       "nftw: a moved directory is walked or FTW_NS, nopenfd %d", n);
                if (access("v/a", F_OK))
                        require(!rename("elsewhere", "v/a"));
                require(!unlink("v/a/b/c/d") && !rmdir("v/a/b/c") && !rmdir("v/a/b"));
                require(!rmdir("v/a") && !rmdir("v"));
        }
}

/* With fewer descriptors left than nopenfd says. */
static void test_descriptors(void)
{
        struct rlimit before, few;
        int fd = dup(0);

        require(fd >= 0 && !getrlimit(RLIMIT_NOFILE, &before));
        close(fd);
        make_chain("deep", 40);
        few = before;
        for (int left = 1; left < 4; left++) {
                few.rlim_cur = (rlim_t)(fd + left);
                require(!setrlimit(RLIMIT_NOFILE, &few));
                is_int(walk("deep", 100, FTW_PHYS), 0, "nftw: %d descriptors left", left);
                is_int(seen, 121, "nftw: %d descriptors left, all are reported", left);
        }
        require(!setrlimit(RLIMIT_NOFILE, &before));
        remove_chain("deep", 40);
}

int main(void)
{
        const char *tmp = getenv("TMPDIR");
        char dir[PATH_MAX];

        umask(022);
        snprintf(dir, sizeof dir, "%s/lwb-ftw-XXXXXX", tmp && *tmp ? tmp : "/tmp");
        require(mkdtemp(dir) && !chdir(dir));
        test_depth();
        test_links();
        test_moved();
        test_descriptors();
        require(!chdir("/") && !rmdir(dir));
        return done_testing();
}

/* nftw64 has what the module ftw gives nftw, through its header's symbol. */
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "tap.h"

static char directory[] = "lfs64-ftw-XXXXXX";
static int inside, files;

static int visit(const char *path, const struct stat64 *status, int what, struct FTW *where)
{
        (void)where;
        if (strstr(path, "/skipped/"))
                inside++;
        if (what == FTW_F)
                files += S_ISREG(status->st_mode);
        return what == FTW_D && strstr(path, "/skipped") ? FTW_SKIP_SUBTREE : FTW_CONTINUE;
}

static void create(const char *path)
{
        int fd = open64(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

        require(fd >= 0);
        close(fd);
}

int main(void)
{
        require(mkdtemp(directory) && chdir(directory) == 0);
        require(mkdir("tree", 0700) == 0 && mkdir("tree/skipped", 0700) == 0);
        create("tree/a");
        create("tree/skipped/b");
        create("tree/z");

        is_int(nftw64("tree", visit, 8, FTW_PHYS | FTW_ACTIONRETVAL), 0,
               "nftw64: FTW_ACTIONRETVAL");
        ok(inside == 0 && files == 2, "nftw64: FTW_SKIP_SUBTREE");

        unlink("tree/a");
        unlink("tree/skipped/b");
        unlink("tree/z");
        rmdir("tree/skipped");
        rmdir("tree");
        require(chdir("..") == 0 && rmdir(directory) == 0);
        return done_testing();
}

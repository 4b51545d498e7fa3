/* nftw64 has what the module ftw gives nftw: through its header's symbol, and through the archive's
 * function. */
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "tap.h"

#ifndef __has_feature
#define __has_feature(feature) 0
#endif
#if __has_feature(address_sanitizer)

/* UBSan's function types tell struct stat64 from struct stat. */
int main(void)
{
        skip_all("the visitor takes a structure with another tag");
}

#else

/* As a program has it that declares the function itself. */
extern int by_its_own_name(const char *,
                           int (*)(const char *, const struct stat64 *, int, struct FTW *), int,
                           int) __asm__("nftw64");

static char directory[] = "lfs64-wrap-XXXXXX";
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
        ok(inside == 0 && files == 2, "nftw64: FTW_SKIP_SUBTREE, by its header");
        inside = files = 0;
        is_int(by_its_own_name("tree", visit, 8, FTW_PHYS | FTW_ACTIONRETVAL), 0,
               "nftw64: FTW_ACTIONRETVAL, without its header");
        ok(inside == 0 && files == 2, "nftw64: FTW_SKIP_SUBTREE, without its header");

        unlink("tree/a");
        unlink("tree/skipped/b");
        unlink("tree/z");
        rmdir("tree/skipped");
        rmdir("tree");
        require(chdir("..") == 0 && rmdir(directory) == 0);
        return done_testing();
}

#endif

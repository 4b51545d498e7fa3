/* scandirat in a directory of the test's own. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "oom.h"
#include "tap.h"

enum { FILES = 100 };

static int visible(const struct dirent *entry)
{
        /* What a filter does to errno must not count. */
        errno = EBADMSG;
        return entry->d_name[0] != '.';
}

static int none(const struct dirent *entry)
{
        (void)entry;
        return 0;
}

static void release(struct dirent **list, int n)
{
        while (n > 0)
                free(list[--n]);
        free(list);
}

int main(void)
{
        char directory[] = "/tmp/lwb-scandirat-XXXXXX", name[32];
        struct dirent **list;
        int at, n, bad = 0, unused;

        require(mkdtemp(directory));
        at = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        require(at >= 0 && mkdirat(at, "d", 0700) == 0);
        for (int i = 0; i < FILES; i++) {
                snprintf(name, sizeof name, "d/f%d", i);
                require(close(openat(at, name, O_CREAT | O_WRONLY | O_CLOEXEC, 0600)) == 0);
        }

        errno = 4711;
        n = scandirat(at, "d", &list, visible, versionsort);
        is_int(n, FILES, "scandirat: what the filter takes");
        is_int(errno, 4711, "scandirat: leaves errno");
        for (int i = 0; i < n; i++) {
                snprintf(name, sizeof name, "f%d", i);
                bad += strcmp(list[i]->d_name, name) != 0;
        }
        is_int(bad, 0, "scandirat: sorted");
        release(list, n);
        n = scandirat(at, "d", &list, NULL, NULL);
        is_int(n, FILES + 2, "scandirat: without filter and order");
        release(list, n);
        n = scandirat(AT_FDCWD, directory, &list, visible, alphasort);
        ok(n == 1 && !strcmp(list[0]->d_name, "d"), "scandirat: AT_FDCWD");
        release(list, n);
        n = scandirat(at, "d", &list, none, alphasort);
        is_int(n, 0, "scandirat: no entry");
        release(list, n);

        errno = 0;
        ok(scandirat(at, "none", &list, NULL, NULL) == -1 && errno == ENOENT, "scandirat: ENOENT");
        errno = 0;
        ok(scandirat(at, "d/f1", &list, NULL, NULL) == -1 && errno == ENOTDIR,
           "scandirat: ENOTDIR");
        errno = 0;
        ok(scandirat(-1, "d", &list, NULL, NULL) == -1 && errno == EBADF, "scandirat: EBADF");

        unused = dup(at);
        for (long try = 0; oom_try(try); try++) {
                errno = 0;
                n = scandirat(at, "d", &list, visible, alphasort);
                if (oom_end()) {
                        ok(n == -1 && errno == ENOMEM, "scandirat: ENOMEM, allocation %ld", try);
                } else {
                        is_int(n, FILES, "scandirat: after %ld allocations", try);
                        release(list, n);
                }
        }
        close(unused);
        is_int(dup(at), unused, "scandirat: leaves no descriptor open");
        close(unused);

        for (int i = 0; i < FILES; i++) {
                snprintf(name, sizeof name, "d/f%d", i);
                require(unlinkat(at, name, 0) == 0);
        }
        require(unlinkat(at, "d", AT_REMOVEDIR) == 0 && rmdir(directory) == 0);
        return done_testing();
}

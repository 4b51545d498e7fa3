/*
 * glibc: <string.h> declares a basename that returns what follows the last slash, and modifies
 * nothing. musl:  only the POSIX basename of <libgen.h>, which strips trailing slashes in
 * place; 1.2.5 took it out of <string.h>. here:  the GNU function under a name of its own, to which
 * the overlay of <string.h> directs calls. see:   basename(3); GNU C Library manual, "Finding
 * Tokens in a String".
 */
#include <string.h>

char *__lwb_gnu_basename(const char *path);

/** The part of `path` after its last slash, `path` itself when it has none; points into `path`. */
char *__lwb_gnu_basename(const char *path)
{
        const char *slash = strrchr(path, '/');

        return (char *)(slash ? slash + 1 : path);
}

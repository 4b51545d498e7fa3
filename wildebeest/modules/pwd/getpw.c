/*
 * glibc: writes a user's line of passwd(5) to a buffer whose size it can not know.
 * musl:  lacks it.
 * here:  the same; new code uses getpwuid_r.
 * see:   getpw(3).
 */
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** Writes the entry of user `uid`, without newline, to `line`; 0, or -1 with errno (0: no such
 * user). */
int getpw(uid_t uid, char *line)
{
        size_t size = NSS_BUFLEN_PASSWD;
        char *buffer = NULL;
        struct passwd pw;
        struct passwd *found = NULL;
        int error;

        if (!line) {
                errno = EINVAL;
                return -1;
        }
        do {
                char *larger;

                if (__builtin_mul_overflow(size, 2, &size)) {
                        error = ENOMEM;
                        break;
                }
                larger = realloc(buffer, size);
                if (!larger) {
                        error = ENOMEM;
                        break;
                }
                buffer = larger;
                error = getpwuid_r(uid, &pw, buffer, size, &found);
        } while (error == ERANGE);
        if (found)
                sprintf(line, "%s:%s:%u:%u:%s:%s:%s", pw.pw_name, pw.pw_passwd,
                        (unsigned int)pw.pw_uid, (unsigned int)pw.pw_gid, pw.pw_gecos, pw.pw_dir,
                        pw.pw_shell);
        free(buffer);
        if (!found)
                errno = error;
        return found ? 0 : -1;
}

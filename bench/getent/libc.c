/*
 * libc passwd|group [KEY]: what a getent gives that leaves everything to libc, as those of the BSDs
 * and of Alpine, Void and Chimera do.
 */
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>

static void put_user(const struct passwd *pw)
{
        printf("%s:%s:%u:%u:%s:%s:%s\n", pw->pw_name, pw->pw_passwd, pw->pw_uid, pw->pw_gid,
               pw->pw_gecos, pw->pw_dir, pw->pw_shell);
}

static void put_group(const struct group *gr)
{
        printf("%s:%s:%u:", gr->gr_name, gr->gr_passwd, gr->gr_gid);
        for (char **member = gr->gr_mem; *member; member++)
                printf("%s%s", member == gr->gr_mem ? "" : ",", *member);
        putchar('\n');
}

int main(int argc, char **argv)
{
        int users = argc > 1 && !strcmp(argv[1], "passwd");
        const struct passwd *pw;
        const struct group *gr;

        for (int i = 2; i < argc; i++) {
                if (users && (pw = getpwnam(argv[i])))
                        put_user(pw);
                else if (!users && (gr = getgrnam(argv[i])))
                        put_group(gr);
                else
                        return 2;
        }
        while (argc == 2 && users && (pw = getpwent()))
                put_user(pw);
        while (argc == 2 && !users && (gr = getgrent()))
                put_group(gr);
        return fflush(stdout) != 0;
}

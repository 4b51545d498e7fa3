/* getfsent, getttyent and their relatives, over files in a private /etc. */
#include <fstab.h>
#include <sched.h>
#include <sys/mount.h>
#include <ttyent.h>
#include <unistd.h>
#include "tap.h"

static void write_file(const char *path, const char *text)
{
        FILE *stream = fopen(path, "we");

        require(stream && fputs(text, stream) >= 0 && !fclose(stream));
}

static void check_fstab(const char *line, const char *expected)
{
        char text[256] = "no entry";
        struct fstab *entry;

        write_file(_PATH_FSTAB, line);
        require(setfsent() == 1);
        entry = getfsent();
        if (entry)
                snprintf(text, sizeof text, "[%s][%s][%s][%s][%s] %d %d", entry->fs_spec,
                         entry->fs_file, entry->fs_vfstype, entry->fs_mntops, entry->fs_type,
                         entry->fs_freq, entry->fs_passno);
        is_str(text, expected, "getfsent: %.*s", (int)strcspn(line, "#\n"), line);
        ok(!getfsent(), "getfsent: no more");
        endfsent();
}

static void test_fstab(void)
{
        struct fstab *entry;

        ok(!setfsent() && !getfsent() && !getfsspec("x") && !getfsfile("x"), "setfsent: no file");
        check_fstab("# comment\n\n \t\n/dev/a / ext4 defaults,rw 1 2\n",
                    "[/dev/a][/][ext4][defaults,rw][rw] 1 2");
        check_fstab("/dev/b\\040c /b\\011x\\134y\\012 ext4 ro,rw 0 0\n",
                    "[/dev/b c][/b\tx\\y\n][ext4][ro,rw][rw] 0 0");
        check_fstab("  /dev/c\t/c ext3 rq\n", "[/dev/c][/c][ext3][rq][rq] 0 0");
        check_fstab("/dev/d none swap sw 0\n", "[/dev/d][none][swap][sw][sw] 0 0");
        check_fstab("/dev/e /e xfs xx,noauto 7 8 9\n", "[/dev/e][/e][xfs][xx,noauto][xx] 7 8");
        check_fstab("/dev/f /f xfs defaults\n", "[/dev/f][/f][xfs][defaults][?\?] 0 0");
        check_fstab("/dev/g /g\n", "[/dev/g][/g][][][?\?] 0 0");
        check_fstab("/dev/h\n", "[/dev/h][][][][?\?] 0 0");
        check_fstab("/dev/i /i x grow,rw=x -1 0\n", "[/dev/i][/i][x][grow,rw=x][rw] -1 0");
        check_fstab("/dev/j /j x ro=1 a b\n", "[/dev/j][/j][x][ro=1][ro] 0 0");
        check_fstab("/dev/k /k x rwx,sw 010 0x10\n", "[/dev/k][/k][x][rwx,sw][sw] 10 0");
        check_fstab("\\040z /n\\0401\\400\\\\ x sw,ro 1\t2\n",
                    "[ z][/n 1\\400\\][x][sw,ro][ro] 1 2");
        check_fstab("last /last x rq,ro 3 4", "[last][/last][x][rq,ro][rq] 3 4");

        write_file(_PATH_FSTAB, "a /1 x rw 0 0\nb /2 x rw 0 0\nc /3 x rw 0 0\nb /4 x rw 0 0\n");
        entry = getfsspec("b");
        is_str(entry ? entry->fs_file : NULL, "/2", "getfsspec: the first");
        entry = getfsent();
        is_str(entry ? entry->fs_file : NULL, "/3", "getfsent: behind it");
        entry = getfsfile("/1");
        is_str(entry ? entry->fs_spec : NULL, "a", "getfsfile: from the start");
        ok(!getfsfile("/5") && !getfsent(), "getfsfile: none, and the end");
        endfsent();
        entry = getfsent();
        is_str(entry ? entry->fs_spec : NULL, "a", "endfsent: then the first again");
        endfsent();
}

static const char *shown(const char *text)
{
        return text ? text : "-";
}

static void check_ttys(const char *line, const char *expected)
{
        char text[256] = "no entry";
        struct ttyent *entry;

        write_file(_PATH_TTYS, line);
        require(setttyent() == 1);
        entry = getttyent();
        if (entry)
                snprintf(text, sizeof text, "[%s][%s][%s] %d [%s][%s]", entry->ty_name,
                         shown(entry->ty_getty), shown(entry->ty_type), entry->ty_status,
                         shown(entry->ty_window), shown(entry->ty_comment));
        is_str(text, expected, "getttyent: %.*s", (int)strcspn(line, "#\n"), line);
        ok(!getttyent(), "getttyent: no more");
        is_int(endttyent(), 1, "endttyent: closed");
}

static void test_ttys(void)
{
        struct ttyent *entry;

        ok(!setttyent() && !getttyent() && !getttynam("x"), "setttyent: no file");
        is_int(endttyent(), 1, "endttyent: nothing to close");
        check_ttys(
            "# x\n\n   # y\nconsole\t\"/usr/libexec/getty Pc\"\tansi25 on secure # a comment\n",
            "[console][/usr/libexec/getty Pc][ansi25] 3 [-][a comment]");
        check_ttys("ttyv0 none unknown off\n", "[ttyv0][none][unknown] 0 [-][-]");
        check_ttys("v1 \"getty \\\"q\\\" x\" vt100 on window=\"/bin/x y\" secure#c2\n",
                   "[v1][getty \"q\" x][vt100] 1 [/bin/x y][secure#c2]");
        check_ttys("  lead none t on\n", "[lead][none][t] 1 [-][-]");
        check_ttys("only\n", "[only][-][-] 0 [-][-]");
        check_ttys("n g\n", "[n][g][-] 0 [-][-]");
        check_ttys("n g t on off secure junk on\n", "[n][g][t] 2 [-][junk on]");
        check_ttys("n \"a#b\" t # \t sp  \n", "[n][a#b][t] 0 [-][sp  ]");
        check_ttys("n g t \"on\" \n", "[n][g][t] 0 [-][\"on\" ]");
        check_ttys("n g t onwards securely windowx=3 win\n",
                   "[n][g][t] 0 [-][onwards securely windowx=3 win]");
        check_ttys("a#b c d on\n", "[a][-][-] 0 [-][b c d on]");
        check_ttys("a b#c d on\n", "[a][b][-] 0 [-][c d on]");
        check_ttys("a b t#x on\n", "[a][b][t] 0 [-][x on]");
        check_ttys("a b t on#x\n", "[a][b][t] 0 [-][on#x]");
        check_ttys("a b t window=\"x#y\" on\n", "[a][b][t] 1 [x#y][-]");
        check_ttys("a b t window=x#y on\n", "[a][b][t] 0 [x][y on]");
        check_ttys("a \"b c\n", "[a][b c][-] 0 [-][-]");
        check_ttys("a b\"c d\"e t\n", "[a][bc de][t] 0 [-][-]");
        check_ttys("a b t  \t on\t\tsecure\t\n", "[a][b][t] 3 [-][-]");
        check_ttys("a\tb\\ c t on\n", "[a][b\\][c] 0 [-][t on]");
        check_ttys("a b t window= on\n", "[a][b][t] 1 [][-]");
        check_ttys("a b t window on\n", "[a][b][t] 0 [-][window on]");
        check_ttys("a b t #\n", "[a][b][t] 0 [-][]");
        check_ttys("a b t # # x\n", "[a][b][t] 0 [-][# x]");
        check_ttys("\"a b\" \"\" \"\" on\n", "[a b][][] 1 [-][-]");
        check_ttys("a b t on window=\"p\\\"q\" x\n", "[a][b][t] 1 [p\"q][x]");
        check_ttys("a # y\n", "[a][][-] 0 [-][y]");
        check_ttys("a b t off secure on # off\n", "[a][b][t] 3 [-][off]");
        check_ttys("a b t window=\"x\n", "[a][b][t] 0 [x][-]");

        write_file(_PATH_TTYS, "a b c on\nd e f\ng h i\n");
        entry = getttynam("d");
        is_str(entry ? entry->ty_type : NULL, "f", "getttynam: its entry");
        ok(!getttynam("x"), "getttynam: none");
        entry = getttyent();
        is_str(entry ? entry->ty_name : NULL, "a", "getttynam: closes the file");
        require(setttyent() == 1);
        entry = getttyent();
        is_str(entry ? entry->ty_name : NULL, "a", "setttyent: back to the start");
        endttyent();
}

int main(void)
{
        /* A mount namespace of the test's own, so that nobody else sees this /etc. */
        if (unshare(CLONE_NEWNS) || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) ||
            mount("none", "/etc", "tmpfs", 0, NULL))
                skip_all("no private mount of /etc here");
        test_fstab();
        test_ttys();
        return done_testing();
}

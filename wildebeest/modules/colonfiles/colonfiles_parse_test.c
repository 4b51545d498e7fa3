/*
 * Which lines are entries, and what of: one table for each file. On glibc alone the same tables
 * run through its own functions.
 */
#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <pwd.h>
#include <shadow.h>
#include "colonfiles.h"
#include "tap.h"

#ifdef __GLIBC__
#include <gshadow.h>
#pragma weak __lwb_colon_next
#pragma weak __lwb_colon_string
#pragma weak __lwb_parse_passwd
#pragma weak __lwb_parse_group
#pragma weak __lwb_parse_shadow
#pragma weak __lwb_parse_gshadow
#define OURS (__lwb_colon_next != NULL)
#else
#define OURS 1
#endif

/* A line, its length, and its fields, of which NULL reads as ~; NULL when it is skipped. */
struct line {
        const char *text;
        size_t length;
        const char *fields;
};
#define LINE(text, fields)                                                                         \
        {                                                                                          \
                text, sizeof(text) - 1, fields                                                     \
        }

static const struct line passwd_lines[] = {
    LINE("a:x:1:2:g:d:s", "a|x|1|2|g|d|s"),
    LINE("a:x:1:2:g:d:", "a|x|1|2|g|d|"),
    LINE("a:x:1:2:g:d", "a|x|1|2|g|d|"),
    LINE("a:x:1:2:g", "a|x|1|2|g||"),
    LINE("a:x:1:2:", "a|x|1|2|||"),
    LINE("a:x:1:2", "a|x|1|2|||"),
    LINE("a:x:1:", NULL),
    LINE("a:x:1", NULL),
    LINE("a:x", NULL),
    LINE("a", NULL),
    LINE("", NULL),
    LINE(" \t", NULL),
    LINE("a:x:1:2:g:d:s:t", "a|x|1|2|g|d|s:t"),
    LINE("a:x:1:2:g:d:s:", "a|x|1|2|g|d|s:"),
    LINE(":x:1:2:g:d:s", "|x|1|2|g|d|s"),
    LINE("::1:2", "||1|2|||"),
    LINE("#a:x:1:2:g:d:s", NULL),
    LINE(" # a:x:1:2:g:d:s", NULL),
    LINE("a#:x:1:2:g:d:s", "a#|x|1|2|g|d|s"),
    LINE(" \t\v\f\ra:x:1:2:g:d:s", "a|x|1|2|g|d|s"),
    LINE("a :x :1:2: g:d :s ", "a |x |1|2| g|d |s "),
    LINE("a:x:1:2:g:d:s\r", "a|x|1|2|g|d|s\r"),
    LINE("a:x:1:2\r", NULL),
    LINE("a:x: 1:\t2:g:d:s", "a|x|1|2|g|d|s"),
    LINE("a:x:\v1:\f2:g:d:s", "a|x|1|2|g|d|s"),
    LINE("a:x:1 :2:g:d:s", NULL),
    LINE("a:x:+1:-0:g:d:s", "a|x|1|0|g|d|s"),
    LINE("a:x:-1:2:g:d:s", NULL),
    LINE("a:x:+-1:2:g:d:s", NULL),
    LINE("a:x:+:2:g:d:s", NULL),
    LINE("a:x:010:0000000000000000000000002:g:d:s", "a|x|10|2|g|d|s"),
    LINE("a:x:0x10:2:g:d:s", NULL),
    LINE("a:x:1e3:2:g:d:s", NULL),
    LINE("a:x:4294967295:4294967295:g:d:s", "a|x|4294967295|4294967295|g|d|s"),
    LINE("a:x:4294967296:2:g:d:s", NULL),
    LINE("a:x:1:4294967296:g:d:s", NULL),
    LINE("a:x:18446744073709551615:2:g:d:s", NULL),
    LINE("a:x:18446744073709551616:2:g:d:s", NULL),
    LINE("a:x:99999999999999999999999:2:g:d:s", NULL),
    LINE("a:x:::g:d:s", NULL),
    LINE("a:x::2:g:d:s", NULL),
    LINE("a:x:1::g:d:s", NULL),
    LINE("a:x: :2:g:d:s", NULL),
    LINE("+", "+|~|0|0|~|~|~"),
    LINE("-", "-|~|0|0|~|~|~"),
    LINE("+a", "+a|~|0|0|~|~|~"),
    LINE("+a:", "+a|~|0|0|~|~|~"),
    LINE("+a:x", NULL),
    LINE("+a:x:", NULL),
    LINE("+a:x::", NULL),
    LINE("+a:x:::", "+a|x|0|0|||"),
    LINE("+::::::", "+||0|0|||"),
    LINE("-a:x::::d:s", "-a|x|0|0||d|s"),
    LINE("+a:x:1:2:g:d:s", "+a|x|1|2|g|d|s"),
    LINE("+a:x:1::g:d:s", "+a|x|1|0|g|d|s"),
    LINE("+a:x:b::g:d:s", NULL),
    LINE("+a:x: ::g:d:s", NULL),
    LINE("+a:x:4294967296::g:d:s", NULL),
    LINE(" +a", "+a|~|0|0|~|~|~"),
    LINE("a:x:1:2:g\0:d:s", "a|x|1|2|g||"),
    LINE("a:x:1:\0002:g:d:s", NULL),
    LINE("+a\0:x:y", "+a|~|0|0|~|~|~"),
    LINE("\0a:x:1:2:g:d:s", NULL),
    LINE("\0#a:x:1:2:g:d:s", NULL),
    LINE("\xff\xfe:\x80:1:2:\x01:\x1b:\x7f", "\xff\xfe|\x80|1|2|\x01|\x1b|\x7f"),
};

static const struct line group_lines[] = {
    LINE("g:x:1:a,b", "g|x|1|[a,b]"),
    LINE("g:x:1:a", "g|x|1|[a]"),
    LINE("g:x:1:", "g|x|1|[]"),
    LINE("g:x:1", "g|x|1|[]"),
    LINE("g:x:", NULL),
    LINE("g:x", NULL),
    LINE("g", NULL),
    LINE("g:x::a", NULL),
    LINE(":x:1:a", "|x|1|[a]"),
    LINE("g::1:a", "g||1|[a]"),
    LINE("g:x:1:,a,,b,", "g|x|1|[a,b]"),
    LINE("g:x:1: a,\tb ,  , c d", "g|x|1|[a,b ,c d]"),
    LINE("g:x:1: ", "g|x|1|[]"),
    LINE("g:x:1:,", "g|x|1|[]"),
    LINE("g:x:1:a,a", "g|x|1|[a,a]"),
    LINE("g:x:1:a:b", "g|x|1|[a:b]"),
    LINE("g:x:1:a,b:c,d", "g|x|1|[a,b:c,d]"),
    LINE("g:x:1:a,#b", "g|x|1|[a,#b]"),
    LINE("g:x:1:a\r", "g|x|1|[a\r]"),
    LINE("g:x:1\r", NULL),
    LINE("g:x:1 :a", NULL),
    LINE("g:x: 1:a", "g|x|1|[a]"),
    LINE("g:x:-1:a", NULL),
    LINE("g:x:4294967295:a", "g|x|4294967295|[a]"),
    LINE("g:x:4294967296:a", NULL),
    LINE("#g:x:1:a", NULL),
    LINE(" g:x:1:a", "g|x|1|[a]"),
    LINE("+", "+|~|0|[]"),
    LINE("-g", "-g|~|0|[]"),
    LINE("+g:", "+g|~|0|[]"),
    LINE("+::", NULL),
    LINE("+:::", "+||0|[]"),
    LINE("+:x::a", "+|x|0|[a]"),
    LINE("+:x:5", "+|x|5|[]"),
    LINE("+:x:a:", NULL),
    LINE("g:x:1:a,\0b", "g|x|1|[a]"),
    LINE("g:x:1:a\0,b", "g|x|1|[a]"),
};

static const struct line shadow_lines[] = {
    LINE("a:x:1:2:3:4:5:6:7", "a|x|1|2|3|4|5|6|7"),
    LINE("a:x:1:2:3:4:5:6:", "a|x|1|2|3|4|5|6|~"),
    LINE("a:x:1:2:3:4:5:6", "a|x|1|2|3|4|5|6|~"),
    LINE("a:x:1:2:3:4:5:", NULL),
    LINE("a:x:1:2:3:4:5", NULL),
    LINE("a:x:1:2:3:4:", NULL),
    LINE("a:x:1:2:3:4", NULL),
    LINE("a:x:1:2:3:", "a|x|1|2|3|-1|-1|-1|~"),
    LINE("a:x:1:2:3", "a|x|1|2|3|-1|-1|-1|~"),
    LINE("a:x:1:2:", NULL),
    LINE("a:x:1:2", NULL),
    LINE("a:x:", NULL),
    LINE("a", NULL),
    LINE("a:x:::::::", "a|x|-1|-1|-1|-1|-1|-1|~"),
    LINE("a:x::::::", NULL),
    LINE("a:x:::::", NULL),
    LINE("a:x::::", "a|x|-1|-1|-1|-1|-1|-1|~"),
    LINE("a:x:::", NULL),
    LINE("a:x::::::::", NULL),
    LINE("a:x:1:2:3:4:5:6:7:", NULL),
    LINE("a:x:1:2:3:4:5:6:7:8", NULL),
    LINE("a:x:1:2:3:4:5:6::", NULL),
    LINE("a:x:1:2::::6:", "a|x|1|2|-1|-1|-1|6|~"),
    LINE("a:!:1:0:99999:7:::", "a|!|1|0|99999|7|-1|-1|~"),
    LINE("a:x:1:2:3:  ", "a|x|1|2|3|-1|-1|-1|~"),
    LINE("a:x:1:2:3 ", NULL),
    LINE("a:x:1:2:3: :5:6:", "a|x|1|2|3|-1|5|6|~"),
    LINE("a:x:1:2: ", NULL),
    LINE("a:x: :2:3", NULL),
    LINE("a:x:1:2:3:4: :6:7", NULL),
    LINE("a:x:1:2:3:4:5:6: ", NULL),
    LINE("a:x: 1: 2: 3: 4: 5: 6: 7", "a|x|1|2|3|4|5|6|7"),
    LINE("a:x:-1:2:3", NULL),
    LINE("a:x:4294967295:2:3", "a|x|-1|2|3|-1|-1|-1|~"),
    LINE("a:x:2147483648:2:3", "a|x|-2147483648|2|3|-1|-1|-1|~"),
    LINE("a:x:2147483647:2:3", "a|x|2147483647|2|3|-1|-1|-1|~"),
    LINE("a:x:4294967296:2:3", NULL),
    LINE("a:x:1:2:3:4:5:6:4294967294", "a|x|1|2|3|4|5|6|4294967294"),
    LINE("a:x:1:2:3:4:5:6:4294967296", NULL),
    LINE("a:x:1:2:3:4:5:6:-1", NULL),
    LINE("a:x:1:2:3:4:5:6:7x", NULL),
    LINE("a:x:1:2:3:4:5:6:7\r", NULL),
    LINE("a:x:1:2:3:4:5:6:\r", NULL),
    LINE("a:x:one:2:3:4:5:6:7", NULL),
    LINE("#a:x:1:2:3:4:5:6:7", NULL),
    LINE(" a:x:1:2:3:4:5:6:7", "a|x|1|2|3|4|5|6|7"),
    LINE("+", "+|~|0|0|0|-1|-1|-1|~"),
    LINE("-a:", "-a|~|0|0|0|-1|-1|-1|~"),
    LINE("+a:x", NULL),
    LINE("+:::::::", NULL),
    LINE("+::::::::", "+||-1|-1|-1|-1|-1|-1|~"),
    LINE("+:x:1:2:3", "+|x|1|2|3|-1|-1|-1|~"),
    LINE("a:x:1:2:3:4:5:6:7\0x", "a|x|1|2|3|4|5|6|7"),
};

static const struct line gshadow_lines[] = {
    LINE("g:x:a,b:c,d", "g|x|[a,b]|[c,d]"),
    LINE("g:x:a:c", "g|x|[a]|[c]"),
    LINE("g:x::", "g|x|[]|[]"),
    LINE("g:x:", "g|x|[]|[]"),
    LINE("g:x", "g|x|[]|[]"),
    LINE("g:", "g||[]|[]"),
    LINE("g", "g||[]|[]"),
    LINE("", NULL),
    LINE(":", "||[]|[]"),
    LINE("g:x::c", "g|x|[]|[c]"),
    LINE("g:x:a:", "g|x|[a]|[]"),
    LINE("g:x:a,b,", "g|x|[a,b]|[]"),
    LINE("g:x:,,a,,:,c,,", "g|x|[a]|[c]"),
    LINE("g:x: a , b : c , d ", "g|x|[a ,b ]|[c ,d ]"),
    LINE("g:x: : ", "g|x|[]|[]"),
    LINE("g:x:a,b:c,d:e,f", "g|x|[a,b]|[c,d:e,f]"),
    LINE("g:x:a\r:b\r", "g|x|[a\r]|[b\r]"),
    LINE("#g:x:a:b", NULL),
    LINE(" g:x:a:b", "g|x|[a]|[b]"),
    LINE("+", "+|~|~|[]"),
    LINE("-g:", "-g|~|~|[]"),
    LINE("+g:x", "+g|x|[]|[]"),
    LINE("+:::", "+||[]|[]"),
    LINE("+g:x:a:b", "+g|x|[a]|[b]"),
    LINE("g:x:a\0,b:c", "g|x|[a]|[]"),
    LINE("g:x:a:b,\0c", "g|x|[a]|[b]"),
};

/* The fields of one entry as text, each behind a bar. */
static char fields[4096];

static void add(const char *text)
{
        size_t used = strlen(fields);

        snprintf(fields + used, sizeof fields - used, "|%s", text ? text : "~");
}

static void add_first(const char *text)
{
        fields[0] = '\0';
        add(text);
}

static void add_number(long long number)
{
        char text[32];

        snprintf(text, sizeof text, "%lld", number);
        add(text);
}

static void add_list(char **list)
{
        char text[2048] = "[";

        if (!list) {
                add(NULL);
                return;
        }
        for (size_t i = 0; list[i]; i++) {
                require(strlen(text) + strlen(list[i]) + 3 < sizeof text);
                strcat(strcat(text, i ? "," : ""), list[i]);
        }
        add(strcat(text, "]"));
}

static int read_passwd(FILE *stream, char *buffer, size_t size)
{
        struct passwd pw;
        int error;

        if (OURS) {
                struct lwb_colon_buffer space = {buffer, size, 0};

                error = __lwb_colon_next(stream, __lwb_parse_passwd, &pw, &space);
        } else {
#ifdef __GLIBC__
                struct passwd *result;

                error = fgetpwent_r(stream, &pw, buffer, size, &result);
#else
                error = ENOSYS;
#endif
        }
        if (error)
                return error;
        add_first(pw.pw_name);
        add(pw.pw_passwd);
        add_number(pw.pw_uid);
        add_number(pw.pw_gid);
        add(pw.pw_gecos);
        add(pw.pw_dir);
        add(pw.pw_shell);
        return 0;
}

static int read_group(FILE *stream, char *buffer, size_t size)
{
        struct group gr;
        int error;

        if (OURS) {
                struct lwb_colon_buffer space = {buffer, size, 0};

                error = __lwb_colon_next(stream, __lwb_parse_group, &gr, &space);
        } else {
#ifdef __GLIBC__
                struct group *result;

                error = fgetgrent_r(stream, &gr, buffer, size, &result);
#else
                error = ENOSYS;
#endif
        }
        if (error)
                return error;
        add_first(gr.gr_name);
        add(gr.gr_passwd);
        add_number(gr.gr_gid);
        add_list(gr.gr_mem);
        return 0;
}

static int read_shadow(FILE *stream, char *buffer, size_t size)
{
        struct spwd sp;
        int error;

        if (OURS) {
                struct lwb_colon_buffer space = {buffer, size, 0};

                error = __lwb_colon_next(stream, __lwb_parse_shadow, &sp, &space);
        } else {
#ifdef __GLIBC__
                struct spwd *result;

                error = fgetspent_r(stream, &sp, buffer, size, &result);
#else
                error = ENOSYS;
#endif
        }
        if (error)
                return error;
        add_first(sp.sp_namp);
        add(sp.sp_pwdp);
        add_number(sp.sp_lstchg);
        add_number(sp.sp_min);
        add_number(sp.sp_max);
        add_number(sp.sp_warn);
        add_number(sp.sp_inact);
        add_number(sp.sp_expire);
        if (sp.sp_flag == ULONG_MAX)
                add(NULL);
        else
                add_number((long long)sp.sp_flag);
        return 0;
}

static int read_gshadow(FILE *stream, char *buffer, size_t size)
{
        struct lwb_gshadow sg;
        int error;

        if (OURS) {
                struct lwb_colon_buffer space = {buffer, size, 0};

                error = __lwb_colon_next(stream, __lwb_parse_gshadow, &sg, &space);
        } else {
#ifdef __GLIBC__
                struct sgrp theirs;
                struct sgrp *result;

                error = fgetsgent_r(stream, &theirs, buffer, size, &result);
                if (!error)
                        sg = (struct lwb_gshadow){theirs.sg_namp, theirs.sg_passwd, theirs.sg_adm,
                                                  theirs.sg_mem};
#else
                error = ENOSYS;
#endif
        }
        if (error)
                return error;
        add_first(sg.name);
        add(sg.password);
        add_list(sg.administrators);
        add_list(sg.members);
        return 0;
}

/* A line as a test description may show it. */
static const char *shown(const struct line *line)
{
        static char text[512];
        size_t used = 0;

        for (size_t i = 0; i < line->length && used + 8 < sizeof text; i++) {
                unsigned char c = (unsigned char)line->text[i];

                used += (size_t)snprintf(
                    text + used, 8, c < 32 || c > 126 || c == '#' || c == '\\' ? "\\x%02x" : "%c",
                    c);
        }
        text[used] = '\0';
        return text;
}

static void check(const char *name, int (*reader)(FILE *, char *, size_t), const struct line *lines,
                  size_t count)
{
        for (size_t i = 0; i < count; i++) {
                const struct line *line = &lines[i];
                char buffer[1024];
                FILE *stream = tmpfile();

                require(stream && fwrite(line->text, 1, line->length, stream) == line->length);
                require(fputs("\n+:marker:::::::\n", stream) >= 0);
                rewind(stream);
                require(reader(stream, buffer, sizeof buffer) == 0);
                if (line->fields)
                        is_str(fields + 1, line->fields, "%s: %s", name, shown(line));
                else
                        ok(!strncmp(fields, "|+|marker|", 10), "%s: %s is skipped", name,
                           shown(line));
                fclose(stream);
        }
}

/* What glibc 2.36 reads wrongly: it repeats the line's last bytes. */
static void check_blanks(void)
{
        static const struct line lines[] = {
            LINE("  a:x:1:2:g:d:sh", "a|x|1|2|g|d|sh"),
            LINE("  a:x:1:2:g:d:sh\0ell", "a|x|1|2|g|d|sh"),
        };

        for (size_t i = 0; i < 2; i++) {
                char buffer[256];
                FILE *stream = tmpfile();

                require(stream &&
                        fwrite(lines[i].text, 1, lines[i].length, stream) == lines[i].length);
                rewind(stream);
                is_int(read_passwd(stream, buffer, sizeof buffer), 0,
                       "__lwb_colon_next: %s without newline", shown(&lines[i]));
                is_str(fields + 1, lines[i].fields, "__lwb_parse_passwd: %s without newline",
                       shown(&lines[i]));
                is_int(read_passwd(stream, buffer, sizeof buffer), ENOENT,
                       "__lwb_colon_next: the end behind it");
                fclose(stream);
        }
}

/* A line in memory is parsed as it is, up to its newline. */
static void check_string(void)
{
        char buffer[256];
        struct lwb_colon_buffer space = {buffer, sizeof buffer, 0};
        struct passwd pw;

        is_int(__lwb_colon_string(" #a:x:1:2:g:d:s\nb:", __lwb_parse_passwd, &pw, &space), 0,
               "__lwb_colon_string: blanks and number signs are text");
        is_str(pw.pw_name, " #a", "__lwb_colon_string: the name");
        is_str(pw.pw_shell, "s", "__lwb_colon_string: ends at the newline");
        is_int(__lwb_colon_string("bad", __lwb_parse_passwd, &pw, &space), EINVAL,
               "__lwb_colon_string: EINVAL for what is no entry");
        space.size = 15;
        is_int(__lwb_colon_string("a:x:1:2:g:dd:ss", __lwb_parse_passwd, &pw, &space), ERANGE,
               "__lwb_colon_string: ERANGE");
}

int main(void)
{
#define CHECK(name, reader, lines) check(name, reader, lines, sizeof lines / sizeof *lines)
        CHECK("__lwb_parse_passwd", read_passwd, passwd_lines);
        CHECK("__lwb_parse_group", read_group, group_lines);
        CHECK("__lwb_parse_shadow", read_shadow, shadow_lines);
        CHECK("__lwb_parse_gshadow", read_gshadow, gshadow_lines);
        if (OURS) {
                check_blanks();
                check_string();
        }
        return done_testing();
}

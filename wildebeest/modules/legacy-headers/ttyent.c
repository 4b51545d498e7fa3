/*
 * glibc: has the four functions of 4.3BSD; it leaves out lines of more than 98 bytes and a last one
 * without newline. musl:  lacks them. here:  the same fields from lines of any length; the results
 * are overwritten by the next. see:   getttyent(3), ttys(5) of the BSDs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ttyent.h>

static FILE *stream;
static char *line;
static size_t room;
static struct ttyent entry;

/* What is left of a line, and whether a # has ended its fields. */
struct rest {
        char *at;
        int commented;
};

/** Opens the file, or goes back to its start. 1, or 0 with an errno of fopen. */
int setttyent(void)
{
        if (stream)
                rewind(stream);
        else
                stream = fopen(_PATH_TTYS, "re");
        return stream != NULL;
}

/** Closes the file. 1, or 0 with an errno of fclose. */
int endttyent(void)
{
        int failed = stream && fclose(stream) == EOF;

        stream = NULL;
        return !failed;
}

static void skip_blanks(struct rest *rest)
{
        rest->at += strspn(rest->at, " \t");
}

/* The next field without its quotation marks, in which \" is one; it ends at a blank or a #. Null:
 * there is none. */
static char *next_field(struct rest *rest)
{
        char *field = rest->at, *from = field, *to = field;
        int quoted = 0;

        if (rest->commented || !*from)
                return NULL;
        for (; *from && (quoted || !strchr(" \t#", *from)); from++) {
                if (quoted && from[0] == '\\' && from[1] == '"')
                        *to++ = *++from;
                else if (*from == '"')
                        quoted = !quoted;
                else
                        *to++ = *from;
        }
        rest->commented = *from == '#';
        rest->at = *from ? from + 1 : from;
        *to = '\0';
        skip_blanks(rest);
        return field;
}

/* Whether a word is next; it is passed then. */
static int next_is(struct rest *rest, const char *word)
{
        size_t length = strlen(word);

        if (rest->commented || strncmp(rest->at, word, length) || !strchr(" \t", rest->at[length]))
                return 0;
        rest->at += length;
        skip_blanks(rest);
        return 1;
}

static void parse(struct rest rest)
{
        static const char window[] = _TTYS_WINDOW "=";

        memset(&entry, 0, sizeof entry);
        entry.ty_name = next_field(&rest);
        entry.ty_getty = next_field(&rest);
        entry.ty_type = next_field(&rest);
        for (;;) {
                if (next_is(&rest, _TTYS_OFF)) {
                        entry.ty_status &= ~TTY_ON;
                } else if (next_is(&rest, _TTYS_ON)) {
                        entry.ty_status |= TTY_ON;
                } else if (next_is(&rest, _TTYS_SECURE)) {
                        entry.ty_status |= TTY_SECURE;
                } else if (!rest.commented && !strncmp(rest.at, window, strlen(window))) {
                        rest.at += strlen(window);
                        entry.ty_window = *rest.at ? next_field(&rest) : rest.at;
                } else {
                        break;
                }
        }
        if (!rest.commented && *rest.at == '#') {
                rest.commented = 1;
                rest.at++;
                skip_blanks(&rest);
        }
        if (rest.commented || *rest.at)
                entry.ty_comment = rest.at;
}

/** The next entry; null at the end, where the file can't be opened, and without memory. */
struct ttyent *getttyent(void)
{
        ssize_t length;

        if (!stream && !setttyent())
                return NULL;
        while ((length = getline(&line, &room, stream)) > 0) {
                struct rest rest = {.at = line};

                if (line[length - 1] == '\n')
                        line[length - 1] = '\0';
                skip_blanks(&rest);
                if (!*rest.at || *rest.at == '#')
                        continue;
                parse(rest);
                return &entry;
        }
        return NULL;
}

/** The entry of a terminal; null for none. Closes the file. */
struct ttyent *getttynam(const char *name)
{
        struct ttyent *found = NULL;

        if (setttyent())
                while ((found = getttyent()) && strcmp(found->ty_name, name))
                        ;
        endttyent();
        return found;
}

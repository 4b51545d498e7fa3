/*
 * glibc: has the five functions of 4.2BSD.
 * musl:  lacks them.
 * here:  a parser of our own, as musl's getmntent keeps the newline of a short line and finds "rw"
 * in "rwx"; the results are overwritten by the next. see:   getfsent(3), fstab(5).
 */
#include <fstab.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *stream;
static char *line;
static size_t room;
static struct fstab entry;

/** Opens the file, or goes back to its start. 1, or 0 with an errno of fopen. */
int setfsent(void)
{
        if (stream)
                rewind(stream);
        else
                stream = fopen(_PATH_FSTAB, "re");
        return stream != NULL;
}

/** Closes the file. */
void endfsent(void)
{
        if (stream)
                fclose(stream);
        stream = NULL;
}

/* The escapes of fstab(5), in place. */
static void unescape(char *field)
{
        static const struct {
                char text[5];
                char byte;
        } escapes[] = {
            {"\\040", ' '}, {"\\011", '\t'}, {"\\012", '\n'}, {"\\134", '\\'}, {"\\\\", '\\'}};
        char *to = field;

        for (char *from = field; *from; to++) {
                size_t length = 1;

                *to = *from;
                for (size_t i = 0; *from == '\\' && i < sizeof escapes / sizeof *escapes; i++) {
                        if (!strncmp(from, escapes[i].text, strlen(escapes[i].text))) {
                                *to = escapes[i].byte;
                                length = strlen(escapes[i].text);
                                break;
                        }
                }
                from += length;
        }
        *to = '\0';
}

/* The next field of a line, empty when there is none. */
static char *next_field(char **rest)
{
        char *field = *rest + strspn(*rest, " \t");

        *rest = field + strcspn(field, " \t");
        if (**rest)
                *(*rest)++ = '\0';
        unescape(field);
        return field;
}

/* Whether an option, alone or with a value, is one of a list between commas. */
static int has_option(const char *list, const char *option)
{
        size_t length = strlen(option);

        for (;; list++) {
                if (!strncmp(list, option, length) && strchr(",=", list[length]))
                        return 1;
                list = strchr(list, ',');
                if (!list)
                        return 0;
        }
}

/* The kind of an entry is the first of these that is among its options. */
static const char *kind_of(const char *options)
{
        static const char *const kinds[] = {FSTAB_RW, FSTAB_RQ, FSTAB_RO, FSTAB_SW, FSTAB_XX};

        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
                if (has_option(options, kinds[i]))
                        return kinds[i];
        return "??";
}

/** The next entry; null at the end, where the file can't be opened, and without memory. */
struct fstab *getfsent(void)
{
        ssize_t length;

        if (!stream && !setfsent())
                return NULL;
        while ((length = getline(&line, &room, stream)) > 0) {
                char *rest = line + strspn(line, " \t");

                if (line[length - 1] == '\n')
                        line[length - 1] = '\0';
                if (!*rest || *rest == '#')
                        continue;
                entry.fs_spec = next_field(&rest);
                entry.fs_file = next_field(&rest);
                entry.fs_vfstype = next_field(&rest);
                entry.fs_mntops = next_field(&rest);
                entry.fs_type = kind_of(entry.fs_mntops);
                entry.fs_freq = atoi(next_field(&rest));
                entry.fs_passno = atoi(next_field(&rest));
                return &entry;
        }
        return NULL;
}

/** The first entry of a device; null for none. getfsent goes on behind it. */
struct fstab *getfsspec(const char *device)
{
        struct fstab *found = NULL;

        if (setfsent())
                while ((found = getfsent()) && strcmp(found->fs_spec, device))
                        ;
        return found;
}

/** The first entry that is mounted at a path; null for none. getfsent goes on behind it. */
struct fstab *getfsfile(const char *path)
{
        struct fstab *found = NULL;

        if (setfsent())
                while ((found = getfsent()) && strcmp(found->fs_file, path))
                        ;
        return found;
}

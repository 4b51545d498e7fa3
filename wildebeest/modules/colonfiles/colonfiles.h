/*
 * The lines of passwd, group, shadow and gshadow: reading, splitting and
 * writing them as glibc does. The one parser of these formats in the project;
 * modules include it as "../colonfiles/colonfiles.h".
 *
 * What counts as an entry:
 * - blanks before the name are skipped, and so are empty lines and lines whose first other
 *   character is '#'; a NUL byte ends the line's text; '\r' and blanks anywhere else are text;
 * - a name that begins with '+' or '-' is a compat entry: its ids may be empty (0), and it may
 *   stand alone, when all else is NULL, 0 or unset;
 * - ids are decimal, 0 to 2^32-1, with blanks and a sign before; anything else drops the line.
 */
#ifndef LWB_COLONFILES_H
#define LWB_COLONFILES_H

#include <grp.h>
#include <pthread.h>
#include <pwd.h>
#include <shadow.h>
#include <stddef.h>
#include <stdio.h>
#include "lines.h"

/** An entry of gshadow, apart from <gshadow.h>, which libc may lack. */
struct lwb_gshadow {
        char *name;
        char *password;
        char **administrators;
        char **members;
};

/** Where a line is read to and lists are laid out behind it. */
struct lwb_colon_buffer {
        char *data;
        size_t size;
        /* Whether data is from malloc (or NULL) and may grow; else it is the caller's. */
        int grows;
};

/** A parser's result for a line that is no entry; not an errno, which a stream may give too. */
#define LWB_NO_ENTRY (-1)

/**
 * Splits the text at `line`, changing it, into the structure at `entry`; lists of pointers go to
 * the `size` bytes at `space`, which needs no alignment.
 * 0; LWB_NO_ENTRY: the line is to be skipped; ERANGE: `size` is too small.
 */
typedef int lwb_colon_parser(char *line, void *entry, char *space, size_t size);

/** Parser of a line of passwd(5); `entry` is a struct passwd. */
lwb_colon_parser __lwb_parse_passwd;
/** Parser of a line of group(5); `entry` is a struct group. */
lwb_colon_parser __lwb_parse_group;
/** Parser of a line of shadow(5); `entry` is a struct spwd. */
lwb_colon_parser __lwb_parse_shadow;
/** Parser of a line of gshadow(5); `entry` is a struct lwb_gshadow. */
lwb_colon_parser __lwb_parse_gshadow;

/**
 * Reads the next entry of `stream`, skipping what is none.
 * 0; ENOENT at the end; ERANGE: the entry does not fit a buffer that can not grow; ENOMEM; or the
 * error of the stream. After ERANGE and ENOMEM the entry is still to be read; if the stream can
 * not seek, then ESPIPE instead, and the line is lost, to its end.
 */
int __lwb_colon_next(FILE *stream, lwb_colon_parser *parse, void *entry,
                     struct lwb_colon_buffer *buffer);

/**
 * Parses `text` up to its first newline as an entry, without the skipping of blanks and comments.
 * 0, EINVAL when it is none, ERANGE or ENOMEM.
 */
int __lwb_colon_string(const char *text, lwb_colon_parser *parse, void *entry,
                       struct lwb_colon_buffer *buffer);

/**
 * Parses `length` bytes at `text`, a line without its newline, as __lwb_colon_next would have read
 * them. 0; LWB_NO_ENTRY; ERANGE or ENOMEM.
 */
int __lwb_colon_line(const char *text, size_t length, lwb_colon_parser *parse, void *entry,
                     struct lwb_colon_buffer *buffer);

/**
 * Whether the line at `line`, up to its newline, is an entry of passwd(5) that is written as it is
 * read: the newline, or NULL when that must be found out by parsing it.
 */
char *__lwb_plain_passwd(char *line);
/** The same for group(5). */
char *__lwb_plain_group(char *line);

/** Makes `buffer` hold `size` bytes: 0, or ERANGE when it can not grow, or ENOMEM. */
int __lwb_colon_reserve(struct lwb_colon_buffer *buffer, size_t size);

/** How many bytes behind the text of `line` any parser needs for its lists; SIZE_MAX on overflow.
 */
size_t __lwb_colon_space(const char *line);

/** Where a function that returns a pointer has its result. */
struct lwb_colon_static {
        pthread_mutex_t lock;
        struct lwb_colon_buffer buffer;
};

#define LWB_COLON_STATIC                                                                           \
        {                                                                                          \
                PTHREAD_MUTEX_INITIALIZER,                                                         \
                {                                                                                  \
                        NULL, 0, 1                                                                 \
                }                                                                                  \
        }

/** __lwb_colon_next for such a function: `entry`, or NULL with the error in errno. */
void *__lwb_colon_next_static(FILE *stream, lwb_colon_parser *parse, void *entry,
                              struct lwb_colon_static *storage);

/** __lwb_colon_string, likewise. */
void *__lwb_colon_string_static(const char *text, lwb_colon_parser *parse, void *entry,
                                struct lwb_colon_static *storage);

/** A database that is read entry by entry, from a position that all threads share. */
struct lwb_colon_file {
        const char *path;
        pthread_mutex_t lock;
        int open;
        struct lwb_lines lines;
};

#define LWB_COLON_FILE(its_path)                                                                   \
        {                                                                                          \
                .path = (its_path), .lock = PTHREAD_MUTEX_INITIALIZER                              \
        }

/** Opens `file` unless it is open. 0 or the error of open(2), which is in errno as well. */
int __lwb_colon_file_open(struct lwb_colon_file *file);

/**
 * Reads the next entry of `file`, opening it first if need be. 0, ENOENT at the end; ERANGE and
 * ENOMEM, after which the entry is still to be read; the error of open(2) or read(2). Every error
 * but the end is in errno as well.
 */
int __lwb_colon_file_next(struct lwb_colon_file *file, lwb_colon_parser *parse, void *entry,
                          struct lwb_colon_buffer *buffer);

/** Closes `file`; the next entry is the first. Keeps errno. */
void __lwb_colon_file_close(struct lwb_colon_file *file);

/** Takes the next field off `*rest`: its text, ended by NUL; "" when none is left. */
char *__lwb_colon_field(char **rest);

/** The result of __lwb_colon_number. */
enum lwb_colon_number {
        LWB_NUMBER_BAD,
        LWB_NUMBER_EMPTY,
        LWB_NUMBER_GIVEN,
};

/** Takes a decimal number of 32 bits off `*rest`; where the line is at its end that is bad. */
enum lwb_colon_number __lwb_colon_number(char **rest, unsigned int *value);

/** Takes a user or group id off `*rest`; whether there is a valid one. Compat entries may omit it:
 * 0. */
int __lwb_colon_id(char **rest, int compat, unsigned int *id);

/**
 * Takes a field of names between commas off `*rest`; the pointers and their NULL go to `*space`,
 * which is advanced. Blanks before a name are skipped, empty names left out. `stop` is ':', or
 * '\0' for a last field. 0 or ERANGE.
 */
int __lwb_colon_list(char **rest, char stop, char ***list, char **space, size_t *size);

/** Whether `name` is that of a compat entry. */
static inline int __lwb_colon_compat(const char *name)
{
        return *name == '+' || *name == '-';
}

/** Whether `text`, which may be NULL, has none of the characters `forbidden`. */
int __lwb_colon_valid(const char *text, const char *forbidden);

/** Whether every name of `list`, which may be NULL, can stand in a list of names. */
int __lwb_colon_valid_list(char *const *list);

/** Writes `list`, which may be NULL, with commas between; 0, or -1 with errno set. */
int __lwb_colon_put_list(char *const *list, FILE *stream);

/** Writes a line of passwd(5): 0, or -1 with errno; EINVAL when a field can not be represented. */
int __lwb_put_passwd(const struct passwd *entry, FILE *stream);
/** Writes a line of group(5), likewise. */
int __lwb_put_group(const struct group *entry, FILE *stream);
/** Writes a line of shadow(5), likewise. */
int __lwb_put_shadow(const struct spwd *entry, FILE *stream);
/** Writes a line of gshadow(5), likewise. */
int __lwb_put_gshadow(const struct lwb_gshadow *entry, FILE *stream);

#endif

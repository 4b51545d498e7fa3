/*
 * glibc: getutent, getutid, getutline and pututline read and write the file of who is logged in.
 * musl:  they do nothing, as do their relatives with an x.
 * here:  as glibc, in its format.
 * see:   getutent(3), utmp(5); POSIX.1-2024, endutxent.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "record.h"

int __lwb_utmpname(const char *name);
void __lwb_setutent(void);
void __lwb_endutent(void);
struct utmp *__lwb_getutent(void);
struct utmp *__lwb_getutid(const struct utmp *id);
struct utmp *__lwb_getutline(const struct utmp *line);
struct utmp *__lwb_pututline(const struct utmp *entry);

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static char name[PATH_MAX] = _PATH_UTMP;
static int file = -1;
static bool writable;
/* Behind the record that was read or written last. */
static off_t position;
/* The record that was read last; a search for a place to write begins with it. */
static struct utmp last;
/* What the functions without _r answer with. */
static struct utmp answer;

static bool open_file(void)
{
        if (file >= 0)
                return true;
        file = open(name, O_RDONLY | O_CLOEXEC);
        writable = false;
        position = 0;
        return file >= 0;
}

static void close_file(void)
{
        if (file >= 0)
                close(file);
        file = -1;
}

static bool reopen_writable(void)
{
        int both;

        if (writable)
                return true;
        both = open(name, O_RDWR | O_CLOEXEC);
        if (both < 0)
                return false;
        close(file);
        file = both;
        writable = true;
        return true;
}

/* Reads the next record into `last`; false at the end, with errno as it was. */
static bool read_next(void)
{
        struct utmp record;

        if (pread(file, &record, sizeof record, position) != (ssize_t)sizeof record)
                return false;
        last = record;
        position += (off_t)sizeof record;
        return true;
}

/* Whether a type is of the system's times, of which each has one record. */
static bool is_time(short type)
{
        return type == RUN_LVL || type == BOOT_TIME || type == NEW_TIME || type == OLD_TIME;
}

static bool is_process(short type)
{
        return type == INIT_PROCESS || type == LOGIN_PROCESS || type == USER_PROCESS ||
               type == DEAD_PROCESS;
}

/* Whether `last` is the record that getutid() looks for: by id, or by line where one of them has no
 * id. */
static bool has_id(const struct utmp *id)
{
        if (is_time(id->ut_type))
                return last.ut_type == id->ut_type;
        if (!is_process(id->ut_type) || !is_process(last.ut_type))
                return false;
        if (id->ut_id[0] && last.ut_id[0])
                return strncmp(id->ut_id, last.ut_id, sizeof id->ut_id) == 0;
        return strncmp(id->ut_line, last.ut_line, sizeof id->ut_line) == 0;
}

static bool has_line(const struct utmp *line)
{
        return (last.ut_type == USER_PROCESS || last.ut_type == LOGIN_PROCESS) &&
               strncmp(line->ut_line, last.ut_line, sizeof last.ut_line) == 0;
}

static bool any(const struct utmp *unused)
{
        (void)unused;
        return true;
}

/* Reads on to a record that matches; 0 and *result, or -1. A search in vain is ESRCH, the end of
 * all records no error. */
static int find(bool (*matches)(const struct utmp *), const struct utmp *wanted,
                struct utmp *buffer, struct utmp **result)
{
        bool found = false;

        *result = NULL;
        pthread_mutex_lock(&mutex);
        if (open_file() && __lwb_utmp_lock(file, F_RDLCK)) {
                while (!found && read_next())
                        found = matches(wanted);
                __lwb_utmp_unlock(file);
                if (!found && wanted)
                        errno = ESRCH;
        }
        if (found) {
                *buffer = last;
                *result = buffer;
        }
        pthread_mutex_unlock(&mutex);
        return found ? 0 : -1;
}

/** Chooses the file; an open one is closed. 0, or -1 with errno. */
int __lwb_utmpname(const char *new_name)
{
        size_t length = strlen(new_name);

        if (length >= sizeof name) {
                errno = ENAMETOOLONG;
                return -1;
        }
        pthread_mutex_lock(&mutex);
        close_file();
        memcpy(name, new_name, length + 1);
        pthread_mutex_unlock(&mutex);
        return 0;
}

/** Goes to the begin of the file. */
void __lwb_setutent(void)
{
        pthread_mutex_lock(&mutex);
        open_file();
        position = 0;
        pthread_mutex_unlock(&mutex);
}

/** Closes the file. */
void __lwb_endutent(void)
{
        pthread_mutex_lock(&mutex);
        close_file();
        pthread_mutex_unlock(&mutex);
}

/** Reads the next record; 0, or -1 at the end, with errno as it was. */
int getutent_r(struct utmp *buffer, struct utmp **result)
{
        return find(any, NULL, buffer, result);
}

/** Reads on to the record with the type of *id, or with its ut_id; 0, or -1 with ESRCH or EINVAL.
 */
int getutid_r(const struct utmp *id, struct utmp *buffer, struct utmp **result)
{
        if (is_time(id->ut_type) || is_process(id->ut_type))
                return find(has_id, id, buffer, result);
        errno = EINVAL;
        *result = NULL;
        return -1;
}

/** Reads on to the record of a login on the line of *line; 0, or -1 with ESRCH. */
int getutline_r(const struct utmp *line, struct utmp *buffer, struct utmp **result)
{
        return find(has_line, line, buffer, result);
}

/** The same as getutent_r(), in memory of its own; NULL at the end. */
struct utmp *__lwb_getutent(void)
{
        struct utmp *result;

        getutent_r(&answer, &result);
        return result;
}

/** The same as getutid_r(), in memory of its own; NULL with ESRCH or EINVAL. */
struct utmp *__lwb_getutid(const struct utmp *id)
{
        struct utmp *result;

        getutid_r(id, &answer, &result);
        return result;
}

/** The same as getutline_r(), in memory of its own; NULL with ESRCH. */
struct utmp *__lwb_getutline(const struct utmp *line)
{
        struct utmp *result;

        getutline_r(line, &answer, &result);
        return result;
}

/* Whether the record read last still is the one that *entry replaces. */
static bool at_place(const struct utmp *entry)
{
        if (position == 0 || !has_id(entry))
                return false;
        position -= (off_t)sizeof last;
        return read_next() && has_id(entry);
}

/* Stores *entry in place of the record that getutid() would find from here on, or at the end. */
static bool store(const struct utmp *entry)
{
        bool found = at_place(entry);

        while (!found && read_next())
                found = has_id(entry);
        if (!found && !__lwb_utmp_append(file, entry))
                return false;
        if (found && pwrite(file, entry, sizeof *entry, position - (off_t)sizeof last) !=
                         (ssize_t)sizeof *entry)
                return false;
        if (!found)
                position = lseek(file, 0, SEEK_END);
        return true;
}

/** Stores *entry in place of that with its id (getutid), or at the end. Where it is in memory of
 * its own, or NULL with errno. */
struct utmp *__lwb_pututline(const struct utmp *entry)
{
        struct utmp *result = NULL;

        pthread_mutex_lock(&mutex);
        if (open_file() && reopen_writable() && __lwb_utmp_lock(file, F_WRLCK)) {
                if (store(entry)) {
                        answer = *entry;
                        result = &answer;
                }
                __lwb_utmp_unlock(file);
        }
        pthread_mutex_unlock(&mutex);
        return result;
}

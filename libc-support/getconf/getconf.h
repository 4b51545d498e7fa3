#ifndef LIBC_SUPPORT_GETCONF_H
#define LIBC_SUPPORT_GETCONF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../../wildebeest/modules/sysconf/cache.h"

/** Where a variable's value comes from. */
enum kind {
        KIND_SYSCONF,     /**< sysconf(key) */
        KIND_ENVIRONMENT, /**< sysconf(key), and a name that -v takes */
        KIND_CONFSTR,     /**< confstr(key) */
        KIND_PATHCONF,    /**< path_value(key): the only kind that wants a pathname */
        KIND_NUMBER,      /**< number */
        KIND_UNSIGNED,    /**< number, of an unsigned type */
        KIND_TEXT,        /**< text */
        KIND_CACHE,       /**< __lwb_cache_value(key) */
        KIND_PROCESSORS,  /**< processors_configured() */
        KIND_UNDEFINED,
};

struct variable {
        const char *name;
        bool in_glibc; /**< glibc's getconf has it, so that -a lists it */
        enum kind kind;
        int key;
        intmax_t number;
        const char *text;
};

/** The variables: first those that glibc's getconf has too, in its order. */
extern const struct variable variables[];
extern const size_t variable_count;

/** Keys of path_value() beside those of pathconf(): variables of POSIX.1-2024. */
enum { PATH_TEXTDOMAIN_MAX = 1000, PATH_FALLOC, PATH_TIMESTAMP_RESOLUTION };

/**
 * The value of a pathname variable for the file system that a path is on, from the file system
 * where it differs by that, else from pathconf(). -1 in *value: not defined. Returns 0, or -1 with
 * errno.
 */
int path_value(const char *path, int key, intmax_t *value);

/** Processors that may ever be there, by the kernel's list; without it what sysconf() says. */
intmax_t processors_configured(void);

#endif

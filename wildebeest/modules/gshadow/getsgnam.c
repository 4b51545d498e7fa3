/*
 * glibc: finds a group's entry; names that begin with '+' or '-' are never found.
 * musl:  lacks both.
 * here:  the same in /etc/gshadow alone; "not found" leaves errno as it is.
 * see:   gshadow(5); getspnam(3), whose rules they follow.
 */
#include <errno.h>
#include <string.h>
#include "sgrp.h"

/* Looks for `name`; 0 with *found telling, or an error. */
static int find(const char *name, struct sgrp *sg, struct lwb_colon_buffer *buffer, int *found)
{
        struct lwb_colon_file file = LWB_COLON_FILE(GSHADOW);
        int error = __lwb_colon_file_open(&file);

        *found = 0;
        if (error)
                return error;
        do {
                error = __lwb_colon_file_next(&file, __lwb_parse_sgrp, sg, buffer);
                *found = !error && !__lwb_colon_compat(sg->sg_namp) && !strcmp(sg->sg_namp, name);
        } while (!error && !*found);
        __lwb_colon_file_close(&file);
        return error == ENOENT ? 0 : error;
}

/**
 * Finds the entry of group `name`: `*result` is `sg`, whose parts are in the `size` bytes at
 * `buffer`, or NULL. 0, also when there is none; ERANGE when `size` is too small; or, like that
 * also in errno, why the file can not be read.
 */
int getsgnam_r(const char *name, struct sgrp *sg, char *buffer, size_t size, struct sgrp **result)
{
        struct lwb_colon_buffer space = {buffer, size, 0};
        int saved = errno;
        int found;
        int error = find(name, sg, &space, &found);

        *result = found ? sg : NULL;
        errno = error ? error : saved;
        return error;
}

/** The entry of group `name`, in static storage; NULL, with errno set only when it failed. */
struct sgrp *getsgnam(const char *name)
{
        static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
        static struct lwb_colon_buffer buffer = {NULL, 0, 1};
        static struct sgrp sg;
        int saved = errno;
        int found;
        int error;

        pthread_mutex_lock(&lock);
        error = find(name, &sg, &buffer, &found);
        pthread_mutex_unlock(&lock);
        errno = error ? error : saved;
        return found ? &sg : NULL;
}

/*
 * Allocation failure on demand. Tests that ask for it ("oom": true) are linked
 * with oom.c and --wrap for malloc, calloc, realloc, reallocarray and strdup;
 * only calls made by the test and by the module's archive are counted, libc's
 * own are not (except in a static link).
 *
 *         for (long n = 0; oom_try(n); n++) {
 *                 result = function(...);
 *                 if (oom_end()) { check that result says ENOMEM }
 *         }
 */
#ifndef LWB_TESTING_OOM_H
#define LWB_TESTING_OOM_H

#ifdef LWB_OOM
/* Lets the next n allocations succeed and the one after fail; false when the last try saw no
 * failure. */
int oom_try(long n);
/* Stops failing; true when an allocation was made to fail since oom_try. */
int oom_end(void);
#else
static inline int oom_try(long n)
{
        (void)n;
        return 0;
}
static inline int oom_end(void)
{
        return 0;
}
#endif

#endif

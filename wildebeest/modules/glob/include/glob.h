/*
 * <glob.h> with GLOB_BRACE, GLOB_ALTDIRFUNC, GLOB_NOMAGIC, GLOB_ONLYDIR, the members of glob_t that
 * they use, and glob_pattern_p; musl has room for the members in glob_t, but names none of it. It
 * stands in for musl's header, whose glob_t cannot be added to; the layout stays.
 */
#ifndef LWB_GLOB_GLOB_H
#define LWB_GLOB_GLOB_H
#pragma GCC system_header
#include <features.h>
#if !defined(__GLIBC__) && !defined(_GLOB_H)
/* musl's guard. */
#define _GLOB_H

#ifndef __DEFINED_size_t
#define __NEED_size_t
#include <bits/alltypes.h>
#endif

#define GLOB_ERR 0x01
#define GLOB_MARK 0x02
#define GLOB_NOSORT 0x04
#define GLOB_DOOFFS 0x08
#define GLOB_NOCHECK 0x10
#define GLOB_APPEND 0x20
#define GLOB_NOESCAPE 0x40
#define GLOB_PERIOD 0x80
#define GLOB_MAGCHAR 0x100
#define GLOB_ALTDIRFUNC 0x200
#define GLOB_BRACE 0x400
#define GLOB_NOMAGIC 0x800
#define GLOB_TILDE 0x1000
#define GLOB_ONLYDIR 0x2000
#define GLOB_TILDE_CHECK 0x4000

#define GLOB_NOSPACE 1
#define GLOB_ABORTED 2
#define GLOB_NOMATCH 3
#define GLOB_NOSYS 4
#define GLOB_ABEND GLOB_ABORTED

#ifdef __cplusplus
extern "C" {
#endif

struct dirent;
struct stat;

typedef struct {
        size_t gl_pathc;
        char **gl_pathv;
        size_t gl_offs;
        int gl_flags;
        void (*gl_closedir)(void *);
        struct dirent *(*gl_readdir)(void *);
        void *(*gl_opendir)(const char *);
        int (*gl_lstat)(const char *__restrict, struct stat *__restrict);
        int (*gl_stat)(const char *__restrict, struct stat *__restrict);
} glob_t;

int glob(const char *__restrict, int, int (*)(const char *, int), glob_t *__restrict)
    __asm__("__lwb_glob");
void globfree(glob_t *) __asm__("__lwb_globfree");
#ifdef _GNU_SOURCE
int glob_pattern_p(const char *, int);
#endif

#ifdef _LARGEFILE64_SOURCE
#define glob64 glob
#define globfree64 globfree
#define glob64_t glob_t
#endif

#ifdef __cplusplus
}
#endif
#endif
#include_next <glob.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#endif

/*
 * Any pattern with any flags, in a tree in memory. The input's first two bytes are the flags, the
 * third says what becomes of errors, the rest is the pattern. What is found must be there, in
 * order, the same each time, and behind what was found before.
 */
#include <stdint.h>
#include "memory_tree.h"

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

#define check(condition)                                                                           \
        do {                                                                                       \
                if (!(condition)) {                                                                \
                        fprintf(stderr, "ERROR: %s:%d: %s\n", __FILE__, __LINE__, #condition);     \
                        abort();                                                                   \
                }                                                                                  \
        } while (0)

static int errors_end;

static int on_error(const char *path, int error)
{
        check(*path && error);
        return errors_end;
}

static void make_tree(void)
{
        int a, b, home;

        memory_add(0, "", MEMORY_DIRECTORY, 0);
        a = memory_add(0, "a", MEMORY_DIRECTORY, 0);
        b = memory_add(a, "b", MEMORY_DIRECTORY, 0);
        memory_add(b, "c", MEMORY_FILE, 0);
        memory_add(b, "{a,b}", MEMORY_FILE, 0);
        memory_add(a, "*", MEMORY_FILE, 0);
        memory_add(a, "a\\", MEMORY_FILE, 0);
        memory_add(a, "[a]", MEMORY_DIRECTORY, 0);
        memory_add(0, "ab", MEMORY_FILE, 0);
        memory_add(0, ".h", MEMORY_DIRECTORY, 0);
        memory_add(0, "l", MEMORY_LINK, b);
        memory_add(0, "dangling", MEMORY_LINK, -1);
        memory_add(a, "up", MEMORY_LINK, 0);
        memory_add(0, "closed", MEMORY_CLOSED, 0);
        memory_nodes[memory_add(0, "u", MEMORY_DIRECTORY, 0)].untyped = 1;
        memory_nodes[memory_add(0, "v", MEMORY_LINK, a)].untyped = 1;
        home = memory_add(0, "home", MEMORY_DIRECTORY, 0);
        memory_add(home, "x", MEMORY_FILE, 0);
        setenv("HOME", "/home", 1);
}

/* How much work a pattern may be: what is asked for grows with these to the power of each other. */
static int is_small(const char *pattern)
{
        int commas = 0, slashes = 0, stars = 0;

        for (const char *p = pattern; *p; p++) {
                commas += *p == ',';
                slashes += *p == '/';
                stars += *p == '*';
        }
        return commas <= 8 && slashes <= 6 && stars <= 12;
}

/* Only the own home directory is known without looking into files. */
static int needs_users(const char *pattern)
{
        const char *tilde = strchr(pattern, '~');

        return tilde && ((tilde[1] && tilde[1] != '/') || strchr(pattern, '{'));
}

static void check_paths(const glob_t *g, size_t from, const char *pattern, int flags)
{
        struct stat st;

        check(!g->gl_pathv[g->gl_offs + g->gl_pathc]);
        for (size_t i = 0; i < g->gl_offs; i++)
                check(!g->gl_pathv[i]);
        for (size_t i = from; i < g->gl_pathc; i++) {
                const char *path = g->gl_pathv[g->gl_offs + i];

                if (flags & (GLOB_NOCHECK | GLOB_NOMAGIC) && g->gl_pathc - from == 1 &&
                    !strcmp(path, pattern))
                        continue;
                check(!memory_lstat(path, &st));
                if (i > from && !(flags & (GLOB_NOSORT | GLOB_BRACE)))
                        check(strcoll(g->gl_pathv[g->gl_offs + i - 1], path) <= 0);
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        char *pattern, *first;
        size_t count;
        glob_t g = {0};
        int flags, result, again;
        int (*errfunc)(const char *, int);

        if (!memory_count)
                make_tree();
        if (size < 3)
                return 0;
        flags = ((data[0] | data[1] << 8) & 0x7eff & ~GLOB_APPEND) | GLOB_ALTDIRFUNC;
        errfunc = data[2] & 1 ? on_error : NULL;
        errors_end = data[2] & 2;
        pattern = calloc(size - 2, 1);
        check(pattern);
        memcpy(pattern, data + 3, size - 3);
        if (!is_small(pattern)) {
                free(pattern);
                return 0;
        }
        if (needs_users(pattern))
                flags &= ~(GLOB_TILDE | GLOB_TILDE_CHECK);
        memory_functions(&g);
        g.gl_offs = data[2] >> 4;
        result = glob(pattern, flags, errfunc, &g);
        check(result == 0 || result == GLOB_ABORTED || result == GLOB_NOMATCH);
        check(memory_all_closed());
        count = g.gl_pathc;
        check(!result == (count > 0));
        if (!result) {
                check_paths(&g, 0, pattern, flags);
                first = strdup(g.gl_pathv[g.gl_offs]);
                check(first);
                again = glob(pattern, flags | GLOB_APPEND, errfunc, &g);
                check(!again && g.gl_pathc == 2 * count);
                check_paths(&g, count, pattern, flags);
                check(!strcmp(first, g.gl_pathv[g.gl_offs]));
                for (size_t i = 0; i < count; i++)
                        check(
                            !strcmp(g.gl_pathv[g.gl_offs + i], g.gl_pathv[g.gl_offs + count + i]));
                free(first);
        }
        globfree(&g);
        glob_pattern_p(pattern, data[2] & 1);
        free(pattern);
        return 0;
}

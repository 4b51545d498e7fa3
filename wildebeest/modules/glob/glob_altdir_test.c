/* GLOB_ALTDIRFUNC and the members of glob_t: glob in trees that are known. */
#include <stdint.h>
#include "memory_tree.h"
#include "oom.h"
#include "tap.h"

/* So that on musl alone only the members are what it misses. */
#ifndef GLOB_BRACE
#define GLOB_MAGCHAR 0x100
#define GLOB_ALTDIRFUNC 0x200
#define GLOB_BRACE 0x400
#define GLOB_NOMAGIC 0x800
#define GLOB_ONLYDIR 0x2000
#endif

static char trace[2048];
static size_t trace_length;

static void tell(const char *what, const char *path)
{
        /* glibc may say "./x" for "x". */
        if (!strncmp(path, "./", 2) && path[2])
                path += 2;
        trace_length += (size_t)snprintf(trace + trace_length, sizeof trace - trace_length,
                                         "%s %s;", what, path);
        require(trace_length < sizeof trace);
}

static void *telling_opendir(const char *path)
{
        tell("open", path);
        return memory_opendir(path);
}

static void telling_closedir(void *stream)
{
        tell("close", "");
        memory_closedir(stream);
}

static int telling_stat(const char *restrict path, struct stat *restrict st)
{
        tell("stat", path);
        return memory_stat(path, st);
}

static int telling_lstat(const char *restrict path, struct stat *restrict st)
{
        tell("lstat", path);
        return memory_lstat(path, st);
}

static void test_functions(void)
{
        glob_t g = {0};

        g.gl_opendir = telling_opendir;
        g.gl_readdir = memory_readdir;
        g.gl_closedir = telling_closedir;
        g.gl_stat = telling_stat;
        g.gl_lstat = telling_lstat;
        is_int(glob("f*", GLOB_ALTDIRFUNC, NULL, &g), 0, "glob: GLOB_ALTDIRFUNC");
        is_str(trace, "open .;close ;", "glob: gl_opendir and gl_closedir");
        is_int(g.gl_pathc, 2, "glob: gl_readdir");
        is_int(g.gl_flags & GLOB_MAGCHAR, GLOB_MAGCHAR, "glob: GLOB_MAGCHAR");
        is_int(g.gl_flags & GLOB_ALTDIRFUNC, GLOB_ALTDIRFUNC, "glob: gl_flags has the flags");
        globfree(&g);
        trace_length = 0;
        is_int(glob("f1", GLOB_ALTDIRFUNC, NULL, &g), 0, "glob: GLOB_ALTDIRFUNC, a plain name");
        is_str(trace, "lstat f1;", "glob: gl_lstat");
        is_int(g.gl_flags & GLOB_MAGCHAR, 0, "glob: no GLOB_MAGCHAR");
        globfree(&g);
        trace_length = 0;
        is_int(glob("d", GLOB_ALTDIRFUNC | GLOB_MARK, NULL, &g), 0, "glob: GLOB_MARK");
        is_str(trace, "lstat d;stat d;", "glob: gl_stat");
        is_str(g.gl_pathv[0], "d/", "glob: GLOB_MARK by gl_stat");
        globfree(&g);
        is_int(glob("*", GLOB_ALTDIRFUNC | GLOB_ONLYDIR, NULL, &g), 0, "glob: GLOB_ONLYDIR");
        is_int(g.gl_pathc, 4, "glob: GLOB_ONLYDIR looks at what has no type, and at links");
        globfree(&g);
        is_int(glob("closed/*", GLOB_ALTDIRFUNC | GLOB_ERR, NULL, &g), GLOB_ABORTED,
               "glob: gl_opendir's error");
        is_int(glob("f1/*", GLOB_ALTDIRFUNC | GLOB_ERR, NULL, &g), GLOB_NOMATCH,
               "glob: gl_opendir's ENOTDIR");
        ok(memory_all_closed(), "glob: all that was opened is closed");
}

static void make_tree(void)
{
        int d;

        memory_count = 0;
        memory_add(0, "", MEMORY_DIRECTORY, 0);
        d = memory_add(0, "d", MEMORY_DIRECTORY, 0);
        memory_add(d, "x", MEMORY_FILE, 0);
        memory_add(d, ".h", MEMORY_FILE, 0);
        memory_add(0, "f2", MEMORY_FILE, 0);
        memory_add(0, "f1", MEMORY_FILE, 0);
        memory_add(0, "l", MEMORY_LINK, d);
        memory_add(0, "dangling", MEMORY_LINK, -1);
        memory_add(0, "closed", MEMORY_CLOSED, 0);
        memory_nodes[memory_add(0, "u", MEMORY_DIRECTORY, 0)].untyped = 1;
        memory_nodes[memory_add(0, "v", MEMORY_FILE, 0)].untyped = 1;
}

static uint32_t random_state = 20240612;

static uint32_t random_below(uint32_t n)
{
#ifdef RANDOM_CHOICE /* test/programs/differential.c makes the choices, and shrinks them */
        return RANDOM_CHOICE(n);
#endif
        random_state ^= random_state << 13;
        random_state ^= random_state >> 17;
        random_state ^= random_state << 5;
        return random_state % n;
}

/* Whether the one part matches the name, in the few terms that the random patterns use. */
static int matches(const char *p, const char *end, const char *name)
{
        if (p == end)
                return !*name;
        if (*p == '*')
                return matches(p + 1, end, name) || (*name && matches(p, end, name + 1));
        if (!*name)
                return 0;
        if (*p == '[')
                return (*name == p[1] || *name == p[2]) && matches(p + 4, end, name + 1);
        return (*p == '?' || *p == *name) && matches(p + 1, end, name + 1);
}

static char *expected[4096];
static size_t expected_count;

/* Adds the paths that match below a node, as the definition has it. */
static void expect(int node, const char *pattern, const char *before)
{
        static char store[4096][64];
        const char *end = pattern + strcspn(pattern, "/");

        for (int i = 1; i < memory_count; i++) {
                char path[64];

                if (memory_nodes[i].parent != node)
                        continue;
                if (memory_nodes[i].name[0] == '.' && *pattern != '.')
                        continue;
                if (!matches(pattern, end, memory_nodes[i].name))
                        continue;
                require(snprintf(path, sizeof path, "%s%s", before, memory_nodes[i].name) < 60);
                if (*end) {
                        strcat(path, "/");
                        if (memory_is_directory(i))
                                expect(i, end + 1, path);
                } else {
                        require(expected_count < 4096);
                        expected[expected_count] = strcpy(store[expected_count], path);
                        expected_count++;
                }
        }
}

static int by_text(const void *a, const void *b)
{
        return strcmp(*(char *const *)a, *(char *const *)b);
}

static void random_tree(void)
{
        static const char *const names[] = {"a", "b", "ab", "ba", "aab", ".a", ".b", "abc", "c"};

        memory_count = 0;
        memory_add(0, "", MEMORY_DIRECTORY, 0);
        while (memory_count < 30) {
                int parent, clash = 0;
                const char *name = names[random_below(9)];

                do
                        parent = (int)random_below((uint32_t)memory_count);
                while (!memory_is_directory(parent));
                for (int i = 1; i < memory_count; i++)
                        clash |=
                            memory_nodes[i].parent == parent && !strcmp(memory_nodes[i].name, name);
                if (clash) {
                        /* So that it ends also where all the names are taken. */
                        if (random_below(20) == 0)
                                return;
                        continue;
                }
                memory_nodes[memory_add(parent, name,
                                        random_below(2) ? MEMORY_DIRECTORY : MEMORY_FILE, 0)]
                    .untyped = random_below(4) == 0;
        }
}

static void random_pattern(char *out)
{
        static const char *const terms[] = {"a", "b", "*", "?", "[ab]", "[bc]", "a*", ".", "c"};
        int parts = 1 + (int)random_below(3);

        *out = '\0';
        for (int i = 0; i < parts; i++) {
                int count = 1 + (int)random_below(3);

                strcat(out, i ? "/" : "");
                if (random_below(4) == 0)
                        strcat(out, "*");
                for (int j = 0; j < count; j++)
                        strcat(out, terms[random_below(9)]);
        }
}

/* Whether a part of the pattern could match "." or "..", which the model does not have. */
static int finds_dots(const char *pattern)
{
        return *pattern == '.' || strstr(pattern, "/.");
}

static void test_random(void)
{
        int wrong = 0, found = 0;

        for (int i = 0; i < 3000; i++) {
                char pattern[128];
                glob_t g = {0};
                int result;

                if (i % 10 == 0)
                        random_tree();
                random_pattern(pattern);
                if (finds_dots(pattern))
                        continue;
                expected_count = 0;
                expect(0, pattern, "");
                qsort(expected, expected_count, sizeof *expected, by_text);
                memory_functions(&g);
                result = glob(pattern, GLOB_ALTDIRFUNC, NULL, &g);
                if ((result == 0) != (expected_count > 0) || g.gl_pathc != expected_count) {
                        wrong++;
                        note("\"%s\": %d, %zu paths for %zu", pattern, result, g.gl_pathc,
                             expected_count);
                } else {
                        for (size_t j = 0; j < g.gl_pathc; j++)
                                wrong += strcmp(g.gl_pathv[j], expected[j]) != 0;
                }
                found += result == 0;
                globfree(&g);
        }
        is_int(wrong, 0, "glob: random patterns find what matches in random trees");
        ok(found > 500, "glob: random patterns find something");
}

/* The words of a pattern, by replacing the first braces until there are none. */
static void words_of(const char *pattern, char words[][128], size_t *count)
{
        const char *open = strchr(pattern, '{'), *p, *from;
        int depth = 0;

        for (p = open; p && *p; p++) {
                depth += *p == '{';
                depth -= *p == '}';
                if (!depth)
                        break;
        }
        if (!open || !*p) {
                require(*count < 512);
                strcpy(words[(*count)++], pattern);
                return;
        }
        from = open + 1;
        for (const char *q = from; q <= p; q++) {
                char next[128];

                if (*q == '{')
                        depth++;
                else if (*q == '}' && q != p)
                        depth--;
                if (q != p && (*q != ',' || depth))
                        continue;
                require(snprintf(next, sizeof next, "%.*s%.*s%s", (int)(open - pattern), pattern,
                                 (int)(q - from), from, p + 1) < 120);
                words_of(next, words, count);
                from = q + 1;
        }
}

static size_t random_braces(char *out, size_t length, int depth)
{
        int terms = 1 + (int)random_below(3);

        for (int i = 0; i < terms && length < 60; i++) {
                uint32_t kind = random_below(8);

                if (kind < 3 && depth < 3) {
                        int words = 1 + (int)random_below(3);

                        out[length++] = '{';
                        for (int j = 0; j < words; j++) {
                                if (j)
                                        out[length++] = ',';
                                if (random_below(4))
                                        length = random_braces(out, length, depth + 1);
                        }
                        if (random_below(12))
                                out[length++] = '}';
                } else {
                        out[length++] =
                            "ab*?/,}{"[kind == 7 ? 4 + random_below(4) : random_below(4)];
                }
        }
        out[length] = '\0';
        return length;
}

static void test_random_braces(void)
{
        static char words[512][128];
        int wrong = 0, found = 0;

        for (int i = 0; i < 3000; i++) {
                char pattern[128];
                glob_t g = {0}, all = {0};
                size_t count = 0;
                int result;

                if (i % 20 == 0)
                        random_tree();
                random_braces(pattern, 0, 0);
                /* As many words as this test has room for, and none where glibc differs. */
                if (strlen(pattern) > 40)
                        continue;
                words_of(pattern, words, &count);
                memory_functions(&g);
                memory_functions(&all);
                for (size_t j = 0; j < count; j++) {
                        int one =
                            glob(words[j], GLOB_ALTDIRFUNC | (j ? GLOB_APPEND : 0), NULL, &all);

                        wrong += one != 0 && one != GLOB_NOMATCH;
                }
                result = glob(pattern, GLOB_ALTDIRFUNC | GLOB_BRACE, NULL, &g);
                if ((result == 0) != (all.gl_pathc > 0) || g.gl_pathc != all.gl_pathc) {
                        wrong++;
                        note("\"%s\": %d, %zu paths for %zu", pattern, result, g.gl_pathc,
                             all.gl_pathc);
                } else {
                        for (size_t j = 0; j < g.gl_pathc; j++)
                                wrong += strcmp(g.gl_pathv[j], all.gl_pathv[j]) != 0;
                }
                found += result == 0;
                globfree(&g);
                globfree(&all);
        }
        is_int(wrong, 0, "glob: random braces find what their words find");
        ok(found > 500, "glob: random braces find something");
}

static void test_memory(void)
{
        static const struct {
                int flags;
                const char *pattern;
        } cases[] = {
            {0, "*"},
            {0, "d/x"},
            {GLOB_MARK, "*/"},
            {GLOB_MARK, "[dlu]"},
            {GLOB_BRACE, "{f*,{d,l}/{x,*}}"},
            {GLOB_TILDE, "~/x"},
            {GLOB_NOCHECK, "none"},
            {GLOB_NOMAGIC | GLOB_BRACE, "{none,other}"},
            {GLOB_DOOFFS, "none*"},
        };

        make_tree();
        require(!setenv("HOME", "/d", 1));
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                int flags = cases[i].flags | GLOB_ALTDIRFUNC;
                int bad = 0;

                for (long n = 0; oom_try(n); n++) {
                        glob_t g = {0};
                        int result;

                        memory_functions(&g);
                        g.gl_offs = 2;
                        result = glob(cases[i].pattern, flags, NULL, &g);
                        if (oom_end()) {
                                bad += result != GLOB_NOSPACE || g.gl_pathc || g.gl_pathv;
                        } else {
                                bad += result != (flags & GLOB_DOOFFS ? GLOB_NOMATCH : 0);
                                globfree(&g);
                        }
                        bad += !memory_all_closed();
                }
                is_int(bad, 0, "glob: failing allocations, flags %x, \"%s\"", cases[i].flags,
                       cases[i].pattern);
        }
        {
                glob_t g = {0};
                int bad = 0;

                memory_functions(&g);
                require(!glob("f*", GLOB_ALTDIRFUNC, NULL, &g));
                for (long n = 0; oom_try(n); n++) {
                        int result = glob("d/*", GLOB_ALTDIRFUNC | GLOB_APPEND, NULL, &g);

                        if (oom_end())
                                bad += result != GLOB_NOSPACE || g.gl_pathc != 2 || g.gl_pathv[2];
                        else
                                bad += result != 0 || g.gl_pathc != 3;
                }
                is_int(bad, 0, "glob: failing allocations leave what was found before");
                globfree(&g);
        }
}

int main(void)
{
        ok(sizeof(glob_t) == 3 * sizeof(size_t) + 6 * sizeof(void *), "glob_t: has libc's size");
        make_tree();
        test_functions();
        test_random();
        test_random_braces();
        test_memory();
        return done_testing();
}

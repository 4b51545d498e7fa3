/* Vectors of strings: each function, and a long sequence of operations whose digest glibc gave. */
#include <argz.h>
#include <envz.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "oom.h"
#include "tap.h"

static char *argz;
static size_t length;

/* The vector with '.' for each end of an entry. */
static const char *shown(void)
{
        static char text[256];

        require(length < sizeof text);
        for (size_t i = 0; i < length; i++)
                text[i] = argz[i] ? argz[i] : '.';
        text[length] = '\0';
        return text;
}

static void clear(void)
{
        free(argz);
        argz = NULL;
        length = 0;
}

static void from(const char *string)
{
        clear();
        require(argz_create_sep(string, ':', &argz, &length) == 0);
}

static void test_creation(void)
{
        static const char *const cases[][2] = {
            {"", ""},    {"a", "a."},      {":", "."},          {":a", "a."},     {"a:", "a.."},
            {"::", "."}, {"a::b", "a.b."}, {"a:b:c", "a.b.c."}, {"::a::", "a.."},
        };
        char *none[] = {NULL}, *some[] = {"a", "", "bc", NULL}, *pointers[4];

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                from(cases[i][0]);
                is_str(shown(), cases[i][1], "argz_create_sep: \"%s\"", cases[i][0]);
                from("x");
                is_int(argz_add_sep(&argz, &length, cases[i][0], ':'), 0, "argz_add_sep: \"%s\"",
                       cases[i][0]);
                ok(!strncmp(shown(), "x.", 2) && !strcmp(shown() + 2, cases[i][1]),
                   "argz_add_sep: \"%s\" behind another", cases[i][0]);
        }
        clear();
        argz = some[0];
        length = 9;
        ok(argz_create(none, &argz, &length) == 0 && !argz && length == 0, "argz_create: nothing");
        is_int(argz_create(some, &argz, &length), 0, "argz_create: three");
        is_str(shown(), "a..bc.", "argz_create: entries");
        is_int(argz_count(argz, length), 3, "argz_count: three");
        is_int(argz_count(NULL, 0), 0, "argz_count: none");
        argz_extract(argz, length, pointers);
        ok(pointers[0] == argz && pointers[1] == argz + 2 && pointers[2] == argz + 3 &&
               !pointers[3],
           "argz_extract: pointers to the entries");
        argz_stringify(argz, length, '+');
        is_str(argz, "a++bc", "argz_stringify: one string");
        argz_stringify(NULL, 0, '+');
        clear();
}

static void test_changes(void)
{
        unsigned count = 5;

        is_int(argz_add(&argz, &length, ""), 0, "argz_add: an empty entry");
        is_int(argz_append(&argz, &length, "x\0y", 4), 0, "argz_append: two entries");
        is_str(shown(), ".x.y.", "argz_append: at the end");
        is_int(argz_append(&argz, &length, "z", 0), 0, "argz_append: nothing");
        is_str(shown(), ".x.y.", "argz_append: nothing changes nothing");

        from("ab:cd:ef");
        is_int(argz_insert(&argz, &length, argz + 4, "new"), 0,
               "argz_insert: in the middle of an entry");
        is_str(shown(), "ab.new.cd.ef.", "argz_insert: goes before that entry");
        is_int(argz_insert(&argz, &length, argz, "first"), 0, "argz_insert: at the beginning");
        is_int(argz_insert(&argz, &length, NULL, "last"), 0, "argz_insert: a null pointer");
        is_str(shown(), "first.ab.new.cd.ef.last.", "argz_insert: first and last");
        is_int(argz_insert(&argz, &length, argz + length, "x"), EINVAL,
               "argz_insert: behind the end");
        is_int(argz_insert(&argz, &length, (char *)&count, "x"), EINVAL, "argz_insert: elsewhere");
        argz_delete(&argz, &length, argz + 6);
        is_str(shown(), "first.new.cd.ef.last.", "argz_delete: an entry");
        argz_delete(&argz, &length, NULL);
        is_str(shown(), "first.new.cd.ef.last.", "argz_delete: a null pointer");
        from("q");
        argz_delete(&argz, &length, argz);
        ok(!argz && length == 0, "argz_delete: the last one frees the vector");

        from("a:b");
        ok(argz_next(argz, length, NULL) == argz, "argz_next: the first");
        ok(argz_next(argz, length, argz) == argz + 2, "argz_next: the second");
        ok(!argz_next(argz, length, argz + 2), "argz_next: no third");
        ok(!argz_next(NULL, 0, NULL), "argz_next: none at all");

        from("ababa:b:xax");
        is_int(argz_replace(&argz, &length, "a", "ZZ", &count), 0, "argz_replace: longer");
        is_str(shown(), "ZZbZZbZZ.b.xZZx.", "argz_replace: each occurrence");
        is_int(count, 7, "argz_replace: counts the changed entries");
        is_int(argz_replace(&argz, &length, "", "Q", &count), 0, "argz_replace: an empty string");
        is_int(argz_replace(&argz, &length, "none", "Q", &count), 0, "argz_replace: no occurrence");
        is_str(shown(), "ZZbZZbZZ.b.xZZx.", "argz_replace: nothing to do");
        is_int(argz_replace(&argz, &length, "ZZ", "", NULL), 0, "argz_replace: shorter, no count");
        is_int(argz_replace(&argz, &length, "b", "", &count), 0, "argz_replace: whole entries");
        is_str(shown(), "..xx.", "argz_replace: empty entries stay");
        is_int(count, 9, "argz_replace: the count goes on");
        from("aaa");
        require(argz_replace(&argz, &length, "aa", "a", &count) == 0);
        is_str(shown(), "aa.", "argz_replace: from the left, no overlap");
        clear();
}

static void test_environment(void)
{
        is_int(envz_add(&argz, &length, "A", "1"), 0, "envz_add: a value");
        is_int(envz_add(&argz, &length, "B", NULL), 0, "envz_add: no value");
        require(envz_add(&argz, &length, "C", "") == 0 && envz_add(&argz, &length, "AB", "2") == 0);
        is_str(shown(), "A=1.B.C=.AB=2.", "envz_add: entries");
        is_str(envz_get(argz, length, "A"), "1", "envz_get: a value");
        is_str(envz_get(argz, length, "B"), NULL, "envz_get: a name alone");
        is_str(envz_get(argz, length, "C"), "", "envz_get: an empty value");
        is_str(envz_get(argz, length, "D"), NULL, "envz_get: no such name");
        is_str(envz_entry(argz, length, "B"), "B", "envz_entry: a name alone");
        is_str(envz_entry(argz, length, "AB"), "AB=2", "envz_entry: a value");
        is_str(envz_entry(argz, length, "A=9"), "A=1",
               "envz_entry: the name ends at the equals sign");
        is_str(envz_entry(argz, length, ""), NULL, "envz_entry: an empty name");
        require(envz_add(&argz, &length, "A", "new") == 0);
        is_str(shown(), "B.C=.AB=2.A=new.", "envz_add: in place of the old one, at the end");
        require(envz_add(&argz, &length, "A", NULL) == 0 && envz_add(&argz, &length, "", "e") == 0);
        is_str(shown(), "B.C=.AB=2.A.=e.", "envz_add: no value in place of one, and no name");
        is_str(envz_get(argz, length, ""), "e", "envz_get: an empty name");
        envz_remove(&argz, &length, "AB");
        envz_remove(&argz, &length, "none");
        is_str(shown(), "B.C=.A.=e.", "envz_remove: an entry");
        envz_strip(&argz, &length);
        is_str(shown(), "C=.=e.", "envz_strip: entries without value");

        from("A=1:B");
        is_int(envz_merge(&argz, &length, "A=2\0C=3\0D\0B=9", 14, 0), 0, "envz_merge: what is new");
        is_str(shown(), "A=1.B.C=3.D.", "envz_merge: leaves what is there");
        is_int(envz_merge(&argz, &length, "A=2\0C=4\0E\0B", 12, 1), 0, "envz_merge: all");
        is_str(shown(), "D.A=2.C=4.E.B.", "envz_merge: replaces what is there");
        from("A=1:A=2:B");
        envz_remove(&argz, &length, "A");
        is_str(shown(), "A=2.B.", "envz_remove: the first of two");
        clear();
}

static uint32_t next(uint32_t bound)
{
        static uint64_t state = 88172645463325252;

        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (uint32_t)(state >> 20) % bound;
}

static char *some_text(char *text, uint32_t most)
{
        uint32_t n = next(most + 1);

        for (uint32_t i = 0; i < n; i++)
                text[i] = "ab=:"[next(4)];
        text[n] = '\0';
        return text;
}

/* FNV-1a over the vector after each of 50,000 operations. */
static uint32_t digest(void)
{
        uint32_t hash = 2166136261u;
        char a[16], b[16];

        for (int i = 0; i < 50000; i++) {
                unsigned count = 0;
                int error = 0;

                some_text(a, 7);
                some_text(b, 3);
                switch (next(10)) {
                case 0:
                        error = argz_add(&argz, &length, a);
                        break;
                case 1:
                        error = argz_add_sep(&argz, &length, a, next(2) ? ':' : 'b');
                        break;
                case 2:
                        if (length) {
                                char *entry = argz + next((uint32_t)length);

                                while (entry > argz && entry[-1])
                                        entry--;
                                argz_delete(&argz, &length, entry);
                        }
                        break;
                case 3:
                        if (length)
                                error =
                                    argz_insert(&argz, &length, argz + next((uint32_t)length), a);
                        break;
                case 4:
                        error = argz_replace(&argz, &length, b, a + strlen(a) / 2, &count);
                        break;
                case 5:
                        error = envz_add(&argz, &length, b, next(3) ? a : NULL);
                        break;
                case 6:
                        error = envz_merge(&argz, &length, a, strlen(a) + 1, (int)next(2));
                        break;
                case 7:
                        envz_remove(&argz, &length, b);
                        break;
                case 8:
                        if (next(10) == 0)
                                envz_strip(&argz, &length);
                        break;
                default:
                        count = (unsigned)argz_count(argz, length);
                        if (envz_entry(argz, length, b))
                                count += (unsigned)(envz_entry(argz, length, b) - argz);
                        if (envz_get(argz, length, b))
                                count += (unsigned)(envz_get(argz, length, b) - argz);
                        break;
                }
                require(error == 0);
                for (size_t k = 0; k < length; k++)
                        hash = (hash ^ (unsigned char)argz[k]) * 16777619u;
                hash = (hash ^ count) * 16777619u;
                if (length > 200)
                        clear();
        }
        clear();
        return hash;
}

/* Makes each allocation of an operation on "a:b=c" fail: ENOMEM, and nothing has changed. */
#define TEST_OOM(name, call)                                                                       \
        do {                                                                                       \
                from("a:b=c");                                                                     \
                for (long n = 0; oom_try(n); n++) {                                                \
                        int error = call;                                                          \
                        if (oom_end())                                                             \
                                ok(error == ENOMEM && !strcmp(shown(), "a.b=c."),                  \
                                   name ": ENOMEM");                                               \
                        else                                                                       \
                                ok(error == 0 && strcmp(shown(), "a.b=c.") != 0,                   \
                                   name ": after %ld", n);                                         \
                        from("a:b=c");                                                             \
                }                                                                                  \
        } while (0)

static void test_memory(void)
{
        char *const strings[] = {"a", NULL};
        char *made = NULL;
        size_t made_length = 0;

        TEST_OOM("argz_append", argz_append(&argz, &length, "x", 2));
        TEST_OOM("argz_add", argz_add(&argz, &length, "x"));
        TEST_OOM("argz_add_sep", argz_add_sep(&argz, &length, "x:y", ':'));
        TEST_OOM("argz_insert", argz_insert(&argz, &length, argz, "x"));
        TEST_OOM("argz_replace", argz_replace(&argz, &length, "a", "x", NULL));
        TEST_OOM("envz_add", envz_add(&argz, &length, "b", "x"));
        TEST_OOM("envz_merge", envz_merge(&argz, &length, "b=x\0y", 6, 1));
        clear();
        for (long n = 0; oom_try(n); n++) {
                int error = argz_create(strings, &made, &made_length);

                if (oom_end())
                        ok(error == ENOMEM && !made && made_length == 0, "argz_create: ENOMEM");
                else
                        ok(error == 0 && made_length == 2, "argz_create: after %ld", n);
                free(made);
        }
        for (long n = 0; oom_try(n); n++) {
                int error = argz_create_sep("a:b", ':', &made, &made_length);

                if (oom_end())
                        ok(error == ENOMEM && !made && made_length == 0, "argz_create_sep: ENOMEM");
                else
                        ok(error == 0 && made_length == 4, "argz_create_sep: after %ld", n);
                free(made);
        }
}

int main(void)
{
        test_creation();
        test_changes();
        test_environment();
        is_int(digest(), 2165338627, "argz_add: 50,000 random operations of all functions");
        test_memory();
        return done_testing();
}

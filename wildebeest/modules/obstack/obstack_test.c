/* Obstacks: each operation of the manual's chapter, failing allocation, and what is freed. */
#include <limits.h>
#include <obstack.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>
#include "tap.h"

#if defined(__GLIBC__) && defined(__clang__)
/* The macros of glibc's header calculate with null pointers, and store at odd addresses. */
#pragma clang attribute push(__attribute__((no_sanitize("pointer-overflow", "alignment"))),        \
                             apply_to = function)
#endif

/* glibc's header does not declare it. */
void _obstack_free(struct obstack *, void *);

#define obstack_chunk_alloc counted_malloc
#define obstack_chunk_free counted_free

/* Chunks that are there, and how many more may be had. */
static int chunks, allowed = INT_MAX;

static void *counted_malloc(size_t n)
{
        if (!allowed)
                return NULL;
        allowed--;
        chunks++;
        return malloc(n);
}

static void counted_free(void *p)
{
        chunks--;
        free(p);
}

static void *argument_seen;

static void *malloc_with(void *argument, long n)
{
        argument_seen = argument;
        return counted_malloc((size_t)n);
}

static void free_with(void *argument, struct _obstack_chunk *chunk)
{
        argument_seen = argument;
        counted_free(chunk);
}

static struct obstack o;

/* glibc's header has no prototype of it. */
int _obstack_allocated_p(struct obstack *, void *);

static void test_objects(void)
{
        char *a, *b, *c;

        ok(obstack_init(&o) != 0, "obstack_init: is true");
        is_int(chunks, 1, "obstack_init: one chunk");
        ok(obstack_empty_p(&o), "obstack_empty_p: at first");
        is_int(obstack_object_size(&o), 0, "obstack_object_size: at first");
        ok(obstack_room(&o) >= 3900, "obstack_room: most of a page");
        is_int(obstack_chunk_size(&o), 4064, "obstack_chunk_size: a page, but for malloc");
        is_int(obstack_alignment_mask(&o) + 1, _Alignof(max_align_t), "obstack_alignment_mask");
        ok(obstack_memory_used(&o) >= 4064, "obstack_memory_used: at first");
        a = obstack_copy0(&o, "first", 5);
        is_str(a, "first", "obstack_copy0");
        ok(!obstack_empty_p(&o), "obstack_empty_p: with an object");
        b = obstack_copy(&o, "second", 7);
        is_str(b, "second", "obstack_copy");
        ok(b > a && !((uintptr_t)b & (uintptr_t)obstack_alignment_mask(&o)),
           "obstack_copy: aligned");
        c = obstack_alloc(&o, 100);
        ok(c > b, "obstack_alloc");
        memset(c, 'c', 100);
        obstack_free(&o, b);
        ok(obstack_alloc(&o, 1) == b, "obstack_free: the place is used anew");
        is_str(a, "first", "obstack_free: what was before stays");
        ok(_obstack_allocated_p(&o, a) && !_obstack_allocated_p(&o, &o), "_obstack_allocated_p");
        obstack_free(&o, a);
        ok(obstack_empty_p(&o), "obstack_empty_p: after all");
        b = obstack_alloc(&o, 10);
        _obstack_free(&o, b);
        ok(obstack_alloc(&o, 10) == b, "_obstack_free: the place is used anew");
        obstack_free(&o, NULL);
        is_int(chunks, 0, "obstack_free: null frees all");
}

static void test_growing(void)
{
        int number, numbers[] = {7, 8};
        void *pointers[2];
        char *object;

        obstack_begin(&o, 100);
        is_int(obstack_chunk_size(&o), 100, "obstack_begin: size of chunks");
        obstack_grow(&o, "ab", 2);
        obstack_1grow(&o, 'c');
        obstack_grow0(&o, "de", 2);
        is_int(obstack_object_size(&o), 6, "obstack_object_size: growing");
        ok(!memcmp(obstack_base(&o), "abcde", 6), "obstack_base: what has grown");
        ok((char *)obstack_base(&o) + 6 == (char *)obstack_next_free(&o), "obstack_next_free");
        obstack_blank(&o, -3);
        is_int(obstack_object_size(&o), 3, "obstack_blank: a negative size");
        obstack_1grow(&o, '\0');
        is_str(obstack_finish(&o), "abc", "obstack_finish");
        is_int(obstack_object_size(&o), 0, "obstack_finish: the next is empty");

        obstack_1grow(&o, 'x');
        obstack_int_grow(&o, numbers[0]);
        obstack_ptr_grow(&o, &o);
        obstack_make_room(&o, (int)(2 * sizeof(int) + sizeof(void *)) + 2);
        ok(obstack_room(&o) >= 2 * sizeof(int) + sizeof(void *) + 2, "obstack_make_room");
        obstack_int_grow_fast(&o, numbers[1]);
        obstack_ptr_grow_fast(&o, &number);
        obstack_1grow_fast(&o, 'y');
        obstack_blank_fast(&o, 1);
        is_int(obstack_object_size(&o), 3 + 2 * (sizeof(int) + sizeof(void *)),
               "obstack_blank_fast");
        object = obstack_finish(&o);
        memcpy(&number, object + 1, sizeof number);
        is_int(number, 7, "obstack_int_grow");
        memcpy(&pointers[0], object + 1 + sizeof number, sizeof *pointers);
        ok(pointers[0] == &o, "obstack_ptr_grow");
        memcpy(&number, object + 1 + sizeof number + sizeof *pointers, sizeof number);
        is_int(number, 8, "obstack_int_grow_fast");
        memcpy(&pointers[1], object + 1 + 2 * sizeof number + sizeof *pointers, sizeof *pointers);
        ok(pointers[1] == &number, "obstack_ptr_grow_fast");
        is_int(object[1 + 2 * (sizeof(int) + sizeof(void *))], 'y', "obstack_1grow_fast");
        obstack_free(&o, NULL);
        is_int(chunks, 0, "obstack_free: all chunks");
}

static void test_chunks(void)
{
        char *a, *b, *empty, *next;

        obstack_begin(&o, 64);
        obstack_blank(&o, 1000);
        is_int(chunks, 1, "obstack_blank: an object alone takes its chunk with it");
        a = obstack_finish(&o);
        memset(a, 'a', 1000);
        b = obstack_alloc(&o, 5000);
        memset(b, 'b', 5000);
        is_int(chunks, 2, "obstack_alloc: a further chunk");
        ok(obstack_memory_used(&o) >= 6000, "obstack_memory_used: of all chunks");
        ok(a[0] == 'a' && a[999] == 'a' && b[4999] == 'b', "obstack_alloc: objects stay");
        obstack_free(&o, b);
        obstack_free(&o, a);
        is_int(chunks, 1, "obstack_free: chunks after it go");
        /* An empty object keeps the chunk that it is in. */
        empty = obstack_finish(&o);
        next = obstack_alloc(&o, 0);
        ok(empty == next, "obstack_alloc: 0 bytes");
        obstack_alloc(&o, 10000);
        ok(_obstack_allocated_p(&o, empty), "obstack_alloc: the chunk of an empty object stays");
        obstack_free(&o, empty);
        is_int(chunks, 1, "obstack_free: an empty object");
        obstack_free(&o, NULL);
        is_int(chunks, 0, "obstack_free: then all");
}

static void test_alignment(void)
{
        static const int alignments[] = {1, 2, 8, 64, 256};

        for (size_t i = 0; i < sizeof alignments / sizeof *alignments; i++) {
                int wanted = alignments[i];
                int wrong = 0;

                obstack_specify_allocation(&o, 200, wanted, counted_malloc, counted_free);
                is_int(obstack_alignment_mask(&o), wanted - 1, "obstack_alignment_mask: %d",
                       wanted);
                for (int n = 1; n < 300; n++) {
                        char *object = obstack_alloc(&o, n);

                        memset(object, n, (size_t)n);
                        wrong += ((uintptr_t)object & (uintptr_t)(wanted - 1)) != 0;
                }
                is_int(wrong, 0, "obstack_specify_allocation: aligned to %d", wanted);
                obstack_free(&o, NULL);
        }
        obstack_init(&o);
        obstack_alignment_mask(&o) = 0;
        obstack_alloc(&o, 1);
        ok((char *)obstack_alloc(&o, 1) + 1 == (char *)obstack_base(&o),
           "obstack_alignment_mask: may be set");
        obstack_chunk_size(&o) = 10000;
        obstack_alloc(&o, 5000);
        ok(obstack_memory_used(&o) >= 14000, "obstack_chunk_size: may be set");
        obstack_free(&o, NULL);
        is_int(chunks, 0, "obstack_free: the sizes are no matter");
}

static void test_argument(void)
{
        int word;

        argument_seen = NULL;
        obstack_specify_allocation_with_arg(&o, 0, 0, malloc_with, free_with, &word);
        ok(argument_seen == &word, "obstack_specify_allocation_with_arg: when allocating");
        obstack_alloc(&o, 10000);
        argument_seen = NULL;
        obstack_free(&o, NULL);
        ok(argument_seen == &word, "obstack_specify_allocation_with_arg: when freeing");
        is_int(chunks, 0, "obstack_specify_allocation_with_arg: both are used");
}

static void test_printf(void)
{
        char *text;
        int wrong = 0;

        obstack_begin(&o, 64);
        obstack_grow(&o, "<", 1);
        is_int(obstack_printf(&o, "%d-%s", 12, "x"), 4, "obstack_printf: returns the length");
        is_int(obstack_object_size(&o), 5, "obstack_printf: without a NUL");
        is_int(obstack_printf(&o, "%s", ""), 0, "obstack_printf: nothing");
        obstack_1grow(&o, '\0');
        is_str(obstack_finish(&o), "<12-x", "obstack_printf: goes on with the object");
        for (int n = 0; n < 400; n++) {
                wrong += obstack_printf(&o, "%*d", n, 7) != (n ? n : 1);
                wrong += (int)obstack_object_size(&o) != (n ? n : 1);
                obstack_1grow(&o, '\0');
                text = obstack_finish(&o);
                wrong += (int)strlen(text) != (n ? n : 1) || text[n ? n - 1 : 0] != '7';
        }
        is_int(wrong, 0, "obstack_printf: all lengths");
        obstack_grow(&o, "kept", 4);
        is_int(obstack_printf(&o, "%ls", L"\xd800"), -1, "obstack_printf: what is no character");
        is_int(obstack_object_size(&o), 4, "obstack_printf: the object is as before");
        obstack_free(&o, NULL);
}

static jmp_buf failed;

static void jump(void)
{
        longjmp(failed, 1);
}

static int grow_all(void)
{
        if (setjmp(failed))
                return 0;
        obstack_begin(&o, 64);
        obstack_grow(&o, "abcdefghijklmnopqrstuvwxyz", 26);
        obstack_blank(&o, 2000);
        obstack_finish(&o);
        obstack_printf(&o, "%9000d", 1);
        obstack_finish(&o);
        obstack_alloc(&o, 20000);
        return 1;
}

static void test_failure(void)
{
        void (*before)(void) = obstack_alloc_failed_handler;
        int lost = 0;

        obstack_alloc_failed_handler = jump;
        for (int n = 0;; n++) {
                o.chunk = NULL;
                allowed = n;
                if (grow_all()) {
                        ok(n > 3, "obstack_alloc_failed_handler: each allocation failed");
                        break;
                }
                if (n == 1)
                        ok(obstack_object_size(&o) == 26 &&
                               !memcmp(obstack_base(&o), "abcdefghijklmnopqrstuvwxyz", 26),
                           "obstack_alloc_failed_handler: the growing object is as before");
                if (n)
                        obstack_free(&o, NULL);
                lost += chunks;
        }
        is_int(lost, 0, "obstack_alloc_failed_handler: nothing is lost");
        allowed = INT_MAX;
        obstack_free(&o, NULL);
        obstack_alloc_failed_handler = before;
}

/* How a child ends. */
static int ending(void (*function)(void), char *said, size_t size)
{
        int ends[2], status;
        ssize_t n;
        pid_t pid;

        require(!pipe(ends));
        pid = fork();
        require(pid >= 0);
        if (!pid) {
                dup2(ends[1], 2);
                function();
                _exit(0);
        }
        close(ends[1]);
        n = read(ends[0], said, size - 1);
        require(n >= 0 && waitpid(pid, &status, 0) == pid);
        close(ends[0]);
        said[n] = '\0';
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static void no_memory(void)
{
        obstack_exit_failure = 5;
        allowed = 0;
        obstack_init(&o);
}

static void foreign_object(void)
{
        obstack_init(&o);
        obstack_free(&o, &o);
}

static void test_endings(void)
{
        char said[64];

        is_int(obstack_exit_failure, EXIT_FAILURE, "obstack_exit_failure: at first");
        is_int(ending(no_memory, said, sizeof said), 5, "obstack_exit_failure: without memory");
        is_str(said, "memory exhausted\n", "obstack_alloc_failed_handler: says why");
        is_int(ending(foreign_object, said, sizeof said), -6, "obstack_free: a foreign object");
}

int main(void)
{
        test_objects();
        test_growing();
        test_chunks();
        test_alignment();
        test_argument();
        test_printf();
        test_failure();
        test_endings();
        return done_testing();
}

#if defined(__GLIBC__) && defined(__clang__)
#pragma clang attribute pop
#endif

/* The texts of errors, and the functions of POSIX that give them. */
#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include "tap.h"

int __xpg_strerror_r(int, char *, size_t);

static const struct {
        int error;
        const char *name;
        const char *text;
} errors[] = {
#define ERROR(name, text) {name, #name, text},
#include "../errtext/errors.h"
};

/* Whether a function gave the text; says for which error not. */
static int same(const char *function, size_t error, const char *got)
{
        if (!strcmp(got, errors[error].text))
                return 1;
        note("%s: %s: \"%s\"", function, errors[error].name, got);
        return 0;
}

static void test_texts(void)
{
        const size_t n = sizeof errors / sizeof *errors;
        size_t plain = 0, local = 0, copied = 0;
        char buffer[64];
        locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

        require(c);
        for (size_t i = 0; i < n; i++) {
                int error = errors[i].error;

                plain += (size_t)same("strerror", i, strerror(error));
                local += (size_t)same("strerror_l", i, strerror_l(error, c));
                copied += !__xpg_strerror_r(error, buffer, sizeof buffer) &&
                          same("__xpg_strerror_r", i, buffer);
        }
        is_int(plain, n, "strerror: every error");
        is_int(local, n, "strerror_l: every error");
        is_int(copied, n, "__xpg_strerror_r: every error");
        freelocale(c);
        is_str(strerror(0), "Success", "strerror: 0");
        is_str(strerror(4711), "Unknown error 4711", "strerror: unknown");
        is_str(strerror(-2147483647 - 1), "Unknown error -2147483648", "strerror: the least");
        errno = 77;
        strerror(4711);
        is_int(errno, 77, "strerror: keeps errno");
}

static void *other_thread(void *unused)
{
        (void)unused;
        strerror(4712);
        return NULL;
}

static void test_threads(void)
{
        const char *text = strerror(4711);
        pthread_t thread;

        require(!pthread_create(&thread, NULL, other_thread, NULL));
        require(!pthread_join(thread, NULL));
        is_str(text, "Unknown error 4711", "strerror: the buffer is the thread's");
}

static void test_buffers(void)
{
        static const struct {
                int error;
                size_t size;
                int result;
                const char *text;
        } cases[] = {
            {ENOENT, 26, 0, "No such file or directory"},
            {ENOENT, 25, ERANGE, "No such file or director"},
            {ENOENT, 1, ERANGE, ""},
            {ENOENT, 0, ERANGE, "x"},
            {0, 8, 0, "Success"},
            {4711, 19, EINVAL, "Unknown error 4711"},
            {4711, 5, EINVAL, "Unkn"},
            {4711, 1, EINVAL, ""},
            {-1, 30, EINVAL, "Unknown error -1"},
        };

        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
                char buffer[64] = "x";

                errno = 77;
                is_int(__xpg_strerror_r(cases[i].error, buffer, cases[i].size), cases[i].result,
                       "__xpg_strerror_r: %d, %zu bytes", cases[i].error, cases[i].size);
                is_str(buffer, cases[i].text, "__xpg_strerror_r: text of %d, %zu bytes",
                       cases[i].error, cases[i].size);
                is_int(errno, 77, "__xpg_strerror_r: %d, %zu bytes, keeps errno", cases[i].error,
                       cases[i].size);
        }
}

int main(void)
{
        test_texts();
        test_threads();
        test_buffers();
        return done_testing();
}

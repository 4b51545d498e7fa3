/* error in several threads: each message in one piece, and each counted; glibc mixes them. */
#include <errno.h>
#include <error.h>
#include <pthread.h>
#include <unistd.h>
#include "tap.h"

static void *many(void *letter)
{
        for (int i = 0; i < 50; i++)
                error(0, ENOENT, "%s %s", (const char *)letter, (const char *)letter);
        return NULL;
}

/* How many lines of the text are whole. */
static int right_lines(const char *text)
{
        static const char start[] = "program: ";
        size_t length = sizeof start - 1;
        int n = 0;

        for (; !strncmp(text, start, length) && text[length] && text[length] == text[length + 2];
             n++) {
                char line[64];

                snprintf(line, sizeof line, "program: %c %c: No such file or directory\n",
                         text[length], text[length]);
                if (strncmp(text, line, strlen(line)) != 0)
                        break;
                text += strlen(line);
        }
        return *text ? -n : n;
}

int main(void)
{
        static char letters[4][2] = {"a", "b", "c", "d"};
        static char written[65536];
        char name[] = "error-XXXXXX";
        int file = mkstemp(name);
        int terminal = dup(2);
        pthread_t threads[4];
        ssize_t n;

        require(file >= 0 && terminal >= 0 && !unlink(name) && dup2(file, 2) == 2);
        program_invocation_name = (char *)"program";
        for (int i = 0; i < 4; i++)
                require(!pthread_create(&threads[i], NULL, many, letters[i]));
        for (int i = 0; i < 4; i++)
                require(!pthread_join(threads[i], NULL));
        require(dup2(terminal, 2) == 2);
        n = pread(file, written, sizeof written - 1, 0);
        require(n >= 0);
        is_int(right_lines(written), 200, "error: messages of threads do not mix");
        is_int(error_message_count, 200, "error_message_count: all of the threads");
        return done_testing();
}

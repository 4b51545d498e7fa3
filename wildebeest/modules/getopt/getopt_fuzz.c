/* getopt_long_only on any option string and arguments: lines of the input. */
#include <getopt.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define WORDS 16

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        static const struct option longs[] = {
            {"all", 0, NULL, 1}, {"alpha", 1, NULL, 2}, {"beta", 2, NULL, 3}, {NULL, 0, NULL, 0}};
        char *argv[WORDS + 2], *words[WORDS + 1];
        int argc = 0, calls = 0, found;
        const uint8_t *end = data + size;

        while (argc <= WORDS && data < end) {
                const uint8_t *line = memchr(data, '\n', (size_t)(end - data));
                size_t length = (size_t)((line ? line : end) - data);

                argv[argc] = words[argc] = calloc(1, length + 1);
                if (!argv[argc])
                        abort();
                memcpy(argv[argc++], data, length);
                data += length + (line != NULL);
        }
        if (argc == 0)
                return 0;
        argv[argc] = NULL;
        optind = 0;
        opterr = 0;
        while (getopt_long_only(argc, argv, words[0], longs, &found) != -1) {
                if (optarg && strlen(optarg) > size)
                        abort();
                if (++calls > 5000 || optind > argc)
                        abort();
        }
        /* Permuted, but the same words. */
        for (int i = 0; i < argc; i++) {
                int seen = 0;

                for (int j = 0; j < argc; j++)
                        seen += argv[j] == words[i];
                if (seen != 1)
                        abort();
        }
        for (int i = 0; i < argc; i++)
                free(words[i]);
        return 0;
}

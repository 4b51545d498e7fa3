/* argp_help: the first line is ARGP_HELP_FMT, then texts of options, two arguments and two texts.
 */
#include <argp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define LINES 12

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        char *lines[LINES] = {NULL};
        struct argp_option options[LINES] = {{0}};
        struct argp child = {.options = options};
        struct argp_child children[2] = {{.argp = &child}, {0}};
        struct argp argp = {.options = options, .children = children};
        char name[] = "program", *text = NULL;
        size_t length, count = 0;
        const uint8_t *end = data + size;
        FILE *stream;

        while (count < LINES && data < end) {
                const uint8_t *stop = memchr(data, '\f', (size_t)(end - data));
                size_t n = (size_t)((stop ? stop : end) - data);

                lines[count] = calloc(1, n + 1);
                if (!lines[count])
                        abort();
                memcpy(lines[count++], data, n);
                data += n + (stop != NULL);
        }
        if (count == 0)
                return 0;
        for (size_t i = 0; i + 4 < count; i++) {
                unsigned char kind = (unsigned char)*lines[i + 4];

                options[i].name = kind & 1 ? lines[i + 4] : NULL;
                options[i].key = kind;
                options[i].arg = kind & 2 ? lines[1] : NULL;
                options[i].doc = lines[i + 4];
                options[i].flags = i == 0 ? 0 : kind >> 3 & 0x1f;
                options[i].group = kind & 4 ? (int)i - 4 : 0;
        }
        argp.doc = lines[1];
        argp.args_doc = lines[2];
        child.args_doc = lines[3];
        children[0].header = lines[3];
        if (setenv("ARGP_HELP_FMT", lines[0], 1))
                abort();
        stream = open_memstream(&text, &length);
        if (!stream)
                abort();
        /* Alternatives multiply: a few lines of each are enough. */
        if (count < 4 || (strlen(lines[2]) < 200 && strlen(lines[3]) < 200))
                argp_help(&argp, stream, ARGP_HELP_STD_HELP, name);
        argp_help(&argp, stream, ARGP_HELP_LONG | ARGP_HELP_DOC, name);
        fclose(stream);
        free(text);
        for (size_t i = 0; i < count; i++)
                free(lines[i]);
        return 0;
}

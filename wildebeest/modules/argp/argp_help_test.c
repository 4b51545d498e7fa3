/*
 * argp_help on option tables of many kinds: each text is the one that glibc 2.36 gave.
 * ARGP_RECORD=1 prints the texts as C.
 */
#include <argp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "oom.h"
#include "tap.h"
#include "corpus.h"

static const char *const recorded[] = {
#include "recorded_corpus.h"
};

#define SAMPLES (sizeof samples / sizeof *samples)

/* The help of one sample; the caller frees it. */
static char *shown(const struct sample *sample)
{
        static char name[] = "program";
        char all[512];
        char *text = NULL;
        size_t length;
        FILE *stream = open_memstream(&text, &length);

        require(stream != NULL);
        /* All parameters, as glibc keeps from one call to the next what a call does not set. */
        snprintf(all, sizeof all,
                 "no-dup-args,dup-args-note,short-opt-col=2,long-opt-col=6,doc-opt-col=2,"
                 "opt-doc-col=29,header-col=1,usage-indent=12,rmargin=79,%s",
                 sample->format ? sample->format : "");
        require(setenv("ARGP_HELP_FMT", all, 1) == 0);
        argp_help(sample->argp, stream, sample->flags, name);
        require(fclose(stream) == 0);
        return text;
}

static void record(void)
{
        for (size_t i = 0; i < SAMPLES; i++) {
                char *text = shown(&samples[i]);
                const char *at = text;

                printf("/* %s */\n", samples[i].name);
                do {
                        size_t length = strcspn(at, "\n");

                        putchar('"');
                        for (const char *c = at; c < at + length; c++) {
                                if (*c == '"' || *c == '\\')
                                        putchar('\\');
                                putchar(*c);
                        }
                        at += length;
                        printf("%s\"\n", *at ? "\\n" : "");
                } while (*at && *++at);
                puts(",");
                free(text);
        }
}

static void test_allocation(void)
{
        const struct sample *sample = &samples[SAMPLES - 4];

        require(setenv("ARGP_HELP_FMT", "", 1) == 0);
        for (long n = 0; oom_try(n); n++) {
                static char name[] = "program";
                char text[8192] = "";
                FILE *stream = fmemopen(text, sizeof text, "w");
                bool failed;

                if (stream)
                        argp_help(sample->argp, stream, ARGP_HELP_STD_HELP, name);
                failed = oom_end();
                if (!stream)
                        continue;
                require(fclose(stream) == 0);
                if (failed)
                        is_str(text, "", "argp_help: prints nothing without memory");
                else
                        ok(strlen(text) > 100, "argp_help: prints all with memory");
        }
}

int main(void)
{
        if (getenv("ARGP_RECORD")) {
                record();
                return 0;
        }
        require(sizeof recorded / sizeof *recorded == SAMPLES);
        for (size_t i = 0; i < SAMPLES; i++) {
                char *text = shown(&samples[i]);

                is_str(text, recorded[i], "argp_help: %s", samples[i].name);
                free(text);
        }
        test_allocation();
        return done_testing();
}

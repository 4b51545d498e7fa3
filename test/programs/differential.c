/*
 * Random cases for two libcs: `differential FIRST COUNT` prints a digest a line of what each seed's
 * case gave, `differential SEED 0` that case itself and the choices that made it, `differential
 * choices A,B,...` the case that these choices make, and what it gave. TEST is the file that makes
 * cases, CASE the call that makes the next one and prints it.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static unsigned choose(unsigned below);

#define RANDOM_CHOICE choose
#define main test_main
#include TEST
#undef main

static uint64_t seed_state;
/* What was chosen in this case, or is to be; beyond that everything is 0. */
static unsigned *choices;
static size_t chosen, given, room;
static int replays;

static unsigned choose(unsigned below)
{
        uint64_t z = seed_state += 0x9e3779b97f4a7c15u;
        unsigned choice;

        /* splitmix64: any number is a good seed. */
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        choice = replays ? chosen < given ? choices[chosen] % below : 0
                         : (unsigned)((z ^ z >> 31) >> 32) % below;
        if (chosen == room) {
                room = room ? 2 * room : 256;
                require((choices = realloc(choices, room * sizeof *choices)));
        }
        choices[chosen++] = choice;
        return choice;
}

/* Makes the case and leaves what it prints in `to`, from its beginning; how long that is. */
static size_t capture_case(uint64_t seed, int to, int output)
{
        off_t length;

        seed_state = seed;
        chosen = 0;
        require(!ftruncate(to, 0) && lseek(to, 0, SEEK_SET) == 0 && dup2(to, 1) == 1);
        CASE;
        fflush(stdout);
        length = lseek(to, 0, SEEK_CUR);
        require(length >= 0 && dup2(output, 1) == 1);
        return (size_t)length;
}

static const char *text_of(int file, size_t length)
{
        static char *text;

        require((text = realloc(text, length + 1)) &&
                pread(file, text, length, 0) == (ssize_t)length);
        text[length] = '\0';
        return text;
}

static void show_case(uint64_t seed, int to, int output)
{
        size_t length = capture_case(seed, to, output);

        printf("choices");
        for (size_t i = 0; i < chosen; i++)
                printf("%c%u", i ? ',' : ' ', choices[i]);
        printf("\n");
        fwrite(text_of(to, length), 1, length, stdout);
}

int main(int count, char **words)
{
        int to = (int)memfd_create("case", MFD_CLOEXEC), output = fcntl(1, F_DUPFD_CLOEXEC, 10);
        uint64_t first, last;

        require(count == 3 && to >= 0 && output >= 0);
        setenv("TZ", "UTC0", 1);
        SETUP;
        if (!strcmp(words[1], "choices")) {
                for (char *word = strtok(words[2], ","); word; word = strtok(NULL, ",")) {
                        require((choices = realloc(choices, ++room * sizeof *choices)));
                        choices[given++] = (unsigned)strtoul(word, NULL, 10);
                }
                replays = 1;
                show_case(0, to, output);
                return 0;
        }
        first = strtoull(words[1], NULL, 10);
        last = first + strtoull(words[2], NULL, 10);
        if (last == first) {
                show_case(first, to, output);
                return 0;
        }
        for (uint64_t seed = first; seed < last; seed++) {
                size_t length = capture_case(seed, to, output);
                const char *text = text_of(to, length);
                uint64_t digest = 0xcbf29ce484222325u;

                for (size_t i = 0; i < length; i++)
                        digest = (digest ^ (unsigned char)text[i]) * 0x100000001b3u;
                printf("%016llx\n", (unsigned long long)digest);
                fflush(stdout);
        }
        return 0;
}

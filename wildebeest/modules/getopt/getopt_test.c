/* What programs rely on: options behind other arguments, "--", optional arguments, "W;". */
#include <getopt.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "tap.h"

static const struct option longs[] = {
    {"all", no_argument, NULL, 'a'},
    {"lines", required_argument, NULL, 'n'},
    {"color", optional_argument, NULL, 'c'},
    {NULL, 0, NULL, 0},
};

/* The scan of a vector as "option(argument)…", then the vector as it is left behind optind. */
static const char *scanned(const char *shorts, bool is_long, const char *line)
{
        static char text[512], copy[256];
        char *argv[32] = {(char *)"program"};
        int argc = 1, code;

        require(strlen(line) < sizeof copy);
        strcpy(copy, line);
        for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
                argv[argc++] = word;
        text[0] = '\0';
        optind = 0;
        opterr = 0;
        while ((code = is_long ? getopt_long(argc, argv, shorts, longs, NULL)
                               : getopt(argc, argv, shorts)) != -1) {
                size_t end = strlen(text);

                snprintf(text + end, sizeof text - end, "%c%s%s%s ", code == 1 ? '1' : code,
                         optarg ? "(" : "", optarg ? optarg : "", optarg ? ")" : "");
        }
        strcat(text, "|");
        for (int i = optind; i < argc; i++) {
                strcat(text, " ");
                strcat(text, argv[i]);
        }
        return text;
}

int main(void)
{
        unsetenv("POSIXLY_CORRECT");
        is_str(scanned("an:", false, "x -a y -n 1 z"), "a n(1) | x y z",
               "getopt: options behind arguments");
        is_str(scanned("an:", false, "x -a -- y -n 1"), "a | x y -n 1", "getopt: -- ends options");
        is_str(scanned("+an:", false, "-a x -n 1"), "a | x -n 1", "getopt: + stops at arguments");
        is_str(scanned("-an:", false, "x -a y"), "1(x) a 1(y) |", "getopt: - returns arguments");
        is_str(scanned("ac::", false, "x -cred -c red -a"), "c(red) c a | x red",
               "getopt: an optional argument");
        is_str(scanned(":n:", false, "-q -n"), "? : |", "getopt: a colon in front");
        is_str(scanned("an:", true, "x --all _PID=1 -n 5"), "a n(5) | x _PID=1",
               "getopt_long: options behind arguments");
        is_str(scanned("W;", true, "x -Wlines=5 -W all y"), "n(5) a | x y", "getopt_long: W;");
        is_str(scanned("", true, "x --li 3 --color=red --co y"), "n(3) c(red) c | x y",
               "getopt_long: abbreviations");
        require(setenv("POSIXLY_CORRECT", "1", 1) == 0);
        is_str(scanned("an:", true, "-a x -n 1"), "a | x -n 1",
               "getopt_long: POSIXLY_CORRECT stops at arguments");
        return done_testing();
}

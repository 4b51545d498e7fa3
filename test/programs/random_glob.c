/* Cases of glob for differential.c: random trees in memory, patterns and flags, but for where glibc
 * is known to differ. */
#include "../../wildebeest/modules/glob/glob_altdir_test.c"

/* With one slash for several, which braces make: glibc drops some. */
static void print_path(const char *path)
{
        putchar(' ');
        for (char last = '\0'; *path; last = *path++) {
                if (*path != '/' || last != '/')
                        putchar(*path);
        }
}

static void one_glob(void)
{
        static const int flags[] = {GLOB_ERR,    GLOB_MARK,     GLOB_NOSORT,
                                    GLOB_PERIOD, GLOB_NOESCAPE, GLOB_ONLYDIR};
        int braces = random_below(2) == 0, given = GLOB_ALTDIRFUNC | (braces ? GLOB_BRACE : 0),
            result;
        char pattern[128];
        glob_t found = {0};

        random_tree();
        if (braces)
                random_braces(pattern, 0, 0);
        else
                random_pattern(pattern);
        for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
                given |= random_below(4) ? 0 : flags[i];
        /* With braces that match nothing glibc takes the pattern for a literal name. */
        if (!braces && random_below(4) == 0)
                given |= random_below(2) ? GLOB_NOCHECK : GLOB_NOMAGIC;
        printf("\"%s\" %x:", pattern, (unsigned)given);
        for (int i = 1; i < memory_count; i++)
                printf(" %d/%s%s", memory_nodes[i].parent, memory_nodes[i].name,
                       memory_is_directory(i) ? "/" : "");
        printf("\n");
        /* "file/" and doubled slashes: glibc's own faults; as many words as there is room for. */
        if (strstr(pattern, "//") || pattern[0] == '/' ||
            strchr("/}", pattern[strlen(pattern) - 1]) || strlen(pattern) > 40)
                return;
        memory_functions(&found);
        result = glob(pattern, given, NULL, &found);
        printf("%d, %zu:", result, found.gl_pathc);
        for (size_t i = 0; i < found.gl_pathc; i++)
                print_path(found.gl_pathv[i]);
        printf("\n");
        globfree(&found);
}

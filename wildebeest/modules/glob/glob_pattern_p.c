/* Whether a string is a pattern for glob. */
#include <stdbool.h>
#include <glob.h>

/**
 * Whether `pattern` has a '*', '?' or a '[' with a ']' behind it; where `quote` is not 0, a
 * backslash takes the meaning of what is behind it. Returns 1 or 0.
 * See: GNU C Library manual, "More Flags for Globbing".
 */
int glob_pattern_p(const char *pattern, int quote)
{
        bool bracket = false;

        for (const char *p = pattern; *p; p++) {
                if (*p == '*' || *p == '?' || (*p == ']' && bracket))
                        return 1;
                if (*p == '[')
                        bracket = true;
                if (*p == '\\' && quote && p[1])
                        p++;
        }
        return 0;
}

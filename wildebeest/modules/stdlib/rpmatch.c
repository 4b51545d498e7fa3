/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the locale's own expressions; in "C" they are ^[yY] and ^[nN], as in glibc.
 * see:   rpmatch(3), nl_langinfo(3).
 */
#include <langinfo.h>
#include <regex.h>
#include <stdlib.h>

/* 1 or 0: whether the expression matches; -1 when there is no telling. */
static int matches(const char *expression, const char *answer)
{
        regex_t regex;
        int error;

        if (regcomp(&regex, expression, REG_EXTENDED | REG_NOSUB))
                return -1;
        error = regexec(&regex, answer, 0, NULL, 0);
        regfree(&regex);
        return error == 0 ? 1 : error == REG_NOMATCH ? 0 : -1;
}

/** 1 when the answer is affirmative in the current locale, 0 when it is negative, else -1. */
int rpmatch(const char *response)
{
        int yes = matches(nl_langinfo(YESEXPR), response);
        int no;

        if (yes)
                return yes;
        no = matches(nl_langinfo(NOEXPR), response);
        return no == 1 ? 0 : -1;
}

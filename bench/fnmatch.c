/* Patterns that programs use. */
#include <fnmatch.h>
#include <locale.h>

#include "timing.h"

static volatile int result;

int main(void)
{
        static const char name[] = "a-file-of-a-usual-name.tar.gz";

        MEASURE("literal", 1000000, result = fnmatch("a-file-of-a-usual-name.tar.gz", name, 0));
        MEASURE("*.gz", 1000000, result = fnmatch("*.gz", name, FNM_PERIOD));
        MEASURE("*a*e*.t*z", 1000000, result = fnmatch("*a*e*.t*z", name, 0));
        MEASURE("[a-z]*[!x].[[:alpha:]]*", 1000000, result = fnmatch("[a-z]*[!x].[[:alpha:]]*", name, 0));
        MEASURE("usr/*/x*.h", 1000000, result = fnmatch("usr/*/x*.h", "usr/include/xlocale.h", FNM_PATHNAME));
        MEASURE("*.@(gz|xz|bz2)", 300000, result = fnmatch("*.@(gz|xz|bz2)", name, FNM_EXTMATCH));
        MEASURE("!(*.o|*.a)", 300000, result = fnmatch("!(*.o|*.a)", name, FNM_EXTMATCH));
        MEASURE("+([a-z]|-)*", 300000, result = fnmatch("+([a-z]|-)*", name, FNM_EXTMATCH));
        if (!setlocale(LC_ALL, "C.UTF-8"))
                return 1;
        MEASURE("*.gz, UTF-8", 1000000, result = fnmatch("*.gz", name, FNM_PERIOD));
        MEASURE("FNM_CASEFOLD, UTF-8", 1000000, result = fnmatch("A-File*.TAR.*", name, FNM_CASEFOLD));
        return 0;
}

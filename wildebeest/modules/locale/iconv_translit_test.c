/* iconv with //TRANSLIT: what stands for each character, against what glibc has in its C.UTF-8. */
#include <iconv.h>
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../time/random_cases.h"
#include "recorded_translit.h"
#include "tap.h"

enum { FIRST = 0x80, LAST = 0x1ffff, TARGETS = 5 };

static const char *const targets[TARGETS] = {"ASCII", "ISO-8859-1", "ISO-8859-2", "ISO-8859-7",
                                             "KOI8-R"};

/* The characters for which glibc and this have something else: they are left out. */
static bool differs(uint32_t point)
{
        for (size_t which = 0; which < sizeof differing / sizeof *differing; which++) {
                if (point >= differing[which][0] && point <= differing[which][1])
                        return true;
        }
        return false;
}

/* What stands for a character, as a text of hexadecimal digits. */
static void describe(iconv_t cd, uint32_t point, char *result, size_t size)
{
        unsigned char text[4] = {(unsigned char)point, (unsigned char)(point >> 8),
                                 (unsigned char)(point >> 16), (unsigned char)(point >> 24)};
        char room[64], *in = (char *)text, *out = room;
        size_t left = sizeof text, space = sizeof room, used;
        long status;

        iconv(cd, NULL, NULL, NULL, NULL);
        status = (long)iconv(cd, &in, &left, &out, &space);
        used = (size_t)snprintf(result, size, "%04X %ld", (unsigned int)point, status);
        for (const char *at = room; at < out; at++)
                used += (size_t)snprintf(result + used, size - used, " %02x", (unsigned char)*at);
        snprintf(result + used, size - used, "\n");
}

/* The digest over all characters; each is printed, too, where that is asked for. */
static uint64_t survey(const char *target, bool all, bool print)
{
        char name[32], result[256];
        uint64_t hash = DIGEST_BEGIN;
        iconv_t cd;

        snprintf(name, sizeof name, "%s//TRANSLIT", target);
        cd = iconv_open(name, "UTF-32LE");
        if (cd == (iconv_t)-1)
                return 0;
        for (uint32_t point = FIRST; point <= LAST; point++) {
                if (!all && differs(point))
                        continue;
                describe(cd, point, result, sizeof result);
                if (print)
                        fputs(result, stdout);
                hash = digest(hash, result);
        }
        iconv_close(cd);
        return hash;
}

/* `iconv_translit_test TARGET` prints what stands for each character; `iconv_translit_test record`
 * the digests, to be made on glibc. */
int main(int count, char **arguments)
{
        const char *emulator = getenv("WILDEBEEST_EMULATOR");
        size_t some = emulator && *emulator ? 1 : TARGETS;

        require(setlocale(LC_ALL, "C.UTF-8"));
        if (count > 1 && strcmp(arguments[1], "record") != 0) {
                survey(arguments[1], true, true);
                return 0;
        }
        for (size_t which = 0; which < some; which++) {
                uint64_t hash = survey(targets[which], false, false);

                if (count > 1)
                        printf("    0x%016llx,\n", (unsigned long long)hash);
                else
                        ok(hash == recorded_translit[which],
                           "iconv: what stands for characters in %s", targets[which]);
        }
        return count > 1 ? 0 : done_testing();
}

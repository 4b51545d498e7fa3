/* Random calls on a file of logins, against what glibc answers to the same ones and leaves in the
 * file. */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utmp.h>
#include <utmpx.h>

#include "recorded_utmp.h"
#include "tap.h"

enum { BLOCKS = 40, BLOCK = 25, STEPS = 60 };

static char file[] = "utmp_random.XXXXXX";

static uint64_t state;

/* splitmix64: any number is a good seed. */
static unsigned int draw(unsigned int below)
{
        uint64_t z = state += 0x9e3779b97f4a7c15U;

        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9U;
        z = (z ^ z >> 27) * 0x94d049bb133111ebU;
        return (unsigned int)((z ^ z >> 31) >> 32) % below;
}

static uint64_t digest(uint64_t hash, const char *text)
{
        for (; *text; text++)
                hash = (hash ^ (unsigned char)*text) * 0x100000001b3U;
        return hash;
}

static void fill(struct utmp *entry)
{
        static const char *const lines[] = {"tty1", "pts/0", "pts/1", "~", ""}, *const ids[] = {
                                                                                    "1", "ts/0",
                                                                                    "ts/1", "",
                                                                                    "~~"};

        memset(entry, 0, sizeof *entry);
        entry->ut_type = (short)draw(draw(8) ? 9 : 11);
        strncpy(entry->ut_line, lines[draw(5)], sizeof entry->ut_line);
        strncpy(entry->ut_id, ids[draw(5)], sizeof entry->ut_id);
        snprintf(entry->ut_user, sizeof entry->ut_user, "user%u", draw(4));
        snprintf(entry->ut_host, sizeof entry->ut_host, "host%u", draw(1000));
        entry->ut_pid = (pid_t)draw(30000);
        entry->ut_exit.e_termination = (short)draw(3);
        entry->ut_exit.e_exit = (short)draw(3);
        entry->ut_session = (int)draw(100);
        entry->ut_tv.tv_sec = (int)draw(2000000000);
        entry->ut_tv.tv_usec = (int)draw(1000000);
        entry->ut_addr_v6[0] = (int)draw(1000000);
}

static void describe(const char *call, const struct utmp *entry, int error, char *result,
                     size_t size)
{
        if (entry)
                snprintf(
                    result, size,
                    "%s: %d %d \"%.32s\" \"%.4s\" \"%.32s\" \"%.256s\" %d %d %d %lld %lld %lld\n",
                    call, entry->ut_type, (int)entry->ut_pid, entry->ut_line, entry->ut_id,
                    entry->ut_user, entry->ut_host, entry->ut_exit.e_termination,
                    entry->ut_exit.e_exit, (int)entry->ut_session, (long long)entry->ut_tv.tv_sec,
                    (long long)entry->ut_tv.tv_usec, (long long)entry->ut_addr_v6[0]);
        else
                snprintf(result, size, "%s: NULL %d\n", call, error);
}

/* One call; what it gave, as text. */
static void step(char *result, size_t size)
{
        struct utmp entry, *got = NULL, room;
        const char *call = "?";
        unsigned int which = draw(20);
        int status;

        fill(&entry);
        errno = 0;
        if (which < 7) {
                call = "pututline";
                got = which % 2 ? pututline(&entry)
                                : (struct utmp *)pututxline((struct utmpx *)&entry);
        } else if (which < 10) {
                call = "getutent";
                got = which % 2 ? getutent() : (struct utmp *)getutxent();
        } else if (which < 13) {
                call = "getutid";
                got = which % 2 ? getutid(&entry) : (struct utmp *)getutxid((struct utmpx *)&entry);
        } else if (which < 15) {
                call = "getutline";
                got = which % 2 ? getutline(&entry)
                                : (struct utmp *)getutxline((struct utmpx *)&entry);
        } else if (which < 17) {
                call = "getut_r";
                memset(&room, 0, sizeof room);
                got = NULL;
                status =
                    which == 15 ? getutid_r(&entry, &room, &got) : getutline_r(&entry, &room, &got);
                if (status == 0 && got != &room)
                        call = "getut_r: wrong";
                if (status != 0 && status != -1)
                        call = "getut_r: status";
        } else if (which == 17) {
                call = "updwtmp";
                updwtmp(file, &entry);
        } else if (which == 18) {
                call = "setutent";
                setutent();
        } else {
                call = "endutent";
                if (draw(4) == 0)
                        endutent();
        }
        describe(call, got, errno, result, size);
}

static uint64_t sequence(unsigned int number, uint64_t hash, int print)
{
        char result[1024];
        FILE *stream;
        struct utmp entry;

        state = number;
        endutent();
        require(truncate(file, 0) == 0);
        for (int turn = 0; turn < STEPS; turn++) {
                step(result, sizeof result);
                hash = digest(hash, result);
                if (print)
                        printf("%u.%d %s", number, turn, result);
        }
        endutent();
        stream = fopen(file, "r");
        require(stream);
        while (fread(&entry, sizeof entry, 1, stream) == 1) {
                describe("file", &entry, 0, result, sizeof result);
                hash = digest(hash, result);
                if (print)
                        fputs(result, stdout);
        }
        snprintf(result, sizeof result, "left %d\n", (int)(ftell(stream) % (long)sizeof entry));
        fclose(stream);
        return digest(hash, result);
}

static uint64_t block(unsigned int which, int print)
{
        uint64_t hash = 0xcbf29ce484222325U;

        for (unsigned int number = which * BLOCK; number < (which + 1) * BLOCK; number++)
                hash = sequence(number, hash, print);
        return hash;
}

/* `utmp_random_test BLOCK` prints that block; `utmp_random_test record` the digests of all, to be
 * made on glibc. */
int main(int count, char **arguments)
{
        int descriptor = mkstemp(file);

        require(descriptor >= 0);
        close(descriptor);
        require(utmpname(file) == 0);
        if (count > 1 && strcmp(arguments[1], "record") != 0)
                block((unsigned int)atoi(arguments[1]), 1);
        else if (count > 1)
                for (unsigned int which = 0; which < BLOCKS; which++)
                        printf("    0x%016llx,\n", (unsigned long long)block(which, 0));
        else
                for (unsigned int which = 0; which < BLOCKS; which++)
                        ok(block(which, 0) == recorded_utmp[which],
                           "pututline, getutid, getutline: sequences %u to %u", which * BLOCK,
                           (which + 1) * BLOCK - 1);
        unlink(file);
        return count > 1 ? 0 : done_testing();
}

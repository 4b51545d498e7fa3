/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same.
 * see:   fts(3).
 */
#include "stream.h"

/**
 * What fts_read is to do with an entry: 0, FTS_AGAIN, FTS_FOLLOW, FTS_NOINSTR or FTS_SKIP. Returns
 * 0, or 1 with EINVAL.
 */
int fts_set(FTS *public, FTSENT *entry, int instruction)
{
        (void)public;
        if (instruction < 0 || instruction > FTS_SKIP) {
                errno = EINVAL;
                return 1;
        }
        entry->fts_instr = (__typeof__(entry->fts_instr))instruction;
        return 0;
}

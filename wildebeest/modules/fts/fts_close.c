/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same.
 * see:   fts(3).
 */
#include <unistd.h>
#include "stream.h"

/**
 * Ends a walk, and goes back to the working directory that there was, unless FTS_NOCHDIR. Returns
 * 0, or -1 with errno where that can't be gone back to.
 */
int fts_close(FTS *public)
{
        struct stream *stream = stream_of(public);
        int result = option(stream, FTS_NOCHDIR) ? 0 : fchdir(stream->start);

        __lwb_fts_free(stream);
        return result;
}

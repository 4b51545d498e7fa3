/* Figures of the heap: what programs may count on with any allocator. */
#include <errno.h>
#include <malloc.h>
#include <mcheck.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tap.h"

static void abort_function(enum mcheck_status status)
{
        (void)status;
}

/* What a function writes to stderr. */
static size_t written(void (*function)(void))
{
        int ends[2], kept = dup(STDERR_FILENO);
        char text[4096];
        ssize_t length;

        require(kept >= 0 && pipe(ends) == 0 && dup2(ends[1], STDERR_FILENO) >= 0);
        function();
        fflush(stderr);
        require(dup2(kept, STDERR_FILENO) >= 0);
        close(ends[1]);
        length = read(ends[0], text, sizeof text);
        close(ends[0]);
        close(kept);
        return length > 0 ? (size_t)length : 0;
}

int main(void)
{
        char *block = malloc(100000), *text = NULL;
        struct mallinfo2 large = mallinfo2();
        struct mallinfo small = mallinfo();
        size_t size;
        FILE *stream = open_memstream(&text, &size);
        int result;

        require(block && stream);
        ok(large.uordblks <= large.arena + large.hblkhd,
           "mallinfo2: what is used is not more than there is");
        ok(small.uordblks >= 0 && small.uordblks <= small.arena + small.hblkhd,
           "mallinfo: what is used is not more than there is");
        is_int(large.usmblks, 0, "mallinfo2: usmblks is 0");
        result = mallopt(M_ARENA_MAX, 1);
        ok(result == 0 || result == 1, "mallopt: says whether it did it");
        result = malloc_trim(0);
        ok(result == 0 || result == 1, "malloc_trim: says whether it did it");
        is_int(malloc_info(1, stream), EINVAL, "malloc_info: EINVAL for options");
        is_int(malloc_info(0, stream), 0, "malloc_info: returns 0");
        require(fclose(stream) == 0);
        ok(!strncmp(text, "<malloc version=\"1\">\n", 21) &&
               !strcmp(text + size - 10, "</malloc>\n"),
           "malloc_info: XML");
        free(text);
        ok(written(malloc_stats) > 0, "malloc_stats: writes to stderr");
        is_int(mcheck(abort_function), -1, "mcheck: refuses");
        is_int(mcheck_pedantic(NULL), -1, "mcheck_pedantic: refuses");
        mcheck_check_all();
        is_int(mprobe(block), MCHECK_DISABLED, "mprobe: MCHECK_DISABLED");
        mtrace();
        muntrace();
        free(block);
        return done_testing();
}

/*
 * glibc: has it.
 * musl:  lacks it.
 * here:  the same, in one write a line; its lines have no blank before the address.
 * see:   backtrace(3); GNU C Library manual, "Backtraces".
 */
#include <errno.h>
#include <execinfo.h>
#include <sys/uio.h>
#include "describe.h"

/* Writes a line; what can't be written is lost, as there is nobody to tell. */
static void write_line(int fd, const struct description *description)
{
        struct iovec pieces[PARTS + 1];
        size_t count = description->count, at = 0;

        for (size_t i = 0; i < count; i++)
                pieces[i] = (struct iovec){(void *)description->parts[i].text,
                                           description->parts[i].length};
        pieces[count++] = (struct iovec){(void *)"\n", 1};
        while (at < count) {
                ssize_t n = writev(fd, pieces + at, (int)(count - at));

                if (n < 0 && errno == EINTR)
                        continue;
                if (n <= 0)
                        return;
                for (; at < count && (size_t)n >= pieces[at].iov_len; at++)
                        n -= (ssize_t)pieces[at].iov_len;
                if (at < count) {
                        pieces[at].iov_base = (char *)pieces[at].iov_base + n;
                        pieces[at].iov_len -= (size_t)n;
                }
        }
}

/** Writes a line on each of `size` addresses, "OBJECT(SYMBOL+0xOFFSET)[0xADDRESS]". Takes no
 * memory. */
void backtrace_symbols_fd(void *const *buffer, int size, int fd)
{
        int saved = errno;

        for (int i = 0; i < size; i++) {
                struct description description;

                __lwb_execinfo_describe(&description, buffer[i], false);
                write_line(fd, &description);
        }
        errno = saved;
}

/*
 * glibc: mcheck and mtrace check and trace the heap in programs that run with libc_malloc_debug.so
 *        alone (since 2.34); elsewhere they say that they do not, or do nothing.
 * musl:  has none of them.
 * here:  as glibc elsewhere.
 * see:   mcheck(3), mtrace(3).
 */
#include <mcheck.h>
#include <stddef.h>

/** -1: the heap is not checked. */
int mcheck(void (*function)(enum mcheck_status))
{
        (void)function;
        return -1;
}

/** -1: the heap is not checked. */
int mcheck_pedantic(void (*function)(enum mcheck_status))
{
        (void)function;
        return -1;
}

/** Nothing: the heap is not checked. */
void mcheck_check_all(void)
{
}

/** MCHECK_DISABLED: the heap is not checked. */
enum mcheck_status mprobe(void *block)
{
        (void)block;
        return MCHECK_DISABLED;
}

/** Nothing: the heap is not traced. */
void mtrace(void)
{
}

/** Nothing: the heap is not traced. */
void muntrace(void)
{
}

/*
 * glibc: hands the status to the functions that on_exit registered.
 * musl:  hands it to nobody.
 * here:  notes it and goes on to libc's own.
 * see:   exit(3), on_exit(3).
 */
#include <stdlib.h>
#include "exit_status.h"
#include "../../shared/libc_own.h"

LIBC_OWN(exit);
_Noreturn void __lwb_exit(int status);

int __lwb_exit_status;

/** exit, whose status on_exit can tell. */
_Noreturn void __lwb_exit(int status)
{
        __lwb_exit_status = status;
        libc_own_exit(status);
}

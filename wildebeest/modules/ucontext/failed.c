/*
 * What the functions of assembly do when the kernel refuses the signal mask, as a filter of system
 * calls may.
 */
#include <errno.h>

#include "context.h"

int __lwb_context_failed(int result)
{
        errno = -result;
        return -1;
}

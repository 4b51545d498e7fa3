/*
 * swapcontext: getcontext() and setcontext() in one, with one system call for both signal masks.
 * glibc: has it. musl: declares it alone. here: in assembly, one file a processor. see:
 * swapcontext(3).
 */
#include "context.h"

__asm__(SWAPCONTEXT);

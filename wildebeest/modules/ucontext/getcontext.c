/*
 * getcontext: stores where its caller is, its signal mask among it.
 * glibc: has it. musl: declares it alone. here: in assembly, one file a processor. see:
 * getcontext(3).
 */
#include "context.h"

__asm__(GETCONTEXT);

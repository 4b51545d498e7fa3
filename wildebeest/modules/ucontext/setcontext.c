/*
 * setcontext: goes on where a context was stored, or begins the function that makecontext() gave
 * it. glibc: has it. musl: declares it alone. here: in assembly, one file a processor. see:
 * setcontext(3).
 */
#include "context.h"

__asm__(SETCONTEXT);

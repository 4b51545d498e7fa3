/*
 * makecontext: lets a stored context begin with a function on a stack of its own.
 * glibc: has it; arguments are as wide as pointers. musl: declares it alone. here: the same. see:
 * makecontext(3).
 */
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include "context.h"

__asm__(START);

void __lwb_context_end(ucontext_t *link)
{
        if (link)
                setcontext(link);
        /* Where the kernel refuses the mask of `link`, there is nowhere to go on either. */
        exit(link ? EXIT_FAILURE : EXIT_SUCCESS);
}

/* What every psABI here wants of the stack pointer. */
#define STACK_ALIGNMENT ((uintptr_t)16)

/*
 * Lets setcontext(context) call `function` with `count` arguments, each an int or as wide as a
 * pointer, on the stack context->uc_stack; when it returns, context->uc_link goes on, or the
 * program exits with 0 where that is NULL. `context` must have been filled by getcontext(). Source:
 * POSIX.1-2004; wider arguments as with glibc.
 */
void makecontext(ucontext_t *context, void (*function)(void), int count, ...)
{
        int on_stack = count > REGISTER_ARGUMENTS ? count - REGISTER_ARGUMENTS : 0;
        uintptr_t top = (uintptr_t)context->uc_stack.ss_sp + context->uc_stack.ss_size;
        uintptr_t below = (top - (uintptr_t)on_stack * sizeof(long)) & -STACK_ALIGNMENT;
        unsigned long *arguments = (unsigned long *)below;
        unsigned long *stack = (unsigned long *)(below - STACK_LINKAGE);
        va_list list;

        va_start(list, count);
        for (int which = 0; which < count; which++) {
                unsigned long argument = va_arg(list, unsigned long);

                if (which < REGISTER_ARGUMENTS)
                        *context_argument(context, which) = argument;
                else
                        arguments[which - REGISTER_ARGUMENTS] = argument;
        }
        va_end(list);
        context_enter(context, stack, function, context->uc_link);
}

/*
 * glibc: has it; its functions and those of atexit run in one order, last registered first.
 * musl:  lacks it.
 * here:  the C++ runtime's registration, which libc keeps in the list of atexit.
 * see:   on_exit(3); Itanium C++ ABI, "DSO Object Destruction API".
 */
#include <stdlib.h>
#include "exit_status.h"

int __cxa_atexit(void (*function)(void *), void *argument, void *dso);

struct registration {
        void (*function)(int, void *);
        void *argument;
};

static void call(void *pointer)
{
        struct registration registration = *(struct registration *)pointer;

        free(pointer);
        registration.function(__lwb_exit_status, registration.argument);
}

/**
 * Has exit call the function with exit's status and the argument; -1 with ENOMEM when there is no
 * memory. After a return from main the status told is 0.
 */
int on_exit(void (*function)(int, void *), void *argument)
{
        struct registration *registration = malloc(sizeof *registration);

        if (!registration)
                return -1;
        registration->function = function;
        registration->argument = argument;
        if (__cxa_atexit(call, registration, NULL)) {
                free(registration);
                return -1;
        }
        return 0;
}

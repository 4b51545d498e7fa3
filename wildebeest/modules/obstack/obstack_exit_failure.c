#include <stdlib.h>
#include <obstack.h>

/** The status with which the default obstack_alloc_failed_handler exits. */
int obstack_exit_failure = EXIT_FAILURE;

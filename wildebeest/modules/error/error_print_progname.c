#include <error.h>

/** What writes the program's name to stderr, with what is to follow it; null: PROGRAM and a colon.
 */
void (*error_print_progname)(void);

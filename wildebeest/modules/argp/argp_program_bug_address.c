/* An object of its own, so that a program can define it itself. */
#include <argp.h>

const char *argp_program_bug_address;

/* An object of its own, so that a program can define it itself. */
#include <argp.h>

void (*argp_program_version_hook)(FILE *restrict, struct argp_state *restrict);

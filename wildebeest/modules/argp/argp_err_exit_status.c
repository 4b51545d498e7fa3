/* An object of its own, so that a program can define it itself. */
#include <sysexits.h>
#include <argp.h>

error_t argp_err_exit_status = EX_USAGE;

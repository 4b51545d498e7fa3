/* What on_exit's handlers are told. */
#ifndef LWB_STDLIB_EXIT_STATUS_H
#define LWB_STDLIB_EXIT_STATUS_H

/** The status of the call of exit that is ending the program; 0 before there is one. */
extern int __lwb_exit_status;

#endif

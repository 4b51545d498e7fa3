/*
 * SIGNAL(abbreviation, text) for each signal that is not a real-time one, with the texts of glibc's
 * C locale. Where two names are one number, glibc's answer is the one here: ABRT for IOT, POLL for
 * IO.
 */
SIGNAL(HUP, "Hangup")
SIGNAL(INT, "Interrupt")
SIGNAL(QUIT, "Quit")
SIGNAL(ILL, "Illegal instruction")
SIGNAL(TRAP, "Trace/breakpoint trap")
SIGNAL(ABRT, "Aborted")
SIGNAL(BUS, "Bus error")
SIGNAL(FPE, "Floating point exception")
SIGNAL(KILL, "Killed")
SIGNAL(USR1, "User defined signal 1")
SIGNAL(SEGV, "Segmentation fault")
SIGNAL(USR2, "User defined signal 2")
SIGNAL(PIPE, "Broken pipe")
SIGNAL(ALRM, "Alarm clock")
SIGNAL(TERM, "Terminated")
#ifdef SIGSTKFLT
SIGNAL(STKFLT, "Stack fault")
#endif
#ifdef SIGEMT
SIGNAL(EMT, "EMT trap")
#endif
SIGNAL(CHLD, "Child exited")
SIGNAL(CONT, "Continued")
SIGNAL(STOP, "Stopped (signal)")
SIGNAL(TSTP, "Stopped")
SIGNAL(TTIN, "Stopped (tty input)")
SIGNAL(TTOU, "Stopped (tty output)")
SIGNAL(URG, "Urgent I/O condition")
SIGNAL(XCPU, "CPU time limit exceeded")
SIGNAL(XFSZ, "File size limit exceeded")
SIGNAL(VTALRM, "Virtual timer expired")
SIGNAL(PROF, "Profiling timer expired")
SIGNAL(WINCH, "Window changed")
SIGNAL(POLL, "I/O possible")
SIGNAL(PWR, "Power failure")
SIGNAL(SYS, "Bad system call")

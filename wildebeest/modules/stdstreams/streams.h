/* The variables that stdin, stdout and stderr are with this module. */
#ifndef LWB_STDSTREAMS_STREAMS_H
#define LWB_STDSTREAMS_STREAMS_H

#include <stdio.h>

FILE **__lwb_stdin(void);
FILE **__lwb_stdout(void);
FILE **__lwb_stderr(void);

#endif

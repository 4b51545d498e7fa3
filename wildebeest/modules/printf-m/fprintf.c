#include "prints.h"

/* The module stdio's, by which EBADF and unbuffered output are glibc's too. */
int __lwb_vfprintf(FILE *restrict stream, const char *restrict format, va_list arguments);
PRINTS(fprintf, __lwb_vfprintf, (FILE *restrict stream, ), (stream, ))

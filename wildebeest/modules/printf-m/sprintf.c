#include "prints.h"

LIBC_OWN(vsprintf);
PRINTS(sprintf, libc_own_vsprintf, (char *restrict to, ), (to, ))

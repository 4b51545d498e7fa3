#include "prints.h"

LIBC_OWN(vsnprintf);
PRINTS(snprintf, libc_own_vsnprintf, (char *restrict to, size_t size, ), (to, size, ))

#include "prints.h"

LIBC_OWN(vdprintf);
PRINTS(dprintf, libc_own_vdprintf, (int file, ), (file, ))

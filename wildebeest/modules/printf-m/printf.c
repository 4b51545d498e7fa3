#include "prints.h"

LIBC_OWN(vprintf);
PRINTS(printf, libc_own_vprintf, (), ())

#include "prints.h"

LIBC_OWN(vasprintf);
PRINTS(asprintf, libc_own_vasprintf, (char **to, ), (to, ))

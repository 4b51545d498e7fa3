#include <error.h>

/** Not 0: error_at_line leaves out further messages for one line. */
int error_one_per_line;

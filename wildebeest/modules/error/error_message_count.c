#include <error.h>

/** How many messages error and error_at_line have written. */
unsigned error_message_count;

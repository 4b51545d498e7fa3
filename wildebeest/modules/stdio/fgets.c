#include "stream.h"

/** Reads a line into `room`; it, or NULL, with errno at an error. Also fgets_unlocked. */
INPUT(char *, fgets, (char *restrict room, int size, FILE *restrict stream), (room, size, stream),
      NULL)

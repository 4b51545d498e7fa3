#include "stream.h"

/** Reads up to a delimiter into *line, which grows; the length, or -1, with errno at an error. */
INPUT(ssize_t, getdelim,
      (char **restrict line, size_t *restrict size, int delimiter, FILE *restrict stream),
      (line, size, delimiter, stream), -1)

/** The same up to the end of the line. */
INPUT(ssize_t, getline, (char **restrict line, size_t *restrict size, FILE *restrict stream),
      (line, size, stream), -1)

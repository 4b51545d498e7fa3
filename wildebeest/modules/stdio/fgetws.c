#include "stream.h"

/** Reads a line into `room`; it, or NULL, with errno at an error. Also fgetws_unlocked. */
INPUT(wchar_t *, fgetws, (wchar_t *restrict room, int size, FILE *restrict stream),
      (room, size, stream), NULL)

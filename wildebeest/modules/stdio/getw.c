#include "stream.h"

/** Reads an int as it lies in memory; it, or EOF. */
INPUT(int, getw, (FILE * stream), (stream), EOF)

#include "stream.h"

/** Writes an int as it lies in memory; 0, or EOF with errno. */
OUTPUT(int, putw, (int value, FILE *stream), (value, stream), EOF)

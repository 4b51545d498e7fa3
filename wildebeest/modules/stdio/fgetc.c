#include "stream.h"

/** Reads a byte; it, or EOF, with errno at an error. Also getc. */
INPUT(int, fgetc, (FILE * stream), (stream), EOF)

/** The same without locking the stream. Also getc_unlocked. */
INPUT(int, fgetc_unlocked, (FILE * stream), (stream), EOF)

#include "stream.h"

/** Writes a wide string; 0 or more, or -1 with errno. */
OUTPUT(int, fputws, (const wchar_t *restrict text, FILE *restrict stream), (text, stream), -1)

/** The same without locking the stream. */
OUTPUT(int, fputws_unlocked, (const wchar_t *restrict text, FILE *restrict stream), (text, stream),
       -1)

#include "stream.h"

/** Writes a wide character; it, or WEOF with errno. Also putwc. */
OUTPUT(wint_t, fputwc, (wchar_t wide, FILE *stream), (wide, stream), WEOF)

/** The same without locking the stream. Also putwc_unlocked. */
OUTPUT(wint_t, fputwc_unlocked, (wchar_t wide, FILE *stream), (wide, stream), WEOF)

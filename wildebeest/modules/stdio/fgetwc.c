#include "stream.h"

/** Reads a wide character; it, or WEOF, with errno at an error. Also getwc. */
INPUT(wint_t, fgetwc, (FILE * stream), (stream), WEOF)

/** The same without locking the stream. Also getwc_unlocked. */
INPUT(wint_t, fgetwc_unlocked, (FILE * stream), (stream), WEOF)

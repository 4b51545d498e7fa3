/*
 * glibc: has it.
 * musl:  has significand and significandf alone.
 * here:  scalbnl by the exponent that ilogbl finds.
 * see:   significand(3).
 */
#include <math.h>

/** `x` scaled by a power of two to at least 1 and less than 2; zeros, infinities and what is not a
 * number as they are. */
long double significandl(long double x)
{
        return x == 0 || !isfinite(x) ? x : scalbnl(x, -ilogbl(x));
}

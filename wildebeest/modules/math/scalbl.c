/*
 * glibc: has it.
 * musl:  has scalb and scalbf alone.
 * here:  scalblnl, once the exponent is known to be a whole number.
 * see:   scalb(3).
 */
#include <math.h>

/** More than the exponents of any long double are apart: all beyond are equal. */
static const long double far = 100000;

/* Not a number, and FE_INVALID: of double, as where software computes long double it raises
 * nothing. */
static long double invalid(void)
{
        volatile double zero = 0;

        return zero / zero;
}

/**
 * `x` times two to the power of `exponent`. Not a number, with FE_INVALID, where the exponent is no
 * whole number, for zero times infinity, and for infinity by infinity.
 */
long double scalbl(long double x, long double exponent)
{
        if (isnan(x) || isnan(exponent))
                return x * exponent;
        if (isinf(exponent) ? (exponent > 0 ? x == 0 : isinf(x)) : rintl(exponent) != exponent)
                return invalid();
        if (isinf(exponent))
                return exponent > 0 ? x * exponent : x / -exponent;
        return scalblnl(x, (long)fminl(fmaxl(exponent, -far), far));
}

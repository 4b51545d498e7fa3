/*
 * glibc: has them, of the BSDs; the result of isinff and isinfl has the sign of the infinity.
 * musl:  has isinf, isnan and isfinite of C99 alone, which are macros of any type, and finite and
 * finitef. here:  the compiler's own answers. see:   isinf(3), finite(3).
 */
#include <math.h>

/** 1 for positive infinity, -1 for negative infinity, 0 for all else. */
int isinff(float x)
{
        return __builtin_isinf_sign(x);
}

/** As isinff. */
int isinfl(long double x)
{
        return __builtin_isinf_sign(x);
}

/** Whether `x` is not a number. */
int isnanf(float x)
{
        return isnan(x);
}

/** As isnanf. */
int isnanl(long double x)
{
        return isnan(x);
}

/** Whether `x` is neither an infinity nor not a number. */
int finitel(long double x)
{
        return isfinite(x);
}

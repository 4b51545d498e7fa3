/* The BSDs' names of <math.h>. */
#include <fenv.h>
#include <float.h>
#include <math.h>
#include "tap.h"

static volatile long double values[] = {0,        -0.0L,     1,    -1,    1.5L,         3.75L,
                                        -20,      2.5L,      0.5L, -0.5L, LDBL_MIN / 8, LDBL_MAX,
                                        INFINITY, -INFINITY, NAN};
enum { count = sizeof values / sizeof *values };

/* Both are not a number, or both are equal, sign included. */
static int same(long double a, long double b)
{
        if (isnan(a) || isnan(b))
                return isnan(a) && isnan(b);
        return a == b && !signbit(a) == !signbit(b);
}

/* What scalb(3) and its page's "Errors" say. */
static int is_scaled(long double x, long double exponent)
{
        int invalid;
        long double result;

        feclearexcept(FE_ALL_EXCEPT);
        result = scalbl(x, exponent);
        invalid = fetestexcept(FE_INVALID) != 0;
        if (isnan(x) || isnan(exponent))
                return isnan(result);
        if (isinf(exponent) ? (exponent > 0 ? x == 0 : isinf(x)) : exponent != truncl(exponent))
                return isnan(result) && invalid;
        if (x == 0 || isinf(x) || exponent == 0)
                return same(result, x);
        if (fabsl(exponent) > 40000)
                return same(result, copysignl(exponent > 0 ? INFINITY : 0, x));
        return same(result, x * powl(2, exponent)) || !isnormal(result);
}

int main(void)
{
        int classes = 1, gammas = 1, remainders = 1, scaled = 1, significands = 1;

        for (int i = 0; i < count; i++) {
                long double x = values[i], parts;
                int infinite = isinf(x) ? (x < 0 ? -1 : 1) : 0, exponent, sign;

                classes &= isinfl(x) == infinite && !isnanl(x) == !isnan(x);
                classes &= !finitel(x) == !isfinite(x) && !isnanf((float)x) == !isnan(x);
                parts = significandl(x);
                if (x == 0 || !isfinite(x))
                        significands &= same(parts, x);
                else
                        significands &= same(parts, 2 * frexpl(x, &exponent));
                signgam = 0;
                gammas &= same(gammal(x), lgammal_r(x, &sign)) &&
                          (signgam == sign || x == -1 || x == -20);
                gammas &= same(gamma((double)x), lgamma((double)x));
                gammas &= same(gammaf((float)x), lgammaf((float)x));
                for (int j = 0; j < count; j++) {
                        remainders &= same(dreml(x, values[j]), remainderl(x, values[j]));
                        if (!is_scaled(x, values[j])) {
                                note("scalbl(%Lg, %Lg) is %Lg", x, values[j], scalbl(x, values[j]));
                                scaled = 0;
                        }
                }
        }
        ok(classes, "isinfl, isnanl, finitel, isnanf: of every class");
        is_int(isinff(HUGE_VALF), 1, "isinff: infinity");
        is_int(isinff(-HUGE_VALF), -1, "isinff: has the sign");
        ok(!isinff(FLT_MAX) && !isinff(NAN), "isinff: of others 0");
        ok(gammas, "gamma, gammaf, gammal: are lgamma, with its sign");
        ok(remainders, "dreml: is remainderl");
        ok(scaled, "scalbl: powers of two, and what is invalid");
        ok(scalbl(-3, 1e30L) == -INFINITY && same(scalbl(-3, -1e30L), -0.0L),
           "scalbl: exponents beyond those of long");
        ok(significands, "significandl: from 1 to 2");
        return done_testing();
}

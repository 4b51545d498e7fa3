/*
 * glibc: has gamma, a deprecated name of lgamma.
 * musl:  lacks it.
 * here:  lgamma, which notes the sign in signgam, as glibc's gamma does.
 * see:   gamma(3), which tells why it is not tgamma.
 */
#include <math.h>

/** The logarithm of the absolute value of the gamma function; its sign is in signgam. */
double gamma(double x)
{
        return lgamma(x);
}

/** As gamma. */
float gammaf(float x)
{
        return lgammaf(x);
}

/** As gamma. */
long double gammal(long double x)
{
        return lgammal(x);
}

/*
 * glibc: has it, the BSDs' name of remainderl.
 * musl:  has drem and dremf alone.
 * here:  remainderl.
 * see:   drem(3).
 */
#include <math.h>

/** `x` less the multiple of `y` that is nearest to it, of two as near the even one. */
long double dreml(long double x, long double y)
{
        return remainderl(x, y);
}

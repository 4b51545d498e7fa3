/*
 * <math.h> with the BSDs' names of glibc's that musl lacks: isinff, isinfl, isnanf, isnanl and finitel, which C99's isinf,
 * isnan and isfinite replace; gamma, which lgamma replaces; and the long double forms of drem, scalb and significand.
 */
#ifndef LWB_MATH_MATH_H
#define LWB_MATH_MATH_H
#pragma GCC system_header
#include_next <math.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#ifdef __cplusplus
extern "C" {
#endif

/* A package may have made one of the names a macro of its own. */
#ifndef isinff
int isinff(float);
#endif
#ifndef isinfl
int isinfl(long double);
#endif
#ifndef isnanf
int isnanf(float);
#endif
#ifndef isnanl
int isnanl(long double);
#endif
#ifndef finitel
int finitel(long double);
#endif
#ifndef gamma
double gamma(double);
#endif
float gammaf(float);
long double gammal(long double);
long double dreml(long double, long double);
long double scalbl(long double, long double);
long double significandl(long double);

#ifdef __cplusplus
}
#endif
#endif

#endif

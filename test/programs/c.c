/*
 * What a C toolchain of a target has to get right, as TAP: start-up, threads and thread-local data,
 * setjmp, libm, long double and complex arithmetic (the builtins), 128-bit and 64-bit atomic
 * operations, constructors, signals.
 */
#include <complex.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>

static int point;
static int failed;

static void ok(int good, const char *what)
{
        printf("%sok %d - %s\n", good ? "" : "not ", ++point, what);
        failed |= !good;
}

static int constructed;

__attribute__((constructor)) static void construct(void)
{
        constructed++;
}

static _Thread_local int own = 7;
static _Thread_local char zeroed[4096];
static _Atomic uint64_t wide;
static volatile double one = 1, two = 2;

static void *count(void *argument)
{
        own += *(int *)argument;
        zeroed[sizeof zeroed - 1]++;
        for (int i = 0; i < 1000; i++)
                atomic_fetch_add(&wide, UINT64_C(0x100000001));
        errno = own;
        return (void *)(intptr_t)(own * 1000 + zeroed[sizeof zeroed - 1] * 100 + errno);
}

static sig_atomic_t volatile caught;

static void note(int number)
{
        caught = number;
}

static jmp_buf back;

static void leap(int depth)
{
        if (depth == 0)
                longjmp(back, 42);
        leap(depth - 1);
}

int main(int argc, char **argv)
{
        ok(argc == 3 && strcmp(argv[1], "one") == 0 && strcmp(argv[2], "two words") == 0,
           "arguments");
        ok(constructed == 1, "constructors run once");
        ok(getauxval(AT_PAGESZ) >= 4096, "the auxiliary vector");

        pthread_t threads[4];
        int numbers[4] = {1, 2, 3, 4};
        int good = 1;
        for (int i = 0; i < 4; i++)
                good &= pthread_create(&threads[i], NULL, count, &numbers[i]) == 0;
        for (int i = 0; i < 4; i++) {
                void *result = NULL;
                good &= pthread_join(threads[i], &result) == 0;
                good &= (intptr_t)result == (7 + numbers[i]) * 1000 + 100 + 7 + numbers[i];
        }
        ok(good && own == 7 && zeroed[sizeof zeroed - 1] == 0, "threads, thread-local data, errno");
        ok(atomic_load(&wide) == UINT64_C(4000) * UINT64_C(0x100000001),
           "64-bit atomic operations");

        volatile int steps = 0;
        int value = setjmp(back);
        steps++;
        if (value == 0)
                leap(10);
        ok(value == 42 && steps == 2, "setjmp and longjmp");

        signal(SIGUSR1, note);
        ok(raise(SIGUSR1) == 0 && caught == SIGUSR1, "signals");

        ok(fabs(sin(one) * sin(one) + cos(one) * cos(one) - 1) < 4 * DBL_EPSILON &&
               sqrt(two * two) == two,
           "libm");
        ok(fma(one, two, one) == 3 && lround(two + 0.5) == 3 && isnan(fmod(one, 0 * one)),
           "fma, lround, fmod");
        long double third = (long double)one / 3;
        ok(fabsl(third * 3 - 1) <= LDBL_EPSILON && (long double)(double)two == 2,
           "long double arithmetic");
        char text[64];
        snprintf(text, sizeof text, "%.15Lg %a", third, two);
        ok(strcmp(text, "0.333333333333333 0x1p+1") == 0 && strtold("0.5", NULL) == 0.5L,
           "long double in text");
        ok(ldexpl(third, LDBL_MANT_DIG + 1) == floorl(ldexpl(third, LDBL_MANT_DIG + 1)) &&
               ldexpl(third, LDBL_MANT_DIG - 1) != floorl(ldexpl(third, LDBL_MANT_DIG - 1)),
           "long double has its digits");
        double complex product = (one + two * I) * (two - one * I),
                       quotient = product / (two - one * I);
        ok(creal(product) == 4 && cimag(product) == 3 && cabs(quotient - (one + two * I)) < 1e-12,
           "complex arithmetic");

        volatile uint64_t big = UINT64_C(0xfedcba9876543210), small = 1000000007;
        ok(big / small * small + big % small == big && (int64_t)big / -3 == (int64_t)big / 3 * -1,
           "64-bit division");
        /* volatile, as the x87 registers of i686 hold more than a float. */
        volatile float rounded = (float)-(int64_t)small;
        ok((uint64_t)(double)(big >> 12) == big >> 12 && (int64_t)rounded == -1000000000,
           "64-bit to floating point and back");
#ifdef __SIZEOF_INT128__
        volatile unsigned __int128 huge = (unsigned __int128)big * big;
        ok(huge / big == big && (uint64_t)(huge >> 64) == UINT64_C(0xfdbac097c8dc5acc),
           "128-bit arithmetic");
#endif
        struct pair {
                uint32_t a, b;
        } swapped = {1, 2};
        uint16_t order = 1;
        ok(*(unsigned char *)&order == (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__) &&
               swapped.b == 2,
           "byte order");

        void *memory = malloc(1 << 20);
        ok(memory != NULL && (uintptr_t)memory % _Alignof(max_align_t) == 0,
           "malloc and its alignment");
        free(memory);
        printf("1..%d\n", point);
        return failed;
}

/* Floating-point exceptions that trap, and the control word. */
#include <fenv.h>
#include <fpu_control.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include "tap.h"

/* A signal that ended a child, or 0. */
static int signal_of(void (*work)(void))
{
        int status;
        pid_t child;

        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (!child) {
                /* A sanitizer has its own handler. */
                signal(SIGFPE, SIG_DFL);
                work();
                _exit(0);
        }
        require(waitpid(child, &status, 0) == child);
        return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static volatile double one = 1, zero, result;
static volatile float big = 3e38f, narrow;
static volatile long double long_one = 1, long_zero, long_result;

static void divide(void)
{
        feenableexcept(FE_DIVBYZERO);
        result = one / zero;
}

static void divide_long(void)
{
        feenableexcept(FE_DIVBYZERO);
        long_result = long_one / long_zero;
}

static void be_invalid(void)
{
        feenableexcept(FE_INVALID);
        result = zero / zero;
}

static void overflow(void)
{
        feenableexcept(FE_OVERFLOW);
        narrow = big * big;
        /* The x87 tells of a store at its next instruction. */
        result = narrow;
}

static void be_inexact(void)
{
        feenableexcept(FE_INEXACT);
        result = one / 3;
}

static void divide_otherwise(void)
{
        feenableexcept(FE_INVALID | FE_OVERFLOW);
        result = one / zero;
}

static void divide_no_longer(void)
{
        feenableexcept(FE_ALL_EXCEPT);
        fedisableexcept(FE_DIVBYZERO | FE_INEXACT);
        result = one / zero;
}

static void divide_silently(void)
{
        fedisableexcept(FE_ALL_EXCEPT);
        result = one / zero;
        result = zero / zero;
}

/* Some emulators let the bits be set and mind them not: then nothing traps at all. */
static int traps_here;

static void trap_point(void (*work)(void), const char *description)
{
        int signal = signal_of(work);

        if (traps_here) {
                is_int(signal, SIGFPE, "%s", description);
                return;
        }
        tap_points++;
        printf("ok %d - %s # SKIP no traps here\n", tap_points, description);
        fflush(stdout);
}

static void test_traps(void)
{
        int one_of = FE_DIVBYZERO, other = FE_INVALID;

        /* A flag that is set would trap as soon as it may. */
        require(!feclearexcept(FE_ALL_EXCEPT));
        traps_here = signal_of(divide) != 0;
        is_int(fegetexcept(), 0, "fegetexcept: nothing at first");
        is_int(fedisableexcept(FE_ALL_EXCEPT), 0, "fedisableexcept: nothing is nothing");
        is_int(feenableexcept(0), 0, "feenableexcept: nothing");
        if (feenableexcept(one_of) < 0) {
                note("no traps on this machine");
                is_int(fegetexcept(), 0, "feenableexcept: -1 changes nothing");
                return;
        }
        is_int(fegetexcept(), one_of, "fegetexcept: what is enabled");
        is_int(feenableexcept(other), one_of, "feenableexcept: adds, answers what was");
        is_int(fegetexcept(), one_of | other, "fegetexcept: both");
        is_int(feenableexcept(0), one_of | other, "feenableexcept: none more");
        is_int(fedisableexcept(one_of), one_of | other, "fedisableexcept: answers what was");
        is_int(fegetexcept(), other, "fedisableexcept: the rest stays");
        is_int(fedisableexcept(FE_ALL_EXCEPT), other, "fedisableexcept: all");
        is_int(feenableexcept(FE_ALL_EXCEPT), 0, "feenableexcept: all");
        is_int(fegetexcept(), FE_ALL_EXCEPT, "fegetexcept: all");
        is_int(fedisableexcept(FE_ALL_EXCEPT), FE_ALL_EXCEPT, "fedisableexcept: all of them");

        trap_point(divide, "feenableexcept: FE_DIVBYZERO");
#if __LDBL_MANT_DIG__ != 113
        /* 128 bits are done without the processor's unit, or without its traps. */
        trap_point(divide_long, "feenableexcept: FE_DIVBYZERO, long double");
#else
        (void)divide_long;
#endif
        trap_point(be_invalid, "feenableexcept: FE_INVALID");
        trap_point(overflow, "feenableexcept: FE_OVERFLOW");
        trap_point(be_inexact, "feenableexcept: FE_INEXACT");
        is_int(signal_of(divide_otherwise), 0, "feenableexcept: what is not enabled");
        is_int(signal_of(divide_no_longer), 0, "fedisableexcept: no longer");
        is_int(signal_of(divide_silently), 0, "fedisableexcept: silence");
}

static void test_control_word(void)
{
        fpu_control_t before, word;

        _FPU_GETCW(before);
        require(!fesetround(FE_UPWARD));
        _FPU_GETCW(word);
        ok(word != before, "_FPU_GETCW: sees the direction of rounding");
        _FPU_SETCW(before);
        _FPU_GETCW(word);
        is_int(word, before, "_FPU_SETCW: sets");
        require(!fesetround(FE_TONEAREST));
#if defined(__x86_64__) || defined(__i386__)
        is_int(before, _FPU_DEFAULT, "_FPU_DEFAULT: the word at the start");
        word = (fpu_control_t)((before & ~_FPU_EXTENDED) | _FPU_SINGLE);
        _FPU_SETCW(word);
        long_result = long_one / 3;
        _FPU_SETCW(before);
        ok(long_result != long_one / 3, "_FPU_SINGLE: less precise");
        is_int(_FPU_IEEE & 0x3f,
               _FPU_MASK_IM | _FPU_MASK_DM | _FPU_MASK_ZM | _FPU_MASK_OM | _FPU_MASK_UM |
                   _FPU_MASK_PM,
               "_FPU_MASK_IM: and the others");
        is_int(_FPU_RC_NEAREST | _FPU_RC_DOWN | _FPU_RC_UP, _FPU_RC_ZERO,
               "_FPU_RC_NEAREST: and the others");
#endif
}

int main(void)
{
        test_control_word();
        test_traps();
        return done_testing();
}

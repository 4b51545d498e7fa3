/*
 * glibc: has the three functions on every machine; where it has no traps, feenableexcept answers
 * -1. musl:  lacks them. here:  the bits of the control register, read back, as many a processor of
 * Arm's has no traps and drops them. see:   feenableexcept(3); the machine's manual, named in
 * fpu_control.h.
 */
#include <fenv.h>
#include <fpu_control.h>

#if defined(__x86_64__) || defined(__i386__)
#ifdef __i386__
#include <cpuid.h>

static int has_sse(void)
{
        unsigned int a, b, c, d;

        return __get_cpuid(1, &a, &b, &c, &d) && (d & bit_SSE);
}
#else
#define has_sse() 1
#endif

/* The bits are FE_*; the x87's word and, from bit 7 on, SSE's have the mask of each, so 0 traps. */
static int traps(void)
{
        fpu_control_t word;

        _FPU_GETCW(word);
        return ~word & FE_ALL_EXCEPT;
}

static int set_traps(int mask)
{
        fpu_control_t word;
        unsigned int sse;

        _FPU_GETCW(word);
        word = (fpu_control_t)((word | FE_ALL_EXCEPT) & ~mask);
        _FPU_SETCW(word);
        if (has_sse()) {
                __asm__ volatile("stmxcsr %0" : "=m"(sse));
                sse = (sse | FE_ALL_EXCEPT << 7) & ~((unsigned int)mask << 7);
                __asm__ volatile("ldmxcsr %0" : : "m"(sse));
        }
        return 0;
}
#elif FE_ALL_EXCEPT && !defined(__riscv)
#if defined(__powerpc__)
#include <sys/prctl.h>
/* FE_INVALID is bit 29 of FPSCR, its trap is bit 7; and so on. */
#define to_word(mask) ((unsigned int)(mask) >> 22)
#define of_word(word) ((int)((word) << 22))
#elif defined(__s390x__)
#define to_word(mask) ((unsigned int)(mask) << 8)
#define of_word(word) ((int)((word) >> 8))
#elif defined(__loongarch__)
#define to_word(mask) ((unsigned int)(mask) >> 16)
#define of_word(word) ((int)((word) << 16))
#else
#define to_word(mask) ((unsigned int)(mask) << 8)
#define of_word(word) ((int)((word) >> 8))
#endif

static int traps(void)
{
        fpu_control_t word;

        _FPU_GETCW(word);
        return of_word(word & to_word(FE_ALL_EXCEPT));
}

static int set_traps(int mask)
{
        fpu_control_t word;

#ifdef __powerpc__
        /* The machine state has to allow traps, too; without any, code is faster. */
        if (prctl(PR_SET_FPEXC, mask ? PR_FP_EXC_PRECISE : PR_FP_EXC_DISABLED) && mask)
                return -1;
#endif
        _FPU_GETCW(word);
        word = (word & ~to_word(FE_ALL_EXCEPT)) | to_word(mask);
        _FPU_SETCW(word);
        return traps() == mask ? 0 : -1;
}
#else
static int traps(void)
{
        return 0;
}

static int set_traps(int mask)
{
        return mask ? -1 : 0;
}
#endif

/**
 * Lets floating-point exceptions, FE_*, raise SIGFPE, besides those that do so already. The latter,
 * or -1 where the machine has no such traps.
 */
int feenableexcept(int exceptions)
{
        int before = traps();

        if (!set_traps(before | (exceptions & FE_ALL_EXCEPT)))
                return before;
        set_traps(before);
        return -1;
}

/** Lets floating-point exceptions no longer raise SIGFPE. Those that did; -1 if that fails. */
int fedisableexcept(int exceptions)
{
        int before = traps();

        return set_traps(before & ~exceptions) ? -1 : before;
}

/** The floating-point exceptions that raise SIGFPE. */
int fegetexcept(void)
{
        return traps();
}

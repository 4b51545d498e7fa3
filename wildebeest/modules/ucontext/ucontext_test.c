/* The getcontext family: what a context keeps, and where it goes on. */
#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#include "../unistd/filter.h"
#include "tap.h"

#define STACK_SIZE 65536

typedef void (*start)(void);

static ucontext_t outer, inner;
static char room[STACK_SIZE];
static unsigned long seed;

/* xorshift64: numbers that a printed seed gives again. */
static unsigned long long number(void)
{
        static unsigned long long state;

        if (!state)
                state = seed * 0x9e3779b97f4a7c15U + 1;
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
}

/* The address of something, out of the compiler's knowledge. */
static uintptr_t address(const volatile void *what)
{
        uintptr_t value = (uintptr_t)what;

        __asm__ volatile("" : "+r"(value));
        return value;
}

/* Makes `context` begin with `function` on `stack`, then go on with `next`. */
static void prepare(ucontext_t *context, char *stack, size_t size, ucontext_t *next)
{
        require(getcontext(context) == 0);
        context->uc_stack.ss_sp = stack;
        context->uc_stack.ss_size = size;
        context->uc_link = next;
}

static void returns_again(void)
{
        static volatile int count;
        ucontext_t here;

        is_int(getcontext(&here), 0, "getcontext: returns 0, each time");
        count++;
        if (count < 4) {
                int result = setcontext(&here);

                is_int(result, 0, "setcontext: does not return");
        }
        is_int(count, 4, "setcontext: goes on behind getcontext");
}

static uintptr_t got[24];
static uintptr_t seen, misaligned;

static void take(uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e, uintptr_t f,
                 uintptr_t g, uintptr_t h, uintptr_t i, uintptr_t j, uintptr_t k, uintptr_t l,
                 uintptr_t m, uintptr_t n, uintptr_t o, uintptr_t p, uintptr_t q, uintptr_t r,
                 uintptr_t s, uintptr_t t, uintptr_t u, uintptr_t v, uintptr_t w, uintptr_t x)
{
        _Alignas(16) volatile char local[16] = {0};
        uintptr_t all[24] = {a, b, c, d, e, f, g, h, i, j, k, l,
                             m, n, o, p, q, r, s, t, u, v, w, x};

        memcpy(got, all, sizeof got);
        misaligned |= address(local) % 16;
        seen = address(local);
}

static void arguments(void)
{
        int wrong = 0, outside = 0;
        uintptr_t v[24];

        for (int round = 0; round < 2000; round++) {
                size_t offset = number() % 64, cut = number() % 64;
                char *stack = room + offset;
                size_t size = STACK_SIZE - offset - cut;

                for (int which = 0; which < 24; which++)
                        v[which] = (uintptr_t)number();
                prepare(&inner, stack, size, &outer);
                if (round % 2 == 0)
                        makecontext(&inner, (start)take, 24, v[0], v[1], v[2], v[3], v[4], v[5],
                                    v[6], v[7], v[8], v[9], v[10], v[11], v[12], v[13], v[14],
                                    v[15], v[16], v[17], v[18], v[19], v[20], v[21], v[22], v[23]);
                else
                        makecontext(&inner, (start)take, 9, v[0], v[1], v[2], v[3], v[4], v[5],
                                    v[6], v[7], v[8]);
                require(swapcontext(&outer, &inner) == 0);
                wrong += memcmp(got, v, (round % 2 == 0 ? 24 : 9) * sizeof *v) != 0;
                outside += seen < (uintptr_t)stack || seen >= (uintptr_t)stack + size;
        }
        is_int(wrong, 0, "makecontext: 9 and 24 arguments as wide as pointers");
        is_int(outside, 0, "makecontext: runs on the stack that it was given");
        is_int(misaligned, 0, "makecontext: the stack is aligned, whatever its address and size");
}

static int ints[8];

static void take_ints(int a, int b, int c, int d, int e, int f, int g, int h)
{
        int all[8] = {a, b, c, d, e, f, g, h};

        memcpy(ints, all, sizeof ints);
}

static void int_arguments(void)
{
        static const int expected[8] = {-1, 2, -3, 4, -5, 6, INT32_MIN, INT32_MAX};

        prepare(&inner, room, sizeof room, &outer);
        makecontext(&inner, (start)take_ints, 8, -1, 2, -3, 4, -5, 6, INT32_MIN, INT32_MAX);
        require(swapcontext(&outer, &inner) == 0);
        ok(memcmp(ints, expected, sizeof ints) == 0, "makecontext: int arguments");
}

/*
 * Sums over more values than a call keeps in registers, going to `to` in between: each register,
 * integer and floating, that must be kept is then likely one of these, and the two sides have other
 * values in it.
 */
__attribute__((noinline)) static double crossing(ucontext_t *from, ucontext_t *to, uintptr_t first)
{
        volatile uintptr_t source = first;
        uintptr_t i[16];
        double d[16];
        double sum = 0;

        for (int which = 0; which < 16; which++) {
                i[which] = source * (uintptr_t)(which + 1);
                d[which] = (double)(source % 1000) * (which + 0.5);
        }
        uintptr_t a = i[0], b = i[1], c = i[2], e = i[3], f = i[4], g = i[5], h = i[6], j = i[7],
                  k = i[8], l = i[9];
        double p = d[0], q = d[1], r = d[2], s = d[3], t = d[4], u = d[5], v = d[6], w = d[7],
               x = d[8], y = d[9];

        for (int turn = 0; turn < 3; turn++) {
                swapcontext(from, to);
                sum += p + q * 2 + r * 3 + s * 4 + t * 5 + u * 6 + v * 7 + w * 8 + x * 9 + y * 10;
                sum += (double)((a ^ b * 3 ^ c * 5 ^ e * 7 ^ f * 9 ^ g * 11 ^ h * 13 ^ j * 17 ^
                                 k * 19 ^ l * 23) %
                                65536);
        }
        return sum;
}

static double inner_sum;

static void crossing_inner(uintptr_t first)
{
        inner_sum = crossing(&inner, &outer, first);
        for (;;)
                swapcontext(&inner, &outer);
}

static void nothing(void)
{
}

static void registers(void)
{
        int wrong = 0;

        for (int round = 0; round < 500; round++) {
                uintptr_t values[2] = {(uintptr_t)number(), (uintptr_t)number()};
                double against_zero[2], sum;

                /* Were a register lost, the sums would depend on the other side's values. */
                for (int which = 0; which < 2; which++) {
                        prepare(&inner, room, sizeof room, NULL);
                        makecontext(&inner, (start)crossing_inner, 1, (uintptr_t)0);
                        against_zero[which] = crossing(&outer, &inner, values[which]);
                }
                prepare(&inner, room, sizeof room, NULL);
                makecontext(&inner, (start)crossing_inner, 1, values[1]);
                sum = crossing(&outer, &inner, values[0]);
                require(swapcontext(&outer, &inner) == 0);
                wrong += sum != against_zero[0] || inner_sum != against_zero[1];
        }
        is_int(wrong, 0, "swapcontext: registers are kept");
}

static volatile int inner_round, inner_flags, inner_blocked;

static int blocked(int signal)
{
        sigset_t mask;

        require(sigprocmask(SIG_SETMASK, NULL, &mask) == 0);
        return sigismember(&mask, signal);
}

static void set_blocked(int how, int signal)
{
        sigset_t mask;

        sigemptyset(&mask);
        sigaddset(&mask, signal);
        require(sigprocmask(how, &mask, NULL) == 0);
}

static void floating_inner(void)
{
        inner_round = fegetround();
        inner_flags = fetestexcept(FE_ALL_EXCEPT);
        require(fesetround(FE_DOWNWARD) == 0);
        require(feraiseexcept(FE_OVERFLOW) == 0);
        swapcontext(&inner, &outer);
        inner_round = fegetround();
        inner_flags = fetestexcept(FE_ALL_EXCEPT);
}

static void floating(void)
{
        require(fesetround(FE_UPWARD) == 0);
        require(feclearexcept(FE_ALL_EXCEPT) == 0);
        prepare(&inner, room, sizeof room, &outer);
        makecontext(&inner, floating_inner, 0);
        require(fesetround(FE_TONEAREST) == 0);
        require(feraiseexcept(FE_DIVBYZERO) == 0);
        require(swapcontext(&outer, &inner) == 0);
        is_int(inner_round, FE_UPWARD, "makecontext: rounding is what getcontext found");
        is_int(inner_flags, 0, "makecontext: exception flags are what getcontext found");
        is_int(fegetround(), FE_TONEAREST, "swapcontext: rounding comes back");
        is_int(fetestexcept(FE_ALL_EXCEPT), FE_DIVBYZERO, "swapcontext: exception flags come back");
        require(feclearexcept(FE_ALL_EXCEPT) == 0);
        require(swapcontext(&outer, &inner) == 0);
        is_int(inner_round, FE_DOWNWARD, "swapcontext: rounding of the other context");
        is_int(inner_flags & (FE_OVERFLOW | FE_DIVBYZERO), FE_OVERFLOW,
               "swapcontext: exception flags of the other context");
        is_int(fetestexcept(FE_OVERFLOW), 0, "uc_link: exception flags come back");

        volatile double one = 1, three = 3, quotients[2];
        volatile long double long_one = 1, long_three = 3, long_quotients[2];
        volatile int turn = 0;
        ucontext_t here;

        require(fesetround(FE_UPWARD) == 0);
        require(getcontext(&here) == 0);
        if (!turn++) {
                require(fesetround(FE_DOWNWARD) == 0);
                quotients[0] = one / three;
                long_quotients[0] = long_one / long_three;
                setcontext(&here);
        }
        quotients[1] = one / three;
        long_quotients[1] = long_one / long_three;
        ok(quotients[1] > quotients[0], "setcontext: arithmetic rounds as the context does");
        /* x87's long double; other processors' may be computed without rounding modes. */
        if (LDBL_MANT_DIG == 64)
                ok(long_quotients[1] > long_quotients[0],
                   "setcontext: long double rounds as the context does");
        require(fesetround(FE_TONEAREST) == 0);
        require(feclearexcept(FE_ALL_EXCEPT) == 0);
}

static void mask_inner(void)
{
        inner_blocked = blocked(SIGUSR1) + 2 * blocked(SIGUSR2) + 4 * blocked(SIGRTMAX - 4);
        set_blocked(SIG_BLOCK, SIGHUP);
        swapcontext(&inner, &outer);
        inner_blocked = blocked(SIGUSR1) + 2 * blocked(SIGUSR2) + 8 * blocked(SIGHUP);
}

static void masks(void)
{
        ucontext_t here;
        volatile int again = 0;

        set_blocked(SIG_BLOCK, SIGUSR1);
        prepare(&inner, room, sizeof room, &outer);
        is_int(sigismember(&inner.uc_sigmask, SIGUSR1), 1, "getcontext: stores the signal mask");
        is_int(sigismember(&inner.uc_sigmask, SIGUSR2), 0, "getcontext: stores nothing else in it");
        sigaddset(&inner.uc_sigmask, SIGRTMAX - 4);
        makecontext(&inner, mask_inner, 0);
        set_blocked(SIG_UNBLOCK, SIGUSR1);
        set_blocked(SIG_BLOCK, SIGUSR2);
        require(swapcontext(&outer, &inner) == 0);
        is_int(inner_blocked, 1 + 4, "swapcontext: the mask of the other context");
        is_int(blocked(SIGUSR1) + 2 * blocked(SIGUSR2) + 8 * blocked(SIGHUP), 2,
               "swapcontext: the mask comes back");
        require(swapcontext(&outer, &inner) == 0);
        is_int(inner_blocked, 1 + 8, "swapcontext: the mask that the other context had meanwhile");
        is_int(blocked(SIGUSR1) + 2 * blocked(SIGUSR2) + 8 * blocked(SIGHUP), 2,
               "uc_link: the mask comes back");
        set_blocked(SIG_UNBLOCK, SIGUSR2);
        require(getcontext(&here) == 0);
        if (!again++) {
                set_blocked(SIG_BLOCK, SIGUSR2);
                setcontext(&here);
        }
        is_int(blocked(SIGUSR2), 0, "setcontext: sets the mask");
}

static ucontext_t handler_context;
static volatile sig_atomic_t handled;

static void preempt(int signal)
{
        (void)signal;
        handled++;
        swapcontext(&handler_context, &outer);
}

static volatile int after_handler;

static void preempted(void)
{
        raise(SIGUSR1);
        after_handler = 1 + blocked(SIGUSR1);
}

static void from_handler(void)
{
        struct sigaction action = {.sa_handler = preempt};

        require(sigaction(SIGUSR1, &action, NULL) == 0);
        prepare(&inner, room, sizeof room, &outer);
        makecontext(&inner, preempted, 0);
        require(swapcontext(&outer, &inner) == 0);
        is_int(handled, 1, "swapcontext: leaves a signal handler");
        is_int(blocked(SIGUSR1), 0, "swapcontext: out of a handler the signal is not blocked");
        is_int(after_handler, 0, "swapcontext: what was interrupted waits");
        require(swapcontext(&outer, &handler_context) == 0);
        is_int(after_handler, 1, "swapcontext: goes back into the handler, which returns");
        signal(SIGUSR1, SIG_DFL);
}

static char order[64];

static void append(int letter)
{
        size_t length = strlen(order);

        order[length] = (char)letter;
        order[length + 1] = '\0';
}

static void links(void)
{
        ucontext_t chain[3];
        char *stacks = malloc((size_t)3 * STACK_SIZE);

        require(stacks);
        for (int which = 0; which < 3; which++) {
                prepare(&chain[which], stacks + (size_t)which * STACK_SIZE, STACK_SIZE,
                        which < 2 ? &chain[which + 1] : &outer);
                makecontext(&chain[which], (start)append, 1, 'a' + which);
        }
        require(swapcontext(&outer, &chain[0]) == 0);
        is_str(order, "abc", "uc_link: one after the other");
        free(stacks);
}

static void at_exit(void)
{
        static const char text[] = "exit";

        (void)!write(3, text, sizeof text - 1);
}

static void *thread(void *unused)
{
        (void)unused;
        prepare(&inner, room, sizeof room, NULL);
        makecontext(&inner, nothing, 0);
        setcontext(&inner);
        _exit(9);
}

/* What a child does whose context ends without a link, in the first thread or another. */
static void ends(int in_thread)
{
        int pipes[2], status;
        char text[8] = "";
        pid_t child;

        require(pipe(pipes) == 0);
        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (child == 0) {
                pthread_t other;

                require(dup2(pipes[1], 3) == 3);
                require(atexit(at_exit) == 0);
                if (in_thread)
                        require(pthread_create(&other, NULL, thread, NULL) == 0 &&
                                pthread_join(other, NULL) == 0);
                thread(NULL);
        }
        close(pipes[1]);
        require(read(pipes[0], text, sizeof text - 1) >= 0);
        close(pipes[0]);
        require(waitpid(child, &status, 0) == child);
        ok(WIFEXITED(status) && WEXITSTATUS(status) == 0, "uc_link: NULL exits with 0, %s",
           in_thread ? "in a thread" : "in the first thread");
        is_str(text, "exit", "uc_link: NULL calls what atexit was given, %s",
               in_thread ? "in a thread" : "in the first thread");
}

enum { COROUTINES = 500, TURNS = 20 };

static struct coroutine {
        unsigned long long sum;
        ucontext_t context;
} coroutines[COROUTINES];

static unsigned int high_half(void *pointer)
{
        return (unsigned int)((uintptr_t)pointer >> (sizeof(uintptr_t) > 4 ? 32 : 0));
}

/* As programs do that keep to POSIX: a pointer in two ints. */
static void coroutine(unsigned int high, unsigned int low)
{
        uintptr_t value =
            sizeof(uintptr_t) > 4 ? (uintptr_t)((unsigned long long)high << 32 | low) : low;
        struct coroutine *self = (struct coroutine *)value;

        for (unsigned int turn = 0; turn < TURNS; turn++) {
                self->sum += (unsigned long long)(self - coroutines) * turn;
                swapcontext(&self->context, &outer);
        }
}

static void many(void)
{
        int wrong = 0;
        char *stacks = malloc((size_t)COROUTINES * 16384);

        require(stacks);
        for (int which = 0; which < COROUTINES; which++) {
                struct coroutine *one = &coroutines[which];

                prepare(&one->context, stacks + (size_t)which * 16384, 16384, &outer);
                makecontext(&one->context, (start)coroutine, 2, high_half(one),
                            (unsigned int)(uintptr_t)one);
        }
        for (int turn = 0; turn <= TURNS; turn++)
                for (int which = 0; which < COROUTINES; which++)
                        require(swapcontext(&outer, &coroutines[which].context) == 0);
        for (int which = 0; which < COROUTINES; which++)
                wrong +=
                    coroutines[which].sum != (unsigned long long)which * (TURNS * (TURNS - 1) / 2);
        is_int(wrong, 0, "swapcontext: %d coroutines take turns", COROUTINES);
        free(stacks);
}

static ucontext_t in_thread;

static void *resume(void *unused)
{
        (void)unused;
        require(swapcontext(&in_thread, &inner) == 0);
        return NULL;
}

static volatile int steps;
static ucontext_t *volatile back_to;

static void walker(void)
{
        for (;;) {
                steps++;
                swapcontext(&inner, back_to);
        }
}

static void between_threads(void)
{
        pthread_t other;

        prepare(&inner, room, sizeof room, NULL);
        makecontext(&inner, walker, 0);
        back_to = &outer;
        require(swapcontext(&outer, &inner) == 0);
        back_to = &in_thread;
        require(pthread_create(&other, NULL, resume, NULL) == 0);
        require(pthread_join(other, NULL) == 0);
        back_to = &outer;
        require(swapcontext(&outer, &inner) == 0);
        is_int(steps, 3, "swapcontext: a context goes on in another thread, and back");
}

/* In a child, as the filter stays. */
static void refused(void)
{
        int status;
        pid_t child;

        fflush(stdout);
        child = fork();
        require(child >= 0);
        if (child == 0) {
                ucontext_t here;
                int good = 0;

                if (!filter(SYS_rt_sigprocmask, EPERM))
                        _exit(8);
                errno = 0;
                good += getcontext(&here) == -1 && errno == EPERM;
                errno = 0;
                good += 2 * (setcontext(&outer) == -1 && errno == EPERM);
                errno = 0;
                good += 4 * (swapcontext(&here, &outer) == -1 && errno == EPERM);
                _exit(good);
        }
        require(waitpid(child, &status, 0) == child && WIFEXITED(status));
        if (WEXITSTATUS(status) == 8)
                skip("getcontext, setcontext, swapcontext: fail with the kernel's error",
                     "no filter of system calls here");
        else
                is_int(WEXITSTATUS(status), 7,
                       "getcontext, setcontext, swapcontext: fail with the kernel's error");
}

int main(int count, char **words)
{
        seed = count > 1 ? strtoul(words[1], NULL, 10) : (unsigned long)time(NULL);
        note("seed %lu", seed);
        returns_again();
        arguments();
        int_arguments();
        registers();
        floating();
        masks();
        from_handler();
        links();
        ends(0);
        ends(1);
        many();
        between_threads();
        refused();
        return done_testing();
}

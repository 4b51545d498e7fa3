/*
 * RISC-V: the calling convention's s0 to s11, sp and fs0 to fs11 are kept, and fcsr.
 */
#define REG(n) "176+8*" #n
#define FREG(n) "432+8*" #n
#define CONTEXT_FCSR "688"
#define CONTEXT_MASK "40"

_Static_assert(offsetof(ucontext_t, uc_sigmask) == 40, "CONTEXT_MASK");
_Static_assert(offsetof(ucontext_t, uc_mcontext.__gregs) == 176, "REG");
_Static_assert(offsetof(ucontext_t, uc_mcontext.__fpregs.__d.__f) == 432, "FREG");
_Static_assert(offsetof(ucontext_t, uc_mcontext.__fpregs.__d.__fcsr) == 688, "CONTEXT_FCSR");

#define OPEN(name)                                                                                 \
        BEGIN(name)                                                                                \
#name ":\n"                                                                                \
              ".cfi_startproc\n"

#ifdef __riscv_float_abi_double
#define FLOAT(store, context, n, name) store " " name "," FREG(n) "(" context ")\n"
#define FLOATS(store, context)                                                                     \
        FLOAT(store, context, 8, "fs0")                                                            \
        FLOAT(store, context, 9, "fs1")                                                            \
        FLOAT(store, context, 18, "fs2")                                                           \
        FLOAT(store, context, 19, "fs3")                                                           \
        FLOAT(store, context, 20, "fs4")                                                           \
        FLOAT(store, context, 21, "fs5")                                                           \
        FLOAT(store, context, 22, "fs6")                                                           \
        FLOAT(store, context, 23, "fs7")                                                           \
        FLOAT(store, context, 24, "fs8")                                                           \
        FLOAT(store, context, 25, "fs9")                                                           \
        FLOAT(store, context, 26, "fs10")                                                          \
        FLOAT(store, context, 27, "fs11")
/* Under LTO assembly of the top level is not told which extensions the processor has. */
#define DOUBLES(code) ".option push\n.option arch,+d\n" code ".option pop\n"
#define SAVE_FP                                                                                    \
        DOUBLES(FLOATS("fsd", "a0") "frcsr t0\n"                                                   \
                                    "sw t0," CONTEXT_FCSR "(a0)\n")
#define LOAD_FP                                                                                    \
        DOUBLES(FLOATS("fld", "t1") "lw t0," CONTEXT_FCSR "(t1)\n"                                 \
                                    "fscsr t0\n")
#elif defined(__riscv_float_abi_soft)
#define SAVE_FP
#define LOAD_FP
#else
#error "ucontext: no code for this floating-point ABI"
#endif

#define KEPT(store, context)                                                                       \
        store " sp," REG(2) "(" context ")\n" store " s0," REG(                                    \
            8) "(" context ")\n" store                                                             \
               " s1," REG(9) "(" context ")\n" store " s2," REG(                                   \
                   18) "(" context ")\n" store                                                     \
                       " s3," REG(19) "(" context ")\n" store " s4," REG(                          \
                           20) "(" context ")\n" store                                             \
                               " s5," REG(21) "(" context ")\n" store " s6," REG(                  \
                                   22) "(" context ")\n" store                                     \
                                       " s7," REG(23) "(" context ")\n" store " s8," REG(          \
                                           24) "(" context ")\n" store                             \
                                               " s9," REG(25) "(" context ")\n" store " s10," REG( \
                                                   26) "(" context ")\n" store                     \
                                                       " s11," REG(27) "(" context ")\n" store     \
                                                                       " ra," REG(1) "(" context   \
                                                                                     ")\n"

/* The caller's registers into the context at a0. Clobbers t0. */
#define SAVE                                                                                       \
        KEPT("sd", "a0")                                                                           \
        "sd ra," REG(0) "(a0)\n"                                                                   \
                        "sd zero," REG(10) "(a0)\n" SAVE_FP

/* rt_sigprocmask; a1 and a2 are the masks or 0. The kernel keeps all but a0. */
#define SET_MASK                                                                                   \
        "li a0,2\n"                                                                                \
        "li a3,8\n"                                                                                \
        "li a7," SIGPROCMASK "\n"                                                                  \
        "ecall\n"                                                                                  \
        "bnez a0,9f\n"

/* Goes on with the context at t1. */
#define GO                                                                                         \
        LOAD_FP                                                                                    \
        KEPT("ld", "t1")                                                                           \
        "ld a0," REG(10) "(t1)\n"                                                                  \
                         "ld a1," REG(                                                             \
                             11) "(t1)\n"                                                          \
                                 "ld a2," REG(                                                     \
                                     12) "(t1)\n"                                                  \
                                         "ld a3," REG(                                             \
                                             13) "(t1)\n"                                          \
                                                 "ld a4," REG(                                     \
                                                     14) "(t1)\n"                                  \
                                                         "ld a5," REG(                             \
                                                             15) "(t1)\n"                          \
                                                                 "ld a6," REG(                     \
                                                                     16) "(t1)\n"                  \
                                                                         "ld a7," REG(             \
                                                                             17) "(t1)\n"          \
                                                                                 "ld t1," REG(     \
                                                                                     0) "(t1)\n"   \
                                                                                        "jr t1\n"

#define FAIL "9: tail __lwb_context_failed\n"

#define GETCONTEXT                                                                                 \
        OPEN(getcontext)                                                                           \
        SAVE "addi a2,a0," CONTEXT_MASK "\n"                                                       \
             "li a1,0\n" SET_MASK "ret\n" FAIL                                                     \
             END(getcontext)

#define SETCONTEXT                                                                                 \
        OPEN(setcontext)                                                                           \
        "mv t1,a0\n"                                                                               \
        "addi a1,a0," CONTEXT_MASK "\n"                                                            \
        "li a2,0\n" SET_MASK GO FAIL                                                               \
        END(setcontext)

#define SWAPCONTEXT                                                                                \
        OPEN(swapcontext)                                                                          \
        SAVE "mv t1,a1\n"                                                                          \
             "addi a1,a1," CONTEXT_MASK "\n"                                                       \
             "addi a2,a0," CONTEXT_MASK "\n" SET_MASK GO FAIL                                      \
             END(swapcontext)

#define START                                                                                      \
        BEGIN_START("nop", "ra")                                                                   \
        "mv a0,s1\n"                                                                               \
        "call __lwb_context_end\n"                                                                 \
        "ebreak\n" END(__lwb_context_start)

#define REGISTER_ARGUMENTS 8
#define STACK_LINKAGE 0

static inline unsigned long *context_argument(ucontext_t *context, int which)
{
        return &context->uc_mcontext.__gregs[10 + which];
}

static inline void context_enter(ucontext_t *context, unsigned long *stack, void (*function)(void),
                                 ucontext_t *link)
{
        context->uc_mcontext.__gregs[0] = (unsigned long)function;
        context->uc_mcontext.__gregs[1] = (unsigned long)__lwb_context_start;
        context->uc_mcontext.__gregs[2] = (unsigned long)stack;
        context->uc_mcontext.__gregs[8] = 0;
        context->uc_mcontext.__gregs[9] = (unsigned long)link;
}

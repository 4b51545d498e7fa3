/*
 * LoongArch: the psABI's s0 to s8, fp, sp and fs0 to fs7 are kept, and fcsr. This mcontext_t has no
 * place for the floating point, so it lies where the temporaries t0 to t8 would, which no call
 * keeps; a bit of __flags that the kernel does not use says so, as the context of a signal handler
 * has the temporaries themselves there.
 */
#define REG(n) "184+8*" #n
#define CONTEXT_PC "176"
#define CONTEXT_FLAGS "440"
#define CONTEXT_MASK "40"

_Static_assert(offsetof(ucontext_t, uc_sigmask) == 40, "CONTEXT_MASK");
_Static_assert(offsetof(ucontext_t, uc_mcontext.__pc) == 176, "CONTEXT_PC");
_Static_assert(offsetof(ucontext_t, uc_mcontext.__gregs) == 184, "REG");
_Static_assert(offsetof(ucontext_t, uc_mcontext.__flags) == 440, "CONTEXT_FLAGS");

/* Bit 16 of __flags. */
#define FP_IN_TEMPORARIES "0x10"

#define OPEN(name)                                                                                 \
        BEGIN(name)                                                                                \
#name ":\n"                                                                                \
              ".cfi_startproc\n"

#ifdef __loongarch_double_float
#define FLOATS(store, context)                                                                     \
        store " $fs0," context "," REG(12) "\n" store " $fs1," context "," REG(                    \
            13) "\n" store " $fs2," context                                                        \
                "," REG(14) "\n" store " $fs3," context                                            \
                            "," REG(15) "\n" store " $fs4," context                                \
                                        "," REG(16) "\n" store " $fs5," context                    \
                                                    "," REG(17) "\n" store " $fs6," context        \
                                                                "," REG(18) "\n" store             \
                                                                            " $fs7," context       \
                                                                            "," REG(19) "\n"
#define SAVE_FP                                                                                    \
        FLOATS("fst.d", "$a0")                                                                     \
        "movfcsr2gr $t0,$fcsr0\n"                                                                  \
        "st.d $t0,$a0," REG(20) "\n"                                                               \
                                "lu12i.w $t0," FP_IN_TEMPORARIES "\n"                              \
                                "st.w $t0,$a0," CONTEXT_FLAGS "\n"
#define LOAD_FP                                                                                    \
        "lu12i.w $t1," FP_IN_TEMPORARIES "\n"                                                      \
        "ld.w $t0,$a1," CONTEXT_FLAGS "\n"                                                         \
        "and $t0,$t0,$t1\n"                                                                        \
        "beqz $t0,1f\n" FLOATS("fld.d", "$a1") "ld.d $t0,$a1," REG(20) "\n"                        \
                                                                       "movgr2fcsr $fcsr0,$t0\n"   \
                                                                       "1:\n"
#elif defined(__loongarch_soft_float)
#define SAVE_FP "st.w $zero,$a0," CONTEXT_FLAGS "\n"
#define LOAD_FP
#else
#error "ucontext: no code for this floating-point ABI"
#endif

#define KEPT(store, context)                                                                       \
        store " $ra," context                                                                      \
              "," REG(1) "\n" store " $sp," context "," REG(3) "\n" store " $fp," context "," REG( \
                  22) "\n" store " $s0," context                                                   \
                      "," REG(23) "\n" store " $s1," context                                       \
                                  "," REG(24) "\n" store " $s2," context "," REG(                  \
                                      25) "\n" store " $s3," context                               \
                                          "," REG(26) "\n" store " $s4," context "," REG(          \
                                              27) "\n" store " $s5," context                       \
                                                  "," REG(28) "\n" store " $s6," context "," REG(  \
                                                      29) "\n" store " $s7," context               \
                                                          "," REG(30) "\n" store " $s8," context   \
                                                                      "," REG(31) "\n"

/* The caller's registers into the context at a0. Clobbers t0. */
#define SAVE                                                                                       \
        KEPT("st.d", "$a0")                                                                        \
        "st.d $ra,$a0," CONTEXT_PC "\n"                                                            \
        "st.d $zero,$a0," REG(4) "\n" SAVE_FP

/* rt_sigprocmask; a1 and a2 are the masks or 0. The kernel keeps a1 to a7, but no temporaries. */
#define SET_MASK                                                                                   \
        "li.w $a0,2\n"                                                                             \
        "li.w $a3,8\n"                                                                             \
        "li.w $a7," SIGPROCMASK "\n"                                                               \
        "syscall 0\n"                                                                              \
        "bnez $a0,9f\n"

/* Goes on with the context whose mask is at a1. */
#define GO                                                                                         \
        "addi.d $a1,$a1,-" CONTEXT_MASK "\n" LOAD_FP KEPT(                                         \
            "ld.d", "$a1") "ld.d $t0,$a1," CONTEXT_PC "\n"                                         \
                           "ld.d $a0,$a1," REG(                                                    \
                               4) "\n"                                                             \
                                  "ld.d $a2,$a1," REG(                                             \
                                      6) "\n"                                                      \
                                         "ld.d $a3,$a1," REG(                                      \
                                             7) "\n"                                               \
                                                "ld.d $a4,$a1," REG(                               \
                                                    8) "\n"                                        \
                                                       "ld.d $a5,$a1," REG(                        \
                                                           9) "\n"                                 \
                                                              "ld.d $a6,$a1," REG(                 \
                                                                  10) "\n"                         \
                                                                      "ld.d $a7,$a1," REG(         \
                                                                          11) "\n"                 \
                                                                              "ld.d $a1,$a1," REG( \
                                                                                  5) "\n"          \
                                                                                     "jr $t0\n"

#define FAIL "9: b __lwb_context_failed\n"

#define GETCONTEXT                                                                                 \
        OPEN(getcontext)                                                                           \
        SAVE "addi.d $a2,$a0," CONTEXT_MASK "\n"                                                   \
             "move $a1,$zero\n" SET_MASK "ret\n" FAIL                                              \
             END(getcontext)

#define SETCONTEXT                                                                                 \
        OPEN(setcontext)                                                                           \
        "addi.d $a1,$a0," CONTEXT_MASK "\n"                                                        \
        "move $a2,$zero\n" SET_MASK GO FAIL                                                        \
        END(setcontext)

#define SWAPCONTEXT                                                                                \
        OPEN(swapcontext)                                                                          \
        SAVE "addi.d $a1,$a1," CONTEXT_MASK "\n"                                                   \
             "addi.d $a2,$a0," CONTEXT_MASK "\n" SET_MASK GO FAIL                                  \
             END(swapcontext)

/* Registers of .cfi by number: 1 is ra. */
#define START                                                                                      \
        BEGIN_START("nop", "1")                                                                    \
        "move $a0,$s0\n"                                                                           \
        "bl __lwb_context_end\n"                                                                   \
        "break 0\n" END(__lwb_context_start)

#define REGISTER_ARGUMENTS 8
#define STACK_LINKAGE 0

static inline unsigned long *context_argument(ucontext_t *context, int which)
{
        return &context->uc_mcontext.__gregs[4 + which];
}

static inline void context_enter(ucontext_t *context, unsigned long *stack, void (*function)(void),
                                 ucontext_t *link)
{
        context->uc_mcontext.__pc = (unsigned long)function;
        context->uc_mcontext.__gregs[1] = (unsigned long)__lwb_context_start;
        context->uc_mcontext.__gregs[3] = (unsigned long)stack;
        context->uc_mcontext.__gregs[22] = 0;
        context->uc_mcontext.__gregs[23] = (unsigned long)link;
}

/*
 * s390x: ELF ABI, 1.2: r6 to r13, r15 and f8 to f15 are kept, and the control register fpc; r2 to
 * r6 are arguments. Those on the stack stand behind a register save area of 160 bytes.
 */
#define CONTEXT_ADDRESS "48"
#define REG(n) "56+8*" #n
#define CONTEXT_FPC "248"
#define FREG(n) "256+8*" #n
#define CONTEXT_MASK "384"

_Static_assert(offsetof(ucontext_t, uc_mcontext.psw.addr) == 48, "CONTEXT_ADDRESS");
_Static_assert(offsetof(ucontext_t, uc_mcontext.gregs) == 56, "REG");
_Static_assert(offsetof(ucontext_t, uc_mcontext.fpregs.fpc) == 248, "CONTEXT_FPC");
_Static_assert(offsetof(ucontext_t, uc_mcontext.fpregs.fprs) == 256, "FREG");
_Static_assert(offsetof(ucontext_t, uc_sigmask) == 384, "CONTEXT_MASK");

#define OPEN(name)                                                                                 \
        BEGIN(name)                                                                                \
#name ":\n"                                                                                \
              ".cfi_startproc\n"

#define FLOATS(store, context)                                                                     \
        store " %f8," FREG(8) "(" context ")\n" store " %f9," FREG(                                \
            9) "(" context ")\n" store                                                             \
               " %f10," FREG(10) "(" context ")\n" store                                           \
                                 " %f11," FREG(11) "(" context ")\n" store " %f12," FREG(          \
                                     12) "(" context ")\n" store                                   \
                                         " %f13," FREG(13) "(" context ")\n" store " %f14," FREG(  \
                                             14) "(" context ")\n" store                           \
                                                 " %f15," FREG(15) "(" context ")\n"

/* The caller's registers into the context at r2. Clobbers r0. */
#define SAVE                                                                                       \
        "stmg %r3,%r15," REG(3) "(%r2)\n"                                                          \
                                "mvghi " REG(2) "(%r2),0\n"                                        \
                                                "stg %r14," CONTEXT_ADDRESS "(%r2)\n"              \
                                                "stfpc " CONTEXT_FPC                               \
                                                "(%r2)\n" FLOATS("std", "%r2")

/* rt_sigprocmask; r3 and r4 are the masks or 0. The kernel keeps all but r2. */
#define SET_MASK                                                                                   \
        "lghi %r2,2\n"                                                                             \
        "lghi %r5,8\n"                                                                             \
        "svc " SIGPROCMASK "\n"                                                                    \
        "ltgr %r2,%r2\n"                                                                           \
        "jne 9f\n"

/* Goes on with the context whose mask is at r3. */
#define GO                                                                                         \
        "aghi %r3,-" CONTEXT_MASK "\n"                                                             \
        "lfpc " CONTEXT_FPC "(%r3)\n" FLOATS("ld", "%r3") "lg %r1," CONTEXT_ADDRESS "(%r3)\n"      \
                                                          "lmg %r2,%r15," REG(2) "(%r3)\n"         \
                                                                                 "br %r1\n"

#define FAIL "9: jg __lwb_context_failed\n"

#define GETCONTEXT                                                                                 \
        OPEN(getcontext)                                                                           \
        SAVE "la %r4," CONTEXT_MASK "(%r2)\n"                                                      \
             "lghi %r3,0\n" SET_MASK "br %r14\n" FAIL                                              \
             END(getcontext)

#define SETCONTEXT                                                                                 \
        OPEN(setcontext)                                                                           \
        "la %r3," CONTEXT_MASK "(%r2)\n"                                                           \
        "lghi %r4,0\n" SET_MASK GO FAIL                                                            \
        END(setcontext)

#define SWAPCONTEXT                                                                                \
        OPEN(swapcontext)                                                                          \
        SAVE "la %r3," CONTEXT_MASK "(%r3)\n"                                                      \
             "la %r4," CONTEXT_MASK "(%r2)\n" SET_MASK GO FAIL                                     \
             END(swapcontext)

#define START                                                                                      \
        BEGIN_START("nopr %r0", "%r14")                                                            \
        "lgr %r2,%r7\n"                                                                            \
        "brasl %r14,__lwb_context_end\n"                                                           \
        ".word 0\n" END(__lwb_context_start)

#define REGISTER_ARGUMENTS 5
#define STACK_LINKAGE 160

static inline unsigned long *context_argument(ucontext_t *context, int which)
{
        return &context->uc_mcontext.gregs[2 + which];
}

static inline void context_enter(ucontext_t *context, unsigned long *stack, void (*function)(void),
                                 ucontext_t *link)
{
        stack[0] = 0;
        context->uc_mcontext.psw.addr = (unsigned long)function;
        context->uc_mcontext.gregs[7] = (unsigned long)link;
        context->uc_mcontext.gregs[11] = 0;
        context->uc_mcontext.gregs[14] = (unsigned long)__lwb_context_start;
        context->uc_mcontext.gregs[15] = (unsigned long)stack;
}

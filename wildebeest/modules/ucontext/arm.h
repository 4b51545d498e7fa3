/*
 * ARM: AAPCS32, 6.1: r4 to r11, sp and d8 to d15 are kept, and fpscr. VFP goes where the kernel's
 * record of a signal frame has it: fpregs 8 bytes behind the start of uc_regspace, then fpscr.
 */
#define REG(n) "#32+4*" #n
#define CONTEXT_MASK "#104"
#define D8 "#304"
#define CONTEXT_FPSCR "#496"

_Static_assert(offsetof(ucontext_t, uc_mcontext.arm_r0) == 32, "REG");
_Static_assert(offsetof(ucontext_t, uc_sigmask) == 104, "CONTEXT_MASK");
_Static_assert(offsetof(ucontext_t, uc_regspace) + 8 + 8 * 8 == 304, "D8");
_Static_assert(offsetof(ucontext_t, uc_regspace) + 8 + 32 * 8 == 496, "CONTEXT_FPSCR");

#define OPEN(name)                                                                                 \
        BEGIN(name)                                                                                \
        ".arm\n" #name ":\n"                                                                       \
        ".cfi_startproc\n"

#ifdef __ARM_FP
#define SAVE_FP                                                                                    \
        "add r3,r0," D8 "\n"                                                                       \
        "vstmia r3,{d8-d15}\n"                                                                     \
        "vmrs r3,fpscr\n"                                                                          \
        "str r3,[r0," CONTEXT_FPSCR "]\n"
#define LOAD_FP                                                                                    \
        "add r3,r1," D8 "\n"                                                                       \
        "vldmia r3,{d8-d15}\n"                                                                     \
        "ldr r3,[r1," CONTEXT_FPSCR "]\n"                                                          \
        "vmsr fpscr,r3\n"
#else
#define SAVE_FP
#define LOAD_FP
#endif

/* The caller's registers into the context at r0. Clobbers r2, r3 and ip. */
#define SAVE                                                                                       \
        "add ip,r0," REG(4) "\n"                                                                   \
                            "stmia ip,{r4-r11}\n"                                                  \
                            "str sp,[r0," REG(13) "]\n"                                            \
                                                  "str lr,[r0," REG(                               \
                                                      14) "]\n"                                    \
                                                          "str lr,[r0," REG(                       \
                                                              15) "]\n"                            \
                                                                  "mov r2,#0\n"                    \
                                                                  "str r2,[r0," REG(               \
                                                                      0) "]\n" SAVE_FP

/* rt_sigprocmask; r1 and r2 are the masks or 0. The kernel keeps all but r0; r7, its number, waits
 * in ip. */
#define SET_MASK                                                                                   \
        "mov r0,#2\n"                                                                              \
        "mov r3,#8\n"                                                                              \
        "mov ip,r7\n"                                                                              \
        "mov r7,#" SIGPROCMASK "\n"                                                                \
        "svc #0\n"                                                                                 \
        "mov r7,ip\n"                                                                              \
        "cmp r0,#0\n"                                                                              \
        "bne 9f\n"

/* Goes on with the context whose mask is at r1. */
#define GO                                                                                         \
        "sub r1,r1," CONTEXT_MASK "\n" LOAD_FP "add ip,r1," REG(                                   \
            4) "\n"                                                                                \
               "ldmia ip,{r4-r11}\n"                                                               \
               "ldr sp,[r1," REG(13) "]\n"                                                         \
                                     "ldr lr,[r1," REG(14) "]\n"                                   \
                                                           "ldr ip,[r1," REG(                      \
                                                               15) "]\n"                           \
                                                                   "add r1,r1," REG(               \
                                                                       0) "\n"                     \
                                                                          "ldmia r1,{r0-r3}\n"     \
                                                                          "bx ip\n"

#define FAIL "9: b __lwb_context_failed\n"

#define GETCONTEXT                                                                                 \
        OPEN(getcontext)                                                                           \
        SAVE "mov r1,#0\n"                                                                         \
             "add r2,r0," CONTEXT_MASK "\n" SET_MASK "bx lr\n" FAIL                                \
             END(getcontext)

#define SETCONTEXT                                                                                 \
        OPEN(setcontext)                                                                           \
        "add r1,r0," CONTEXT_MASK "\n"                                                             \
        "mov r2,#0\n" SET_MASK GO FAIL                                                             \
        END(setcontext)

#define SWAPCONTEXT                                                                                \
        OPEN(swapcontext)                                                                          \
        SAVE "add r1,r1," CONTEXT_MASK "\n"                                                        \
             "add r2,r0," CONTEXT_MASK "\n" SET_MASK GO FAIL                                       \
             END(swapcontext)

/* .cantunwind says to unwinders of ARM's own tables what .cfi_undefined says to DWARF's. */
#define START                                                                                      \
        BEGIN(__lwb_context_start)                                                                 \
        ".arm\n"                                                                                   \
        ".fnstart\n"                                                                               \
        ".cfi_startproc\n"                                                                         \
        ".cfi_undefined lr\n"                                                                      \
        "nop\n"                                                                                    \
        "__lwb_context_start:\n"                                                                   \
        "mov r0,r4\n"                                                                              \
        "bl __lwb_context_end\n"                                                                   \
        "udf #0\n"                                                                                 \
        ".cantunwind\n"                                                                            \
        ".fnend\n" END(__lwb_context_start)

#define REGISTER_ARGUMENTS 4
#define STACK_LINKAGE 0

static inline unsigned long *context_argument(ucontext_t *context, int which)
{
        return &context->uc_mcontext.arm_r0 + which;
}

static inline void context_enter(ucontext_t *context, unsigned long *stack, void (*function)(void),
                                 ucontext_t *link)
{
        context->uc_mcontext.arm_sp = (unsigned long)stack;
        context->uc_mcontext.arm_pc = (unsigned long)function;
        context->uc_mcontext.arm_lr = (unsigned long)__lwb_context_start;
        context->uc_mcontext.arm_r4 = (unsigned long)link;
        context->uc_mcontext.arm_fp = 0;
}

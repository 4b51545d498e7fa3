/*
 * AArch64: AAPCS64, 6: x19 to x29, sp and the low halves of v8 to v15 are kept. Vectors, fpsr and
 * fpcr go where the kernel's first record of a signal frame has them.
 */
#define REG(n) "184+8*" #n
#define CONTEXT_SP "432"
#define CONTEXT_PC "440"
#define CONTEXT_MASK "40"
#define RECORD "464"
#define VREG(n) "480+16*" #n

_Static_assert(offsetof(ucontext_t, uc_sigmask) == 40, "CONTEXT_MASK");
_Static_assert(offsetof(ucontext_t, uc_mcontext.regs) == 184, "REG");
_Static_assert(offsetof(ucontext_t, uc_mcontext.sp) == 432, "CONTEXT_SP");
_Static_assert(offsetof(ucontext_t, uc_mcontext.__reserved) == 464, "RECORD");
_Static_assert(offsetof(struct fpsimd_context, vregs) == 480 - 464, "VREG");

/* `bti c` as a hint, which processors without it pass over. */
#define OPEN(name)                                                                                 \
        BEGIN(name)                                                                                \
#name ":\n"                                                                                \
              ".cfi_startproc\n"                                                                   \
              "hint #34\n"

/* The caller's registers into the context at x0; FPSIMD_MAGIC is 0x46508001, the record's size
 * 0x210. Clobbers x2 to x5. */
#define SAVE                                                                                       \
        "str xzr,[x0," REG(                                                                        \
            0) "]\n"                                                                               \
               "stp x18,x19,[x0," REG(                                                             \
                   18) "]\n"                                                                       \
                       "stp x20,x21,[x0," REG(                                                     \
                           20) "]\n"                                                               \
                               "stp x22,x23,[x0," REG(                                             \
                                   22) "]\n"                                                       \
                                       "stp x24,x25,[x0," REG(                                     \
                                           24) "]\n"                                               \
                                               "stp x26,x27,[x0," REG(                             \
                                                   26) "]\n"                                       \
                                                       "stp x28,x29,[x0," REG(                     \
                                                           28) "]\n"                               \
                                                               "str x30,[x0," REG(                 \
                                                                   30) "]\n"                       \
                                                                       "mov x2,sp\n"               \
                                                                       "stp "                      \
                                                                       "x2,x30,[x0," CONTEXT_SP    \
                                                                       "]\n"                       \
                                                                       "add x2,x0," RECORD "\n"    \
                                                                       "movz w3,#0x8001\n"         \
                                                                       "movk w3,#0x4650,lsl #16\n" \
                                                                       "mov w4,#0x210\n"           \
                                                                       "stp w3,w4,[x2]\n"          \
                                                                       "str xzr,[x2,#0x210]\n"     \
                                                                       "mrs x3,fpsr\n"             \
                                                                       "mrs x4,fpcr\n"             \
                                                                       "stp w3,w4,[x2,#8]\n"       \
                                                                       "add x2,x0," VREG(          \
                                                                           8) "\n"                 \
                                                                              "stp q8,q9,[x2]\n"   \
                                                                              "stp "               \
                                                                              "q10,q11,[x2,#32]\n" \
                                                                              "stp "               \
                                                                              "q12,q13,[x2,#64]\n" \
                                                                              "stp "               \
                                                                              "q14,q15,[x2,#96]\n"

/* rt_sigprocmask; x1 and x2 are the masks or 0. The kernel keeps all but x0. */
#define SET_MASK                                                                                   \
        "mov x0,#2\n"                                                                              \
        "mov x3,#8\n"                                                                              \
        "mov x8,#" SIGPROCMASK "\n"                                                                \
        "svc #0\n"                                                                                 \
        "cbnz x0,9f\n"

/* Goes on with the context at x9; `ret`, as nothing that branches land on stands there. */
#define GO                                                                                               \
        "add x2,x9," RECORD "\n"                                                                         \
        "ldp w3,w4,[x2,#8]\n"                                                                            \
        "msr fpsr,x3\n"                                                                                  \
        "msr fpcr,x4\n"                                                                                  \
        "add x2,x9," VREG(                                                                               \
            8) "\n"                                                                                      \
               "ldp q8,q9,[x2]\n"                                                                        \
               "ldp q10,q11,[x2,#32]\n"                                                                  \
               "ldp q12,q13,[x2,#64]\n"                                                                  \
               "ldp q14,q15,[x2,#96]\n"                                                                  \
               "ldp x18,x19,[x9," REG(                                                                   \
                   18) "]\n"                                                                             \
                       "ldp x20,x21,[x9," REG(                                                           \
                           20) "]\n"                                                                     \
                               "ldp x22,x23,[x9," REG(                                                   \
                                   22) "]\n"                                                             \
                                       "ldp x24,x25,[x9," REG(                                           \
                                           24) "]\n"                                                     \
                                               "ldp x26,x27,[x9," REG(                                   \
                                                   26) "]\n"                                             \
                                                       "ldp x28,x29,[x9," REG(                           \
                                                           28) "]\n"                                     \
                                                               "ldr x30,[x9," REG(                       \
                                                                   30) "]\n"                             \
                                                                       "ldp "                            \
                                                                       "x2,x16,[x9," CONTEXT_SP          \
                                                                       "]\n"                             \
                                                                       "mov sp,x2\n"                     \
                                                                       "ldp x0,x1,[x9," REG(             \
                                                                           0) "]\n"                      \
                                                                              "ldp "                     \
                                                                              "x2,x3,[x9," REG(          \
                                                                                  2) "]\n"               \
                                                                                     "ldp "              \
                                                                                     "x4,x5,["           \
                                                                                     "x9," REG(          \
                                                                                         4) "]\n"        \
                                                                                            "ldp "       \
                                                                                            "x6,"        \
                                                                                            "x7,["       \
                                                                                            "x9"         \
                                                                                            "," REG(     \
                                                                                                6) "]\n" \
                                                                                                   "ret x16\n"

#define FAIL "9: b __lwb_context_failed\n"

#define GETCONTEXT                                                                                 \
        OPEN(getcontext)                                                                           \
        SAVE "add x2,x0," CONTEXT_MASK "\n"                                                        \
             "mov x1,#0\n" SET_MASK "ret\n" FAIL                                                   \
             END(getcontext)

#define SETCONTEXT                                                                                 \
        OPEN(setcontext)                                                                           \
        "mov x9,x0\n"                                                                              \
        "add x1,x0," CONTEXT_MASK "\n"                                                             \
        "mov x2,#0\n" SET_MASK GO FAIL                                                             \
        END(setcontext)

#define SWAPCONTEXT                                                                                \
        OPEN(swapcontext)                                                                          \
        SAVE "mov x9,x1\n"                                                                         \
             "add x1,x1," CONTEXT_MASK "\n"                                                        \
             "add x2,x0," CONTEXT_MASK "\n" SET_MASK GO FAIL                                       \
             END(swapcontext)

#define START                                                                                      \
        BEGIN_START("nop", "x30")                                                                  \
        "mov x0,x19\n"                                                                             \
        "bl __lwb_context_end\n"                                                                   \
        "brk #1\n" END(__lwb_context_start)

#define REGISTER_ARGUMENTS 8
#define STACK_LINKAGE 0

static inline unsigned long *context_argument(ucontext_t *context, int which)
{
        return &context->uc_mcontext.regs[which];
}

static inline void context_enter(ucontext_t *context, unsigned long *stack, void (*function)(void),
                                 ucontext_t *link)
{
        context->uc_mcontext.sp = (unsigned long)stack;
        context->uc_mcontext.pc = (unsigned long)function;
        context->uc_mcontext.regs[19] = (unsigned long)link;
        context->uc_mcontext.regs[29] = 0;
        context->uc_mcontext.regs[30] = (unsigned long)__lwb_context_start;
}

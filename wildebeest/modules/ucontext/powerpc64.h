/*
 * 64-bit Power, both byte orders: ELFv2, 2.2.2: r1, r2, r14 to r31, cr2 to cr4, f14 to f31 and v20
 * to v31 are kept, fpscr and vrsave too. Arguments on the stack stand behind the 32 bytes of
 * linkage and the places of the eight in registers.
 */
#define REG(n) "232+8*" #n
#define CONTEXT_REGS "224"
#define FREG(n) "616+8*" #n
#define CONTEXT_VREGS "880"
#define VECTOR_SPACE "888"
#define CONTEXT_MASK "40"

_Static_assert(offsetof(ucontext_t, uc_sigmask) == 40, "CONTEXT_MASK");
_Static_assert(offsetof(ucontext_t, uc_mcontext.regs) == 224, "CONTEXT_REGS");
_Static_assert(offsetof(ucontext_t, uc_mcontext.gp_regs) == 232, "REG");
_Static_assert(offsetof(ucontext_t, uc_mcontext.fp_regs) == 616, "FREG");
_Static_assert(offsetof(ucontext_t, uc_mcontext.v_regs) == 880, "CONTEXT_VREGS");
_Static_assert(offsetof(ucontext_t, uc_mcontext.vmx_reserve) == 888, "VECTOR_SPACE");
_Static_assert(_CALL_ELF == 2, "the ABI of the code");

/* Names for struct pt_regs' places in gp_regs: nip, link, ccr. */
#define NIP REG(32)
#define LINK REG(36)
#define CCR REG(38)

#define OPEN(name)                                                                                 \
        BEGIN(name)                                                                                \
#name ":\n"                                                                                \
              ".cfi_startproc\n"                                                                   \
              "addis 2,12,.TOC.-" #name "@ha\n"                                                    \
              "addi 2,2,.TOC.-" #name "@l\n"                                                       \
              ".localentry " #name ",.-" #name "\n"

#define ROW(step, op, context, place)                                                              \
        step(op, context, place, 14) step(op, context, place, 15) step(op, context, place, 16)     \
            step(op, context, place, 17) step(op, context, place, 18) step(op, context, place, 19) \
                step(op, context, place, 20) step(op, context, place, 21)                          \
                    step(op, context, place, 22) step(op, context, place, 23)                      \
                        step(op, context, place, 24) step(op, context, place, 25)                  \
                            step(op, context, place, 26) step(op, context, place, 27)              \
                                step(op, context, place, 28) step(op, context, place, 29)          \
                                    step(op, context, place, 30) step(op, context, place, 31)
#define STEP(op, context, place, n) op " " #n "," place(n) "(" context ")\n"

/* One vector register each way; r5 is the context's vectors. */
#define VSTEP(op, n) "li 6,16*" #n "\n" op " " #n ",5,6\n"
#define VECTORS(op)                                                                                \
        VSTEP(op, 20)                                                                              \
        VSTEP(op, 21)                                                                              \
        VSTEP(op, 22)                                                                              \
        VSTEP(op, 23)                                                                              \
        VSTEP(op, 24)                                                                              \
        VSTEP(op, 25)                                                                              \
        VSTEP(op, 26) VSTEP(op, 27) VSTEP(op, 28) VSTEP(op, 29) VSTEP(op, 30) VSTEP(op, 31)

#ifdef __ALTIVEC__
#define SAVE_VECTORS                                                                               \
        VECTORS("stvx")                                                                            \
        "mfspr 6,256\n"                                                                            \
        "stw 6,16*33(5)\n"
#define LOAD_VECTORS                                                                               \
        "ld 5," CONTEXT_VREGS "(3)\n"                                                              \
        "cmpdi 5,0\n"                                                                              \
        "beq 2f\n" VECTORS("lvx") "lwz 6,16*33(5)\n"                                               \
                                  "mtspr 256,6\n"                                                  \
                                  "2:\n"
#else
#define SAVE_VECTORS
#define LOAD_VECTORS
#endif

/* The caller's registers into the context at r3. Clobbers r0, r5, r6 and f0. */
#define SAVE                                                                                       \
        "std 1," REG(1) "(3)\n"                                                                    \
                        "std 2," REG(2) "(3)\n" ROW(STEP, "std", "3", REG)                         \
                            ROW(STEP, "stfd", "3",                                                 \
                                FREG) "li 0,0\n"                                                   \
                                      "std 0," REG(3) "(3)\n"                                      \
                                                      "mflr 0\n"                                   \
                                                      "std 0," NIP "(3)\n"                         \
                                                      "std 0," LINK "(3)\n"                        \
                                                      "mfcr 0\n"                                   \
                                                      "std 0," CCR "(3)\n"                         \
                                                      "mffs 0\n"                                   \
                                                      "stfd 0," FREG(                              \
                                                          32) "(3)\n"                              \
                                                              "addi 5,3," REG(                     \
                                                                  0) "\n"                          \
                                                                     "std 5," CONTEXT_REGS "(3)\n" \
                                                                     "addi 5,3," VECTOR_SPACE      \
                                                                     "+15\n"                       \
                                                                     "clrrdi 5,5,4\n"              \
                                                                     "std 5," CONTEXT_VREGS        \
                                                                     "(3)\n" SAVE_VECTORS

/* rt_sigprocmask; r4 and r5 are the masks or 0. cr0's summary overflow says that it failed. */
#define SET_MASK                                                                                   \
        "li 3,2\n"                                                                                 \
        "li 6,8\n"                                                                                 \
        "li 0," SIGPROCMASK "\n"                                                                   \
        "sc\n"                                                                                     \
        "bns+ 3f\n"                                                                                \
        "neg 3,3\n"                                                                                \
        "b __lwb_context_failed\n"                                                                 \
        "nop\n"                                                                                    \
        "3:\n"

/* Goes on with the context whose address lies below the stack pointer, where the kernel does not
 * write. */
#define GO                                                                                              \
        "ld 3,-8(1)\n"                                                                                  \
        "lfd 0," FREG(                                                                                  \
            32) "(3)\n"                                                                                 \
                "mtfsf 255,0\n" LOAD_VECTORS                                                            \
                ROW(STEP, "lfd", "3", FREG) ROW(                                                        \
                    STEP, "ld", "3",                                                                    \
                    REG) "ld 0," CCR "(3)\n"                                                            \
                         "mtcr 0\n"                                                                     \
                         "ld 0," LINK "(3)\n"                                                           \
                         "mtlr 0\n"                                                                     \
                         "ld 0," NIP "(3)\n"                                                            \
                         "mtctr 0\n"                                                                    \
                         "ld 1," REG(                                                                   \
                             1) "(3)\n"                                                                 \
                                "ld 2," REG(                                                            \
                                    2) "(3)\n"                                                          \
                                       "mr 12,0\n"                                                      \
                                       "ld 4," REG(                                                     \
                                           4) "(3)\n"                                                   \
                                              "ld 5," REG(                                              \
                                                  5) "(3)\n"                                            \
                                                     "ld 6," REG(                                       \
                                                         6) "(3)\n"                                     \
                                                            "ld 7," REG(                                \
                                                                7) "(3)\n"                              \
                                                                   "ld 8," REG(                         \
                                                                       8) "(3)\n"                       \
                                                                          "ld 9," REG(                  \
                                                                              9) "(3)\n"                \
                                                                                 "ld 10," REG(          \
                                                                                     10) "(3)\n"        \
                                                                                         "ld "          \
                                                                                         "3," REG(      \
                                                                                             3) "(3)\n" \
                                                                                                "bctr\n"

#define GETCONTEXT                                                                                 \
        OPEN(getcontext)                                                                           \
        SAVE "addi 5,3," CONTEXT_MASK "\n"                                                         \
             "li 4,0\n" SET_MASK "blr\n" END(getcontext)

#define SETCONTEXT                                                                                 \
        OPEN(setcontext)                                                                           \
        "std 3,-8(1)\n"                                                                            \
        "addi 4,3," CONTEXT_MASK "\n"                                                              \
        "li 5,0\n" SET_MASK GO                                                                     \
        END(setcontext)

#define SWAPCONTEXT                                                                                \
        OPEN(swapcontext)                                                                          \
        SAVE "std 4,-8(1)\n"                                                                       \
             "addi 5,3," CONTEXT_MASK "\n"                                                         \
             "addi 4,4," CONTEXT_MASK "\n" SET_MASK GO                                             \
             END(swapcontext)

/* After a return the link register still has the address returned to, from which the table of
 * contents follows. */
#define START                                                                                      \
        BEGIN_START("nop", "lr")                                                                   \
        "mflr 12\n"                                                                                \
        "addis 2,12,.TOC.-__lwb_context_start@ha\n"                                                \
        "addi 2,2,.TOC.-__lwb_context_start@l\n"                                                   \
        "mr 3,14\n"                                                                                \
        "bl __lwb_context_end\n"                                                                   \
        "nop\n"                                                                                    \
        "trap\n" END(__lwb_context_start)

#define REGISTER_ARGUMENTS 8
#define STACK_LINKAGE (32 + 8 * 8)

static inline unsigned long *context_argument(ucontext_t *context, int which)
{
        return &context->uc_mcontext.gp_regs[3 + which];
}

static inline void context_enter(ucontext_t *context, unsigned long *stack, void (*function)(void),
                                 ucontext_t *link)
{
        stack[0] = 0;
        context->uc_mcontext.gp_regs[1] = (unsigned long)stack;
        context->uc_mcontext.gp_regs[14] = (unsigned long)link;
        context->uc_mcontext.gp_regs[32] = (unsigned long)function;
        context->uc_mcontext.gp_regs[36] = (unsigned long)__lwb_context_start;
}

/*
 * i386: System V psABI: ebx, ebp, esi, edi, esp and the control word are kept, mxcsr where there is
 * SSE; the flags of exceptions belong to the context as on x86-64.
 */
#define GREG(n) "20+4*" #n
#define CONTEXT_MASK "108"
#define CONTEXT_FPREGS "96"
#define FPREGS_MEMORY "236"

_Static_assert(offsetof(ucontext_t, uc_mcontext.gregs[REG_ESP]) == 20 + 4 * 7, "GREG");
_Static_assert(offsetof(ucontext_t, uc_mcontext.fpregs) == 96, "CONTEXT_FPREGS");
_Static_assert(offsetof(ucontext_t, uc_sigmask) == 108, "CONTEXT_MASK");
_Static_assert(offsetof(ucontext_t, __fpregs_mem) == 236, "FPREGS_MEMORY");

#ifdef __CET__
#define LANDING "endbr32\n"
#else
#define LANDING
#endif

/* mxcsr has no place in this mcontext_t; it stands where fnsave has the first register, in memory
 * of our own alone. */
#ifdef __SSE__
#define SAVE_MXCSR "stmxcsr 28(%ecx)\n"
#define LOAD_MXCSR                                                                                 \
        "leal " FPREGS_MEMORY "(%edx),%eax\n"                                                      \
        "cmpl %eax,%ecx\n"                                                                         \
        "jne 2f\n"                                                                                 \
        "ldmxcsr 28(%ecx)\n"                                                                       \
        "2:\n"
#else
#define SAVE_MXCSR
#define LOAD_MXCSR
#endif

#define OPEN(name)                                                                                 \
        BEGIN(name)                                                                                \
#name ":\n"                                                                                \
              ".cfi_startproc\n" LANDING

/* The caller's registers into the context at edx. Clobbers ecx. */
#define SAVE                                                                                       \
        "movl %ebx," GREG(                                                                         \
            8) "(%edx)\n"                                                                          \
               "movl %ebp," GREG(                                                                  \
                   6) "(%edx)\n"                                                                   \
                      "movl %esi," GREG(                                                           \
                          5) "(%edx)\n"                                                            \
                             "movl %edi," GREG(                                                    \
                                 4) "(%edx)\n"                                                     \
                                    "movl $0," GREG(                                               \
                                        11) "(%edx)\n"                                             \
                                            "movl (%esp),%ecx\n"                                   \
                                            "movl %ecx," GREG(                                     \
                                                14) "(%edx)\n"                                     \
                                                    "leal 4(%esp),%ecx\n"                          \
                                                    "movl %ecx," GREG(                             \
                                                        7) "(%edx)\n"                              \
                                                           "leal " FPREGS_MEMORY "(%edx),%ecx\n"   \
                                                           "movl %ecx," CONTEXT_FPREGS "(%edx)\n"  \
                                                           "movl $0,(%ecx)\n"                      \
                                                           "movl $0,4(%ecx)\n"                     \
                                                           "fnstcw (%ecx)\n"                       \
                                                           "fnstsw 4(%ecx)\n" SAVE_MXCSR

/* rt_sigprocmask; ecx and edx are the masks or 0. ebx and esi, its other arguments, wait on the
 * stack. */
#define SET_MASK                                                                                   \
        "pushl %ebx\n"                                                                             \
        ".cfi_adjust_cfa_offset 4\n"                                                               \
        ".cfi_rel_offset ebx,0\n"                                                                  \
        "pushl %esi\n"                                                                             \
        ".cfi_adjust_cfa_offset 4\n"                                                               \
        ".cfi_rel_offset esi,0\n"                                                                  \
        "movl $2,%ebx\n"                                                                           \
        "movl $8,%esi\n"                                                                           \
        "movl $" SIGPROCMASK ",%eax\n"                                                             \
        "int $0x80\n"                                                                              \
        "popl %esi\n"                                                                              \
        ".cfi_adjust_cfa_offset -4\n"                                                              \
        ".cfi_restore esi\n"                                                                       \
        "popl %ebx\n"                                                                              \
        ".cfi_adjust_cfa_offset -4\n"                                                              \
        ".cfi_restore ebx\n"                                                                       \
        "testl %eax,%eax\n"                                                                        \
        "jnz 9f\n"

/* Goes on with the context at edx; see x86_64.h. */
#define GO                                                                                         \
        "movl " CONTEXT_FPREGS "(%edx),%ecx\n"                                                     \
        "fnstsw %ax\n"                                                                             \
        "xorw 4(%ecx),%ax\n"                                                                       \
        "testb $0x3f,%al\n"                                                                        \
        "jz 1f\n"                                                                                  \
        "subl $28,%esp\n"                                                                          \
        "fnstenv (%esp)\n"                                                                         \
        "andw $~0x3f,4(%esp)\n"                                                                    \
        "movzwl 4(%ecx),%eax\n"                                                                    \
        "andl $0x3f,%eax\n"                                                                        \
        "orw %ax,4(%esp)\n"                                                                        \
        "fldenv (%esp)\n"                                                                          \
        "addl $28,%esp\n"                                                                          \
        "1: fldcw (%ecx)\n" LOAD_MXCSR "movl " GREG(                                               \
            7) "(%edx),%esp\n"                                                                     \
               "movl " GREG(8) "(%edx),%ebx\n"                                                     \
                               "movl " GREG(                                                       \
                                   6) "(%edx),%ebp\n"                                              \
                                      "movl " GREG(                                                \
                                          5) "(%edx),%esi\n"                                       \
                                             "movl " GREG(                                         \
                                                 4) "(%edx),%edi\n"                                \
                                                    "pushl " GREG(                                 \
                                                        14) "(%edx)\n"                             \
                                                            "movl " GREG(                          \
                                                                10) "(%edx),%ecx\n"                \
                                                                    "movl " GREG(                  \
                                                                        9) "(%edx),%edx\n"         \
                                                                           "xorl %eax,%eax\n"      \
                                                                           "ret\n"

/* Its argument lies where ours did: in the caller's place for it. */
#define FAIL                                                                                       \
        "9: movl %eax,4(%esp)\n"                                                                   \
        "jmp __lwb_context_failed\n"

#define GETCONTEXT                                                                                 \
        OPEN(getcontext)                                                                           \
        "movl 4(%esp),%edx\n" SAVE "leal " CONTEXT_MASK "(%edx),%edx\n"                            \
        "xorl %ecx,%ecx\n" SET_MASK "ret\n" FAIL                                                   \
        END(getcontext)

#define SETCONTEXT                                                                                 \
        OPEN(setcontext)                                                                           \
        "movl 4(%esp),%ecx\n"                                                                      \
        "leal " CONTEXT_MASK "(%ecx),%ecx\n"                                                       \
        "xorl %edx,%edx\n" SET_MASK "movl 4(%esp),%edx\n" GO FAIL                                  \
        END(setcontext)

#define SWAPCONTEXT                                                                                \
        OPEN(swapcontext)                                                                          \
        "movl 4(%esp),%edx\n" SAVE "leal " CONTEXT_MASK "(%edx),%edx\n"                            \
        "movl 8(%esp),%ecx\n"                                                                      \
        "leal " CONTEXT_MASK "(%ecx),%ecx\n" SET_MASK "movl 8(%esp),%edx\n" GO FAIL                \
        END(swapcontext)

#define START                                                                                      \
        BEGIN_START("nop", "eip")                                                                  \
        "movl %ebx,(%esp)\n"                                                                       \
        "call __lwb_context_end\n"                                                                 \
        "hlt\n" END(__lwb_context_start)

#define REGISTER_ARGUMENTS 0
/* The return address. */
#define STACK_LINKAGE 4

static inline unsigned long *context_argument(ucontext_t *context, int which)
{
        (void)context, (void)which;
        return NULL;
}

static inline void context_enter(ucontext_t *context, unsigned long *stack, void (*function)(void),
                                 ucontext_t *link)
{
        stack[0] = (unsigned long)__lwb_context_start;
        context->uc_mcontext.gregs[REG_ESP] = (int)stack;
        context->uc_mcontext.gregs[REG_EIP] = (int)function;
        context->uc_mcontext.gregs[REG_EBX] = (int)link;
        context->uc_mcontext.gregs[REG_EBP] = 0;
}

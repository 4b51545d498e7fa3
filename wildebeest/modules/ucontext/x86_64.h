/*
 * x86-64: System V psABI, 3.2.1: rbx, rbp, rsp, r12 to r15, and the control bits of x87 and mxcsr
 * are kept. The flags of exceptions, which it lets go, belong to the context with glibc, and here.
 */
#define GREG(n) "40+8*" #n
#define CONTEXT_MASK "296"
#define CONTEXT_FPREGS "224"
#define FPREGS_MEMORY "424"

_Static_assert(offsetof(ucontext_t, uc_mcontext.gregs[REG_RSP]) == 40 + 8 * 15, "GREG");
_Static_assert(offsetof(ucontext_t, uc_mcontext.fpregs) == 224, "CONTEXT_FPREGS");
_Static_assert(offsetof(ucontext_t, uc_sigmask) == 296, "CONTEXT_MASK");
_Static_assert(offsetof(ucontext_t, __fpregs_mem) == 424, "FPREGS_MEMORY");

#ifdef __CET__
#define LANDING "endbr64\n"
#else
#define LANDING
#endif

#define OPEN(name)                                                                                 \
        BEGIN(name)                                                                                \
#name ":\n"                                                                                \
              ".cfi_startproc\n" LANDING

/* The caller's registers into the context at rdi; x87 and mxcsr as fxsave lays them out. Clobbers
 * rcx. */
#define SAVE                                                                                                                                        \
        "movq %rbx," GREG(                                                                                                                          \
            11) "(%rdi)\n"                                                                                                                          \
                "movq %rbp," GREG(                                                                                                                  \
                    10) "(%rdi)\n"                                                                                                                  \
                        "movq %r12," GREG(                                                                                                          \
                            4) "(%rdi)\n"                                                                                                           \
                               "movq %r13," GREG(                                                                                                   \
                                   5) "(%rdi)\n"                                                                                                    \
                                      "movq %r14," GREG(                                                                                            \
                                          6) "(%rdi)\n"                                                                                             \
                                             "movq %r15," GREG(                                                                                     \
                                                 7) "(%rdi)\n"                                                                                      \
                                                    "movq %rdi," GREG(                                                                              \
                                                        8) "(%rdi)\n"                                                                               \
                                                           "movq %rsi," GREG(                                                                       \
                                                               9) "(%rdi)\n"                                                                        \
                                                                  "movq %rdx," GREG(                                                                \
                                                                      12) "(%rdi)\n"                                                                \
                                                                          "movq %rcx," GREG(                                                        \
                                                                              14) "(%rdi)\n"                                                        \
                                                                                  "movq "                                                           \
                                                                                  "%r8," GREG(                                                      \
                                                                                      0) "(%rdi)"                                                   \
                                                                                         "\n"                                                       \
                                                                                         "movq "                                                    \
                                                                                         "%r9"                                                      \
                                                                                         "," GREG(                                                  \
                                                                                             1) "(%rdi)\n"                                          \
                                                                                                "movq $0," GREG(                                    \
                                                                                                    13) "(%rdi)\n"                                  \
                                                                                                        "movq (%rsp),%rcx\n"                        \
                                                                                                        "movq %rcx," GREG(                          \
                                                                                                            16) "(%rdi)\n"                          \
                                                                                                                "leaq 8(%rsp),%rcx\n"               \
                                                                                                                "movq %rcx," GREG(                  \
                                                                                                                    15) "(%rdi)\n"                  \
                                                                                                                        "leaq " FPREGS_MEMORY       \
                                                                                                                        "(%rdi),%rcx\n"             \
                                                                                                                        "movq %rcx," CONTEXT_FPREGS \
                                                                                                                        "(%rdi)\n"                  \
                                                                                                                        "fnstcw (%rcx)\n"           \
                                                                                                                        "fnstsw 2(%rcx)\n"          \
                                                                                                                        "stmxcsr 24(%rcx)\n"

/* rt_sigprocmask; rsi and rdx are the masks or 0. Keeps r8 and r9. */
#define SET_MASK                                                                                   \
        "movl $2,%edi\n"                                                                           \
        "movl $8,%r10d\n"                                                                          \
        "movl $" SIGPROCMASK ",%eax\n"                                                             \
        "syscall\n"                                                                                \
        "testq %rax,%rax\n"                                                                        \
        "jnz 9f\n"

/*
 * Goes on with the context at r9. Loading the x87 environment costs as much as all the rest, and is
 * for the rare case that the flags differ; `ret` and not `jmp`, as nothing that calls land on
 * stands there.
 */
#define GO                                                                                                                         \
        "movq " CONTEXT_FPREGS "(%r9),%rcx\n"                                                                                      \
        "fnstsw %ax\n"                                                                                                             \
        "xorw 2(%rcx),%ax\n"                                                                                                       \
        "testb $0x3f,%al\n"                                                                                                        \
        "jz 1f\n"                                                                                                                  \
        "fnstenv -64(%rsp)\n"                                                                                                      \
        "andw $~0x3f,-60(%rsp)\n"                                                                                                  \
        "movzwl 2(%rcx),%eax\n"                                                                                                    \
        "andl $0x3f,%eax\n"                                                                                                        \
        "orw %ax,-60(%rsp)\n"                                                                                                      \
        "fldenv -64(%rsp)\n"                                                                                                       \
        "1: fldcw (%rcx)\n"                                                                                                        \
        "ldmxcsr 24(%rcx)\n"                                                                                                       \
        "movq " GREG(                                                                                                              \
            15) "(%r9),%rsp\n"                                                                                                     \
                "movq " GREG(                                                                                                      \
                    11) "(%r9),%rbx\n"                                                                                             \
                        "movq " GREG(                                                                                              \
                            10) "(%r9),%rbp\n"                                                                                     \
                                "movq " GREG(                                                                                      \
                                    4) "(%r9),%r12\n"                                                                              \
                                       "movq " GREG(                                                                               \
                                           5) "(%r9),%r13\n"                                                                       \
                                              "movq " GREG(                                                                        \
                                                  6) "(%r9),%r14\n"                                                                \
                                                     "movq " GREG(                                                                 \
                                                         7) "(%r9),%r15\n"                                                         \
                                                            "pushq " GREG(                                                         \
                                                                16) "(%r9)\n"                                                      \
                                                                    "movq " GREG(                                                  \
                                                                        8) "(%r9),%rdi\n"                                          \
                                                                           "movq " GREG(                                           \
                                                                               9) "(%r9),%rsi\n"                                   \
                                                                                  "movq " GREG(                                    \
                                                                                      12) "(%r9),"                                 \
                                                                                          "%rdx\n"                                 \
                                                                                          "movq"                                   \
                                                                                          " " GREG(                                \
                                                                                              14) "(%r9),%rcx\n"                   \
                                                                                                  "movq " GREG(                    \
                                                                                                      0) "(%r9),%r8\n"             \
                                                                                                         "movq " GREG(             \
                                                                                                             1) "(%r9),%r9\n"      \
                                                                                                                "xorl %eax,%eax\n" \
                                                                                                                "ret\n"

#define FAIL                                                                                       \
        "9: movl %eax,%edi\n"                                                                      \
        "jmp __lwb_context_failed\n"

#define GETCONTEXT                                                                                 \
        OPEN(getcontext)                                                                           \
        SAVE "leaq " CONTEXT_MASK "(%rdi),%rdx\n"                                                  \
             "xorl %esi,%esi\n" SET_MASK "ret\n" FAIL                                              \
             END(getcontext)

#define SETCONTEXT                                                                                 \
        OPEN(setcontext)                                                                           \
        "movq %rdi,%r9\n"                                                                          \
        "leaq " CONTEXT_MASK "(%rdi),%rsi\n"                                                       \
        "xorl %edx,%edx\n" SET_MASK GO FAIL                                                        \
        END(setcontext)

#define SWAPCONTEXT                                                                                \
        OPEN(swapcontext)                                                                          \
        SAVE "movq %rsi,%r9\n"                                                                     \
             "leaq " CONTEXT_MASK "(%rdi),%rdx\n"                                                  \
             "leaq " CONTEXT_MASK "(%rsi),%rsi\n" SET_MASK GO FAIL                                 \
             END(swapcontext)

#define START                                                                                      \
        BEGIN_START("nop", "rip")                                                                  \
        "movq %rbx,%rdi\n"                                                                         \
        "call __lwb_context_end\n"                                                                 \
        "hlt\n" END(__lwb_context_start)

#define REGISTER_ARGUMENTS 6
/* Bytes between the stack pointer and the first argument on the stack: the return address. */
#define STACK_LINKAGE 8

/* Where an argument in a register lies in a context. */
static inline unsigned long *context_argument(ucontext_t *context, int which)
{
        static const unsigned char order[] = {REG_RDI, REG_RSI, REG_RDX, REG_RCX, REG_R8, REG_R9};

        return (unsigned long *)&context->uc_mcontext.gregs[order[which]];
}

/* Lets the context call `function` with the stack pointer `stack`, and then go on with `link`. */
static inline void context_enter(ucontext_t *context, unsigned long *stack, void (*function)(void),
                                 ucontext_t *link)
{
        stack[0] = (unsigned long)__lwb_context_start;
        context->uc_mcontext.gregs[REG_RSP] = (long long)stack;
        context->uc_mcontext.gregs[REG_RIP] = (long long)function;
        context->uc_mcontext.gregs[REG_RBX] = (long long)link;
        context->uc_mcontext.gregs[REG_RBP] = 0;
}

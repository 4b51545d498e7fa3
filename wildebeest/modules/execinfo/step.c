/* From one frame to the next, whatever there is to go by. */
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <ucontext.h>
#include "unwind.h"

/*
 * A handler returns to a few instructions that call the kernel, above which on the stack is what
 * the kernel has kept of the interrupted function. They have no table in musl.
 */
#if defined(__x86_64__)
static const uint8_t return_from_handler[] = {0x48, 0xc7, 0xc0, 0x0f, 0, 0, 0, 0x0f, 0x05};
#define KEPT(sp) ((const ucontext_t *)(sp))
#define KEPT_PC(kept) ((kept)->uc_mcontext.gregs[REG_RIP])
#define KEPT_STACK(kept) ((kept)->uc_mcontext.gregs[REG_RSP])
#define KEPT_FRAME(kept) ((kept)->uc_mcontext.gregs[REG_RBP])
#elif defined(__i386__)
static const uint8_t return_from_handler[] = {0xb8, 0xad, 0, 0, 0, 0xcd, 0x80};
/* That of a handler without SA_SIGINFO, above which there are the registers alone. */
static const uint8_t return_from_plain[] = {0x58, 0xb8, 0x77, 0, 0, 0, 0xcd, 0x80};
#define KEPT(sp) (((const ucontext_t *const *)(sp))[2])
#define KEPT_PC(kept) ((kept)->uc_mcontext.gregs[REG_EIP])
#define KEPT_STACK(kept) ((kept)->uc_mcontext.gregs[REG_ESP])
#define KEPT_FRAME(kept) ((kept)->uc_mcontext.gregs[REG_EBP])
#elif defined(__aarch64__)
static const uint8_t return_from_handler[] = {0x68, 0x11, 0x80, 0xd2, 0x01, 0, 0, 0xd4};
#define KEPT(sp) ((const ucontext_t *)((sp) + sizeof(siginfo_t)))
#define KEPT_PC(kept) ((kept)->uc_mcontext.pc)
#define KEPT_STACK(kept) ((kept)->uc_mcontext.sp)
#define KEPT_FRAME(kept) ((kept)->uc_mcontext.regs[FRAME_POINTER])
#elif defined(__riscv)
static const uint8_t return_from_handler[] = {0x93, 0x08, 0xb0, 0x08, 0x73, 0, 0, 0};
#define KEPT(sp) ((const ucontext_t *)((sp) + sizeof(siginfo_t)))
#define KEPT_PC(kept) ((kept)->uc_mcontext.__gregs[0])
#define KEPT_STACK(kept) ((kept)->uc_mcontext.__gregs[2])
#define KEPT_FRAME(kept) ((kept)->uc_mcontext.__gregs[8])
#endif

#ifdef KEPT
static void keep(struct frame *frame, size_t n, uintptr_t value)
{
        frame->registers[n] = value;
        frame->known[n] = true;
}

static bool step_out_of_handler(struct frame *frame)
{
        uintptr_t sp = frame->registers[STACK_POINTER];
        const ucontext_t *kept;

        if (!frame->known[STACK_POINTER])
                return false;
#ifdef __i386__
        if (!memcmp((const void *)frame->pc, return_from_plain, sizeof return_from_plain)) {
                const uintptr_t *kept_plain = (const uintptr_t *)sp + 1;

                *frame = (struct frame){.pc = kept_plain[REG_EIP], .exact = true};
                keep(frame, STACK_POINTER, kept_plain[REG_ESP]);
                keep(frame, FRAME_POINTER, kept_plain[REG_EBP]);
                return true;
        }
#endif
        if (memcmp((const void *)frame->pc, return_from_handler, sizeof return_from_handler) != 0)
                return false;
        kept = KEPT(sp);
        *frame = (struct frame){.pc = (uintptr_t)KEPT_PC(kept), .exact = true};
        keep(frame, STACK_POINTER, (uintptr_t)KEPT_STACK(kept));
        keep(frame, FRAME_POINTER, (uintptr_t)KEPT_FRAME(kept));
#ifdef __aarch64__
        keep(frame, 30, (uintptr_t)kept->uc_mcontext.regs[30]);
#elif defined(__riscv)
        keep(frame, 1, (uintptr_t)kept->uc_mcontext.__gregs[1]);
#endif
        return true;
}
#endif

#ifdef __powerpc64__
/* The ABI wants each frame to begin with the address of the one above, which keeps the link. */
static bool step_by_chain(struct frame *frame)
{
        const uintptr_t *sp = (const uintptr_t *)frame->registers[STACK_POINTER];
        uintptr_t above = *sp;

        if (!above || above <= (uintptr_t)sp || above % 16)
                return false;
        frame->pc = ((const uintptr_t *)above)[2];
        frame->registers[STACK_POINTER] = above;
        return frame->pc != 0;
}
#endif

bool __lwb_execinfo_step(struct frame *frame, struct part_of_object *part)
{
#ifdef __powerpc64__
        (void)part;
        return step_by_chain(frame);
#else
        uintptr_t at = frame->pc - !frame->exact;

        if (!frame->pc)
                return false;
        if (at - part->start >= part->size)
                __lwb_execinfo_find(at, part);
        if (part->table && __lwb_execinfo_step_by_table(frame, part->table))
                return frame->pc != 0;
#ifdef KEPT
        if (!frame->exact && step_out_of_handler(frame))
                return true;
#endif
        return false;
#endif
}

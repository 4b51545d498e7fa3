/* Walks from the frame of a function to that of its caller. */
#ifndef LWB_EXECINFO_UNWIND_H
#define LWB_EXECINFO_UNWIND_H

#include <stdbool.h>
#include <stdint.h>

/*
 * DWARF's numbers of the stack and frame pointers, and how many registers matter, the return
 * address among them: see each architecture's ABI supplement.
 */
#if defined(__x86_64__)
#define STACK_POINTER 7
#define FRAME_POINTER 6
#define REGISTERS 17
#elif defined(__i386__)
#define STACK_POINTER 4
#define FRAME_POINTER 5
#define REGISTERS 9
#elif defined(__aarch64__)
#define STACK_POINTER 31
#define FRAME_POINTER 29
#define REGISTERS 32
#elif defined(__riscv)
#define STACK_POINTER 2
#define FRAME_POINTER 8
#define REGISTERS 32
#elif defined(__loongarch__)
#define STACK_POINTER 3
#define FRAME_POINTER 22
#define REGISTERS 32
#elif defined(__powerpc64__)
#define STACK_POINTER 1
#define FRAME_POINTER 31
#define REGISTERS 32
#elif defined(__s390x__)
#define STACK_POINTER 15
#define FRAME_POINTER 11
#define REGISTERS 16
#else
#define STACK_POINTER 13
#define FRAME_POINTER 11
#define REGISTERS 16
#endif

struct frame {
        uintptr_t pc;
        bool exact; /* it is the next instruction, not one to return to */
        bool known[REGISTERS];
        uintptr_t registers[REGISTERS];
};

/* A part of a loaded object, and the search table of its call frames (.eh_frame_hdr). */
struct part_of_object {
        uintptr_t start, size;
        const uint8_t *table;
};

/**
 * Makes of a frame that of its caller, by the tables of the program (.eh_frame), the back chain
 * where the ABI has one, or the kernel's record of an interrupted function. False at the outermost
 * one, or where there is no table. `*part` is where the one before was, at first empty. Takes no
 * memory.
 */
bool __lwb_execinfo_step(struct frame *frame, struct part_of_object *part);

/* By the tables; `table` is that of the object that the frame is in. */
bool __lwb_execinfo_step_by_table(struct frame *frame, const uint8_t *table);

/** The part of a loaded object that `pc` is in; its table is null where it has none. */
void __lwb_execinfo_find(uintptr_t pc, struct part_of_object *part);

#endif

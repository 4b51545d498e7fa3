/*
 * <fpu_control.h>, which musl lacks: the control word of the floating-point unit, _FPU_GETCW and _FPU_SETCW,
 * fpu_control_t, and its bits, _FPU_MASK_*, _FPU_RC_*, _FPU_DEFAULT, _FPU_IEEE, _FPU_RESERVED, under the
 * names that glibc has for each machine. On x86 it is the x87's word: SSE's is another.
 *
 * glibc's __fpu_control is not there: musl's start-up code would not look at it.
 */
#ifndef LWB_FPU_FPU_CONTROL_H
#define LWB_FPU_FPU_CONTROL_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(__x86_64__) || defined(__i386__)
/* Intel SDM, volume 1, 8.1.5: a set bit masks an exception. */
#define _FPU_MASK_IM 0x01
#define _FPU_MASK_DM 0x02
#define _FPU_MASK_ZM 0x04
#define _FPU_MASK_OM 0x08
#define _FPU_MASK_UM 0x10
#define _FPU_MASK_PM 0x20
#define _FPU_EXTENDED 0x300
#define _FPU_DOUBLE 0x200
#define _FPU_SINGLE 0x0
#define _FPU_RC_NEAREST 0x0
#define _FPU_RC_DOWN 0x400
#define _FPU_RC_UP 0x800
#define _FPU_RC_ZERO 0xC00
#define _FPU_RESERVED 0xF0C0
#define _FPU_DEFAULT 0x037f
#define _FPU_IEEE 0x037f
typedef unsigned short fpu_control_t;
#define _FPU_GETCW(cw) __asm__ __volatile__("fnstcw %0" : "=m"(*&cw))
#define _FPU_SETCW(cw) __asm__ __volatile__("fldcw %0" : : "m"(*&cw))

#elif defined(__aarch64__)
/* Arm ARM, FPCR and FPSR: a set bit enables a trap, where the processor has traps at all. */
#define _FPU_RESERVED 0xfe0fe0f8
#define _FPU_FPSR_RESERVED 0x0fffffe0
#define _FPU_DEFAULT 0x00000000
#define _FPU_FPSR_DEFAULT 0x00000000
#define _FPU_FPCR_RM_MASK 0xc00000
#define _FPU_FPCR_MASK_IXE 0x1000
#define _FPU_FPCR_MASK_UFE 0x0800
#define _FPU_FPCR_MASK_OFE 0x0400
#define _FPU_FPCR_MASK_DZE 0x0200
#define _FPU_FPCR_MASK_IOE 0x0100
#define _FPU_FPCR_IEEE                                                                             \
        (_FPU_DEFAULT | _FPU_FPCR_MASK_IXE | _FPU_FPCR_MASK_UFE | _FPU_FPCR_MASK_OFE |             \
         _FPU_FPCR_MASK_DZE | _FPU_FPCR_MASK_IOE)
#define _FPU_FPSR_IEEE 0
typedef unsigned int fpu_control_t;
typedef unsigned int fpu_fpsr_t;
/* The register's name wants 64 bits, of which the upper are 0. */
#define _FPU_GETCW(fpcr)                                                                           \
        do {                                                                                       \
                unsigned long lwb_fpcr;                                                            \
                __asm__ __volatile__("mrs %0, fpcr" : "=r"(lwb_fpcr));                             \
                (fpcr) = (fpu_control_t)lwb_fpcr;                                                  \
        } while (0)
#define _FPU_SETCW(fpcr) __asm__ __volatile__("msr fpcr, %0" : : "r"((unsigned long)(fpcr)))
#define _FPU_GETFPSR(fpsr)                                                                         \
        do {                                                                                       \
                unsigned long lwb_fpsr;                                                            \
                __asm__ __volatile__("mrs %0, fpsr" : "=r"(lwb_fpsr));                             \
                (fpsr) = (fpu_fpsr_t)lwb_fpsr;                                                     \
        } while (0)
#define _FPU_SETFPSR(fpsr) __asm__ __volatile__("msr fpsr, %0" : : "r"((unsigned long)(fpsr)))

#elif defined(__arm__)
/* Arm ARM, FPSCR. */
#if defined(__SOFTFP__)
#define _FPU_RESERVED 0xffffffff
#define _FPU_DEFAULT 0x00000000
typedef unsigned int fpu_control_t;
#define _FPU_GETCW(cw) ((cw) = 0)
#define _FPU_SETCW(cw) ((void)(cw))
#else
#define _FPU_MASK_IM 0x00000100
#define _FPU_MASK_ZM 0x00000200
#define _FPU_MASK_OM 0x00000400
#define _FPU_MASK_UM 0x00000800
#define _FPU_MASK_PM 0x00001000
#define _FPU_MASK_NZCV 0xf0000000
#define _FPU_MASK_RM 0x00c00000
#define _FPU_MASK_EXCEPT 0x00001f1f
#define _FPU_RESERVED 0x00086060
#define _FPU_DEFAULT 0x00000000
#define _FPU_IEEE 0x00001f00
typedef unsigned int fpu_control_t;
#define _FPU_GETCW(cw) __asm__ __volatile__("vmrs %0, fpscr" : "=r"(cw))
#define _FPU_SETCW(cw) __asm__ __volatile__("vmsr fpscr, %0" : : "r"(cw))
#endif

#elif defined(__powerpc__)
/* Power ISA, FPSCR: its lower half. */
#define _FPU_RC_NEAREST 0x00
#define _FPU_RC_DOWN 0x03
#define _FPU_RC_UP 0x02
#define _FPU_RC_ZERO 0x01
#define _FPU_MASK_RC (_FPU_RC_NEAREST | _FPU_RC_DOWN | _FPU_RC_UP | _FPU_RC_ZERO)
#define _FPU_MASK_NI 0x04
#define _FPU_MASK_XM 0x08
#define _FPU_MASK_ZM 0x10
#define _FPU_MASK_UM 0x20
#define _FPU_MASK_OM 0x40
#define _FPU_MASK_IM 0x80
#define _FPU_RESERVED 0xffffff00
#define _FPU_DEFAULT 0x00000000
#define _FPU_IEEE 0x000000f8
typedef unsigned int fpu_control_t;
#define _FPU_GETCW(cw)                                                                             \
        ({                                                                                         \
                union {                                                                            \
                        double lwb_d;                                                              \
                        unsigned long long lwb_bits;                                               \
                } lwb_fpscr;                                                                       \
                __asm__ __volatile__("mffs %0" : "=f"(lwb_fpscr.lwb_d));                           \
                (cw) = (fpu_control_t)lwb_fpscr.lwb_bits;                                          \
                (fpu_control_t)(cw);                                                               \
        })
/* The upper half of a register of 64 bits: the word of a quiet NaN, which mtfsf does not look at. */
#define _FPU_SETCW(cw)                                                                             \
        do {                                                                                       \
                union {                                                                            \
                        double lwb_d;                                                              \
                        unsigned long long lwb_bits;                                               \
                } lwb_fpscr;                                                                       \
                lwb_fpscr.lwb_bits = 0xfff80000ULL << 32 | (unsigned int)(cw);                     \
                __asm__ __volatile__("mtfsf 255,%0" : : "f"(lwb_fpscr.lwb_d));                     \
        } while (0)

#elif defined(__s390x__)
/* z/Architecture Principles of Operation, floating-point-control register. */
#define _FPU_RC_NEAREST 0x00
#define _FPU_RC_ZERO 0x01
#define _FPU_RC_UP 0x02
#define _FPU_RC_DOWN 0x03
#define _FPU_MASK_IM 0x80000000
#define _FPU_MASK_ZM 0x40000000
#define _FPU_MASK_OM 0x20000000
#define _FPU_MASK_UM 0x10000000
#define _FPU_MASK_PM 0x08000000
#define _FPU_RESERVED 0x0707FFFC
#define _FPU_DEFAULT 0x00000000
#define _FPU_IEEE 0xF8000000
typedef unsigned int fpu_control_t;
#define _FPU_GETCW(cw) __asm__ __volatile__("efpc %0" : "=d"(cw))
#define _FPU_SETCW(cw) __asm__ __volatile__("sfpc %0" : : "d"(cw))

#elif defined(__riscv)
/* The RISC-V "F" extension, fcsr: no exception is ever trapped. */
#define _FPU_RESERVED 0
#define _FPU_DEFAULT 0
#define _FPU_IEEE 0
typedef unsigned int fpu_control_t;
#ifdef __riscv_flen
#define _FPU_GETCW(cw) __asm__ __volatile__("frcsr %0" : "=r"(cw))
#define _FPU_SETCW(cw) __asm__ __volatile__("fscsr %z0" : : "rJ"(cw))
#else
#define _FPU_GETCW(cw) ((cw) = 0)
#define _FPU_SETCW(cw) ((void)(cw))
#endif

#elif defined(__loongarch__)
/* LoongArch Reference Manual, FCSR0: a set bit enables a trap. */
#define _FPU_MASK_V 0x10
#define _FPU_MASK_Z 0x08
#define _FPU_MASK_O 0x04
#define _FPU_MASK_U 0x02
#define _FPU_MASK_I 0x01
#define _FPU_FLUSH_TZ 0x1000000
#define _FPU_RC_NEAREST 0x000
#define _FPU_RC_ZERO 0x100
#define _FPU_RC_UP 0x200
#define _FPU_RC_DOWN 0x300
#define _FPU_RC_MASK 0x300
#define _FPU_RESERVED 0xe0e0fce0
#define _FPU_DEFAULT 0x0
#define _FPU_IEEE 0x1F
typedef unsigned int fpu_control_t;
#ifdef __loongarch_soft_float
#define _FPU_GETCW(cw) ((cw) = 0)
#define _FPU_SETCW(cw) ((void)(cw))
#else
#define _FPU_GETCW(cw) __asm__ __volatile__("movfcsr2gr %0,$fcsr0" : "=r"(cw))
#define _FPU_SETCW(cw) __asm__ __volatile__("movgr2fcsr $fcsr0,%0" : : "r"(cw))
#endif

#else
#error "fpu_control.h: libwildebeest does not know this machine's floating-point unit"
#endif

#endif

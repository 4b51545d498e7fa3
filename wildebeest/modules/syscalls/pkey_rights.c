/*
 * glibc: pkey_get and pkey_set read and write the processor's register of rights: PKRU on x86, AMR
 * on 64-bit POWER; ENOSYS on other machines. musl:  lacks them. here:  the same, and ENOSYS where
 * the processor or the kernel has no keys, where glibc is killed by SIGILL. see:   pkeys(7), GNU C
 * Library manual, "Memory Protection Keys".
 */
#include <errno.h>
#include <sys/mman.h>

#if defined(__x86_64__) || defined(__i386__)
#include <cpuid.h>
#define KEYS 16

/* Whether the kernel has switched protection keys on: OSPKE, leaf 7. */
static int has_keys(void)
{
        unsigned int a, b, c, d;

        return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (c & 1U << 4);
}

/* The assembler may not know the instructions: rdpkru and wrpkru. */
static unsigned long read_rights(void)
{
        unsigned int rights, high;

        __asm__ volatile(".byte 0x0f, 0x01, 0xee" : "=a"(rights), "=d"(high) : "c"(0));
        return rights;
}

static void write_rights(unsigned long rights)
{
        __asm__ volatile(".byte 0x0f, 0x01, 0xef"
                         :
                         : "a"((unsigned int)rights), "c"(0), "d"(0)
                         : "memory");
}

/* Two bits a key, from the lowest on, in the order of the flags. */
static unsigned int shift_of(int key)
{
        return 2 * (unsigned int)key;
}

static unsigned long to_machine(unsigned long rights)
{
        return rights;
}

static unsigned long from_machine(unsigned long bits)
{
        return bits;
}
#elif defined(__powerpc64__)
#include <sys/auxv.h>
#include <sys/syscall.h>
#include <unistd.h>
#define KEYS 32

/* AMR is there from POWER7 on (ISA 2.06); a kernel without the calls, or an emulator, may trap
 * reading it. */
static int has_keys(void)
{
        return (getauxval(AT_HWCAP) & 0x00000100) &&
               (!syscall(SYS_pkey_free, -1) || errno != ENOSYS);
}

static unsigned long read_rights(void)
{
        unsigned long rights;

        __asm__ volatile("mfspr %0, 13" : "=r"(rights));
        return rights;
}

static void write_rights(unsigned long rights)
{
        __asm__ volatile("isync\n\tmtspr 13, %0\n\tisync" : : "r"(rights) : "memory");
}

/* Two bits a key, from the highest on: the upper forbids writing, the lower reading. */
static unsigned int shift_of(int key)
{
        return 62 - 2 * (unsigned int)key;
}

/* PKEY_DISABLE_ACCESS (1) forbids both; PKEY_DISABLE_WRITE (2) is the upper bit. */
static unsigned long to_machine(unsigned long rights)
{
        return rights & PKEY_DISABLE_ACCESS ? 3 : rights;
}

static unsigned long from_machine(unsigned long bits)
{
        return bits == 3 ? PKEY_DISABLE_ACCESS : bits;
}
#endif

#ifdef KEYS
/* Whether the processor has the key; sets errno. */
static int check(int key)
{
        if (!has_keys())
                errno = ENOSYS;
        else if (key < 0 || key >= KEYS)
                errno = EINVAL;
        else
                return 1;
        return 0;
}
#endif

/**
 * The rights of the calling thread with a key: 0, PKEY_DISABLE_ACCESS or PKEY_DISABLE_WRITE. -1:
 * EINVAL for no key, ENOSYS where there are none.
 */
int pkey_get(int key)
{
#ifdef KEYS
        return check(key) ? (int)from_machine(read_rights() >> shift_of(key) & 3) : -1;
#else
        (void)key;
        errno = ENOSYS;
        return -1;
#endif
}

/** Sets the rights of the calling thread with a key. 0, or -1: EINVAL for no key or unknown rights,
 * ENOSYS. */
int pkey_set(int key, unsigned int rights)
{
#ifdef KEYS
        unsigned long others;

        if (!check(key))
                return -1;
        if (rights > (PKEY_DISABLE_ACCESS | PKEY_DISABLE_WRITE)) {
                errno = EINVAL;
                return -1;
        }
        others = read_rights() & ~(3UL << shift_of(key));
        write_rights(others | to_machine(rights) << shift_of(key));
        return 0;
#else
        (void)key;
        (void)rights;
        errno = ENOSYS;
        return -1;
#endif
}

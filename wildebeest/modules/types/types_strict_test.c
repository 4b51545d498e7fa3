/* glibc's <sys/types.h> gives u_int8_t and so on in every mode, and the macros that say what it has
 * defined. */
#undef _GNU_SOURCE
#define _POSIX_C_SOURCE 200809L
#include <sys/types.h>

static u_int8_t u8 = (u_int8_t)-1;
static u_int16_t u16 = (u_int16_t)-1;
static u_int32_t u32 = (u_int32_t)-1;
static u_int64_t u64 = (u_int64_t)-1;
static int8_t s8 = -1;
static int64_t s64 = -1;

/* As programs do that expect glibc to have it or not. */
#ifndef __ssize_t_defined
#error "the program would define ssize_t again"
#endif
#ifdef __u_char_defined
#error "u_char is no POSIX name"
#endif
/* A program's own, in strict mode. */
typedef struct {
        int value;
} u_int, quad_t, uint, daddr_t, loff_t;

#include "tap.h"

int main(void)
{
        ok(u8 == 255 && sizeof u8 == 1, "u_int8_t: in strict mode");
        ok(u16 == 65535 && sizeof u16 == 2, "u_int16_t: in strict mode");
        ok(u32 == 4294967295u && sizeof u32 == 4, "u_int32_t: in strict mode");
        ok(u64 == 18446744073709551615u && sizeof u64 == 8, "u_int64_t: in strict mode");
        ok(s8 < 0 && sizeof s8 == 1 && s64 < 0 && sizeof s64 == 8,
           "int8_t, int64_t: in strict mode");
        ok((ssize_t)-1 < 0, "__ssize_t_defined: is there");
        is_int(sizeof(uint), sizeof(int), "uint: the program's own in strict mode");
        return done_testing();
}

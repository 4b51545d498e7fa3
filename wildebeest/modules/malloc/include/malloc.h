/*
 * <malloc.h> with mallinfo, mallinfo2, mallopt, malloc_trim, malloc_stats and malloc_info, and the parameters of
 * mallopt, of the GNU C Library's allocator; musl's has neither figures nor parameters.
 */
#ifndef LWB_MALLOC_MALLOC_H
#define LWB_MALLOC_MALLOC_H
#pragma GCC system_header
#include_next <malloc.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
struct mallinfo {
        int arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost;
};

struct mallinfo2 {
        size_t arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost;
};

/* What <stdio.h> calls FILE. */
struct _IO_FILE;

struct mallinfo mallinfo(void);
struct mallinfo2 mallinfo2(void);
int mallopt(int, int);
int malloc_trim(size_t);
void malloc_stats(void);
int malloc_info(int, struct _IO_FILE *);
#ifdef __cplusplus
}
#endif

#define M_MXFAST 1
#define M_NLBLKS 2
#define M_GRAIN 3
#define M_KEEP 4
#define M_TRIM_THRESHOLD -1
#define M_TOP_PAD -2
#define M_MMAP_THRESHOLD -3
#define M_MMAP_MAX -4
#define M_CHECK_ACTION -5
#define M_PERTURB -6
#define M_ARENA_TEST -7
#define M_ARENA_MAX -8

#endif

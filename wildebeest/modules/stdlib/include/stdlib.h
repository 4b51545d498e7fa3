/*
 * <stdlib.h> with what glibc declares there and musl lacks: strtol_l and its
 * relatives, strtoq, strtouq, strfromd, canonicalize_file_name, getpt, on_exit,
 * rpmatch, arc4random, random_r and drand48_r with theirs, and qsort_r for musl
 * before 1.2.3. strtol, strtod and their relatives leave errno alone when there
 * are no digits, as glibc's do, and in C23 know binary numbers. exit notes its
 * status for on_exit.
 */
#ifndef LWB_STDLIB_STDLIB_H
#define LWB_STDLIB_STDLIB_H
#pragma GCC system_header
#include_next <stdlib.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

#if !defined(__cplusplus) && __STDC_VERSION__ > 201710L
#define __LWB_STRTO(name) __asm__("__lwb_c23_" #name)
#else
#define __LWB_STRTO(name) __asm__("__lwb_" #name)
#endif
/* A package may have made one of the names a macro for a function of its own. */
#ifndef strtol
long strtol(const char *__restrict, char **__restrict, int) __LWB_STRTO(strtol);
#endif
#ifndef strtoul
unsigned long strtoul(const char *__restrict, char **__restrict, int) __LWB_STRTO(strtoul);
#endif
#ifndef strtoll
long long strtoll(const char *__restrict, char **__restrict, int) __LWB_STRTO(strtoll);
#endif
#ifndef strtoull
unsigned long long strtoull(const char *__restrict, char **__restrict, int) __LWB_STRTO(strtoull);
#endif
#undef __LWB_STRTO
#ifndef strtod
double strtod(const char *__restrict, char **__restrict) __asm__("__lwb_strtod");
#endif
#ifndef strtof
float strtof(const char *__restrict, char **__restrict) __asm__("__lwb_strtof");
#endif
#ifndef strtold
long double strtold(const char *__restrict, char **__restrict) __asm__("__lwb_strtold");
#endif
#ifndef exit
_Noreturn void exit(int) __asm__("__lwb_exit");
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
long long strtoq(const char *__restrict, char **__restrict, int);
unsigned long long strtouq(const char *__restrict, char **__restrict, int);
int rpmatch(const char *);
int on_exit(void (*)(int, void *), void *);
void qsort_r(void *, size_t, size_t, int (*)(const void *, const void *, void *), void *);

unsigned arc4random(void);
void arc4random_buf(void *, size_t);
unsigned arc4random_uniform(unsigned);

struct random_data {
        int *fptr;
        int *rptr;
        int *state; /* to be null before initstate_r */
        int rand_type;
        int rand_deg;
        int rand_sep;
        int *end_ptr;
};
int random_r(struct random_data *__restrict, int *__restrict);
int srandom_r(unsigned, struct random_data *);
int initstate_r(unsigned, char *__restrict, size_t, struct random_data *__restrict);
int setstate_r(char *__restrict, struct random_data *__restrict);

struct drand48_data {
        unsigned short __x[3];
        unsigned short __old_x[3];
        unsigned short __c;
        unsigned short __init;
        unsigned long long __a;
};
int drand48_r(struct drand48_data *__restrict, double *__restrict);
int erand48_r(unsigned short[3], struct drand48_data *__restrict, double *__restrict);
int lrand48_r(struct drand48_data *__restrict, long *__restrict);
int nrand48_r(unsigned short[3], struct drand48_data *__restrict, long *__restrict);
int mrand48_r(struct drand48_data *__restrict, long *__restrict);
int jrand48_r(unsigned short[3], struct drand48_data *__restrict, long *__restrict);
int srand48_r(long, struct drand48_data *);
int seed48_r(unsigned short[3], struct drand48_data *);
int lcong48_r(unsigned short[7], struct drand48_data *);
#endif

#ifdef _GNU_SOURCE
struct __locale_struct;
long strtol_l(const char *__restrict, char **__restrict, int, struct __locale_struct *);
unsigned long strtoul_l(const char *__restrict, char **__restrict, int, struct __locale_struct *);
/* libc++ defines these two itself where libc is musl. */
#ifndef _LIBCPP_VERSION
long long strtoll_l(const char *__restrict, char **__restrict, int, struct __locale_struct *);
unsigned long long strtoull_l(const char *__restrict, char **__restrict, int,
                              struct __locale_struct *);
#endif
#ifndef strtod_l
double strtod_l(const char *__restrict, char **__restrict,
                struct __locale_struct *) __asm__("__lwb_strtod_l");
#endif
#ifndef strtof_l
float strtof_l(const char *__restrict, char **__restrict,
               struct __locale_struct *) __asm__("__lwb_strtof_l");
#endif
#ifndef strtold_l
long double strtold_l(const char *__restrict, char **__restrict,
                      struct __locale_struct *) __asm__("__lwb_strtold_l");
#endif
char *canonicalize_file_name(const char *);
int getpt(void);
#endif

#if defined(_GNU_SOURCE) || (!defined(__cplusplus) && __STDC_VERSION__ > 201710L)
int strfromd(char *__restrict, size_t, const char *__restrict, double);
int strfromf(char *__restrict, size_t, const char *__restrict, float);
int strfroml(char *__restrict, size_t, const char *__restrict, long double);
#endif

#ifdef __cplusplus
}
#endif

#endif

/*
 * <string.h> with what glibc declares there and musl lacks: strdupa that
 * evaluates its argument once and needs no <alloca.h>, strndupa, rawmemchr,
 * memfrob, strfry, the names and texts of errors and signals, and the names of
 * mempcpy, stpcpy, stpncpy and strtok_r with two underscores.
 */
#ifndef LWB_STRING_STRING_H
#define LWB_STRING_STRING_H
#pragma GCC system_header
#include_next <string.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_POSIX_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE) ||                \
    defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
char *__strtok_r(char *__restrict, const char *__restrict, char **__restrict) __asm__("strtok_r");
char *__stpcpy(char *__restrict, const char *__restrict) __asm__("stpcpy");
char *__stpncpy(char *__restrict, const char *__restrict, size_t) __asm__("stpncpy");
#endif

#ifdef _GNU_SOURCE
void *__mempcpy(void *__restrict, const void *__restrict, size_t) __asm__("mempcpy");
void *rawmemchr(const void *, int);
void *memfrob(void *, size_t);
char *strfry(char *);
const char *strerrorname_np(int);
const char *strerrordesc_np(int);
const char *sigabbrev_np(int);
const char *sigdescr_np(int);

/* Macros, since memory of the stack ends with the function that takes it. */
#undef strdupa
#define strdupa(string)                                                                            \
        (__extension__({                                                                           \
                const char *__lwb_string = (string);                                               \
                __SIZE_TYPE__ __lwb_size = strlen(__lwb_string) + 1;                               \
                (char *)memcpy(__builtin_alloca(__lwb_size), __lwb_string, __lwb_size);            \
        }))
#undef strndupa
#define strndupa(string, length)                                                                   \
        (__extension__({                                                                           \
                const char *__lwb_string = (string);                                               \
                __SIZE_TYPE__ __lwb_size = strnlen(__lwb_string, (length));                        \
                char *__lwb_copy = (char *)__builtin_alloca(__lwb_size + 1);                       \
                __lwb_copy[__lwb_size] = '\0';                                                     \
                (char *)memcpy(__lwb_copy, __lwb_string, __lwb_size);                              \
        }))
#endif

#ifdef __cplusplus
}
#endif

#endif

/*
 * <sys/random.h> with what glibc's gives besides its own names, and programs so rely
 * on: <sys/types.h> and getentropy. musl's headers give what POSIX wants of each.
 * Nothing is added in the strict modes. musl declares getentropy in <unistd.h> alone.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_SYS_RANDOM_H
#define LWB_POLLUTION_SYS_RANDOM_H
#pragma GCC system_header
#include_next <sys/random.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#if defined(_GNU_SOURCE) || defined(_BSD_SOURCE)
#include <sys/types.h>
#ifdef __cplusplus
extern "C" {
#endif
int getentropy(void *, size_t);
#ifdef __cplusplus
}
#endif
#endif

#endif

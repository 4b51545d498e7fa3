/*
 * <sys/mman.h> with what glibc's gives besides its own names, and programs so rely on:
 * under _GNU_SOURCE struct iovec. musl's headers give what POSIX wants of each. Nothing
 * is added in the strict modes.
 *
 * Written by `wildebeest generate` from closures.json and review.json; do not edit.
 */
#ifndef LWB_POLLUTION_SYS_MMAN_H
#define LWB_POLLUTION_SYS_MMAN_H
#pragma GCC system_header
#include_next <sys/mman.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef _GNU_SOURCE
#if !defined(__DEFINED_struct_iovec)
#define __NEED_struct_iovec
#include <bits/alltypes.h>
#endif
#endif

#endif

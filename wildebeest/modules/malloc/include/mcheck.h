/*
 * <mcheck.h>, of the GNU C Library alone: musl checks its heap at all times, and has no switch for it.
 */
#ifndef LWB_MALLOC_MCHECK_H
#define LWB_MALLOC_MCHECK_H
#pragma GCC system_header
#include <features.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifdef __cplusplus
extern "C" {
#endif
enum mcheck_status { MCHECK_DISABLED = -1, MCHECK_OK, MCHECK_FREE, MCHECK_HEAD, MCHECK_TAIL };

int mcheck(void (*)(enum mcheck_status));
int mcheck_pedantic(void (*)(enum mcheck_status));
void mcheck_check_all(void);
enum mcheck_status mprobe(void *);
void mtrace(void);
void muntrace(void);
#ifdef __cplusplus
}
#endif

#endif

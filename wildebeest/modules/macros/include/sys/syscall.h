/* <sys/syscall.h> with the numbers of newer system calls that musl lacks; they are the same on every machine. */
#ifndef LWB_MACROS_SYS_SYSCALL_H
#define LWB_MACROS_SYS_SYSCALL_H
#pragma GCC system_header
#include <features.h>
#include_next <sys/syscall.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#ifndef __NR_quotactl_fd
#define __NR_quotactl_fd 443
#endif
#ifndef SYS_quotactl_fd
#define SYS_quotactl_fd __NR_quotactl_fd
#endif
#ifndef __NR_map_shadow_stack
#define __NR_map_shadow_stack 453
#endif
#ifndef SYS_map_shadow_stack
#define SYS_map_shadow_stack __NR_map_shadow_stack
#endif
#ifndef __NR_futex_wake
#define __NR_futex_wake 454
#endif
#ifndef SYS_futex_wake
#define SYS_futex_wake __NR_futex_wake
#endif
#ifndef __NR_futex_wait
#define __NR_futex_wait 455
#endif
#ifndef SYS_futex_wait
#define SYS_futex_wait __NR_futex_wait
#endif
#ifndef __NR_futex_requeue
#define __NR_futex_requeue 456
#endif
#ifndef SYS_futex_requeue
#define SYS_futex_requeue __NR_futex_requeue
#endif
#ifndef __NR_statmount
#define __NR_statmount 457
#endif
#ifndef SYS_statmount
#define SYS_statmount __NR_statmount
#endif
#ifndef __NR_listmount
#define __NR_listmount 458
#endif
#ifndef SYS_listmount
#define SYS_listmount __NR_listmount
#endif
#ifndef __NR_lsm_get_self_attr
#define __NR_lsm_get_self_attr 459
#endif
#ifndef SYS_lsm_get_self_attr
#define SYS_lsm_get_self_attr __NR_lsm_get_self_attr
#endif
#ifndef __NR_lsm_set_self_attr
#define __NR_lsm_set_self_attr 460
#endif
#ifndef SYS_lsm_set_self_attr
#define SYS_lsm_set_self_attr __NR_lsm_set_self_attr
#endif
#ifndef __NR_lsm_list_modules
#define __NR_lsm_list_modules 461
#endif
#ifndef SYS_lsm_list_modules
#define SYS_lsm_list_modules __NR_lsm_list_modules
#endif
#ifndef __NR_mseal
#define __NR_mseal 462
#endif
#ifndef SYS_mseal
#define SYS_mseal __NR_mseal
#endif

#endif

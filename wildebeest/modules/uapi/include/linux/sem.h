/*
 * The kernel's <linux/sem.h> with struct sembuf, struct semid_ds, struct
 * seminfo as <sys/sem.h> has them: libc's functions take that one, and the
 * kernel's may have another layout.
 */
#ifndef LWB_UAPI_LINUX_SEM_H
#define LWB_UAPI_LINUX_SEM_H
#pragma GCC system_header

#include <sys/sem.h>
#define sembuf __lwb_kernel_sembuf
#define semid_ds __lwb_kernel_semid_ds
#define seminfo __lwb_kernel_seminfo
#include_next <linux/sem.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef sembuf
#undef semid_ds
#undef seminfo

#endif

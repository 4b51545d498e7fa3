/*
 * The kernel's <linux/shm.h> with struct shm_info, struct shmid_ds, struct
 * shminfo as <sys/shm.h> has them: libc's functions take that one, and the
 * kernel's may have another layout.
 */
#ifndef LWB_UAPI_LINUX_SHM_H
#define LWB_UAPI_LINUX_SHM_H
#pragma GCC system_header

#include <sys/shm.h>
#define shm_info __lwb_kernel_shm_info
#define shmid_ds __lwb_kernel_shmid_ds
#define shminfo __lwb_kernel_shminfo
#include_next <linux/shm.h>

#ifdef __GLIBC__
#error "libwildebeest is for musl: glibc needs no shim"
#endif

#undef shm_info
#undef shmid_ds
#undef shminfo

#endif

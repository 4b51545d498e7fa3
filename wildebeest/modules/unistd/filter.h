/* For tests: a system call that an old kernel, or a container's filter, does not have. */
#ifndef LWB_UNISTD_FILTER_H
#define LWB_UNISTD_FILTER_H

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tap.h"

/* From now on `number` fails with `error`, in this process and its children; false where filters
 * can't be had. */
static int filter(long number, int error)
{
        struct sock_filter program[] = {
            BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned int)number, 0, 1),
            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned int)error),
            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        };
        struct sock_fprog filter = {sizeof program / sizeof *program, program};

        return !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) &&
               !prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

/* A point that can't be tested here. */
__attribute__((unused)) static void skip(const char *description, const char *why)
{
        tap_points++;
        printf("ok %d - %s # SKIP %s\n", tap_points, description, why);
        fflush(stdout);
}

#endif

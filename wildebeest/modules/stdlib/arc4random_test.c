/* The arc4random functions, with getrandom and in a sandbox without it. */
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include "tap.h"

/* Whether about half of the bits are set: a good generator fails once in more than 10^20 runs. */
static int half_set(const unsigned char *bytes, size_t n)
{
        long set = 0, deviation;

        for (size_t i = 0; i < n; i++)
                set += __builtin_popcount(bytes[i]);
        deviation = set - (long)n * 4;
        return deviation * deviation < (long)n * 200;
}

/* Has getrandom fail with ENOSYS from now on; whether the kernel can. */
static int forbid_getrandom(void)
{
        struct sock_filter code[] = {
            BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getrandom, 0, 1),
            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
            BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        };
        struct sock_fprog program = {sizeof code / sizeof *code, code};

        return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
               prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 &&
               syscall(SYS_getrandom, NULL, 0, 0) == -1;
}

enum { SANDBOXED_OK, SANDBOXED_BAD, NO_SANDBOX };

static int sandboxed(void)
{
        unsigned char bytes[4096] = {0};
        uint32_t a, b;

        if (!forbid_getrandom())
                return NO_SANDBOX;
        arc4random_buf(bytes, sizeof bytes);
        a = arc4random();
        b = arc4random();
        return half_set(bytes, sizeof bytes) && a != b ? SANDBOXED_OK : SANDBOXED_BAD;
}

int main(void)
{
        static unsigned char bytes[100000];
        static const uint32_t bounds[] = {2, 3, 7, 100, 0x80000000, 0x80000001, UINT32_MAX};
        unsigned char guarded[10] = {0};
        uint32_t numbers[1000], inherited;
        int counts[3] = {0}, bad = 0, pipes[2], status;

        for (int i = 0; i < 1000; i++)
                numbers[i] = arc4random();
        ok(half_set((unsigned char *)numbers, sizeof numbers),
           "arc4random: half of the bits are set");

        arc4random_buf(bytes, sizeof bytes);
        ok(half_set(bytes, sizeof bytes), "arc4random_buf: half of the bits are set");
        ok(half_set(bytes + sizeof bytes - 1000, 1000), "arc4random_buf: fills to the end");
        arc4random_buf(guarded, 0);
        for (int i = 0; i < 64; i++)
                arc4random_buf(guarded + 1, 8);
        ok(guarded[0] == 0 && guarded[9] == 0, "arc4random_buf: no further than the length");

        for (int i = 0; i < 1000; i++)
                bad += arc4random_uniform(0) != 0 || arc4random_uniform(1) != 0;
        is_int(bad, 0, "arc4random_uniform: 0 for the bounds 0 and 1");
        for (size_t b = 0; b < sizeof bounds / sizeof *bounds; b++) {
                int large = 0;

                bad = 0;
                for (int i = 0; i < 1000; i++) {
                        uint32_t value = arc4random_uniform(bounds[b]);

                        bad += value >= bounds[b];
                        large += value >= bounds[b] / 2;
                }
                ok(bad == 0 && large > 300, "arc4random_uniform: below %u, in both halves",
                   bounds[b]);
        }
        for (int i = 0; i < 30000; i++)
                counts[arc4random_uniform(3)]++;
        ok(counts[0] > 9000 && counts[1] > 9000 && counts[2] > 9000,
           "arc4random_uniform: each value as often");

        require(pipe(pipes) == 0);
        switch (fork()) {
        case -1:
                require(!"fork");
        case 0:
                inherited = arc4random();
                _exit(write(pipes[1], &inherited, sizeof inherited) != sizeof inherited);
        }
        numbers[0] = arc4random();
        require(read(pipes[0], &inherited, sizeof inherited) == sizeof inherited);
        require(wait(&status) > 0 && status == 0);
        ok(inherited != numbers[0], "arc4random: a child does not repeat its parent");

        switch (fork()) {
        case -1:
                require(!"fork");
        case 0:
                _exit(sandboxed());
        }
        require(wait(&status) > 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == NO_SANDBOX)
                ok(1, "arc4random: skipped, the kernel takes no seccomp filter");
        else
                ok(WIFEXITED(status) && WEXITSTATUS(status) == SANDBOXED_OK,
                   "arc4random: works without getrandom");
        return done_testing();
}

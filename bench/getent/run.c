/*
 * run ROUNDS COMMAND…: runs a command with its output thrown away, and writes the milliseconds that
 * each run took and the peak memory in KiB of the largest. It is small and static, as what a process
 * had before exec(3) counts for its peak.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
        struct timespec time;

        clock_gettime(CLOCK_MONOTONIC, &time);
        return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

int main(int argc, char **argv)
{
        long rounds = argc > 2 ? strtol(argv[1], NULL, 10) : 0;
        int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
        long peak = 0;

        if (rounds < 1 || null == -1)
                return 2;
        for (long i = 0; i < rounds; i++) {
                double begin = now();
                pid_t child = vfork();
                struct rusage usage;
                int status;

                if (!child) {
                        dup2(null, STDOUT_FILENO);
                        execv(argv[2], argv + 2);
                        _exit(127);
                }
                if (child == -1 || wait4(child, &status, 0, &usage) != child || status)
                        return 1;
                printf("%.3f ", now() - begin);
                if (usage.ru_maxrss > peak)
                        peak = usage.ru_maxrss;
        }
        printf("%ld\n", peak);
        return 0;
}

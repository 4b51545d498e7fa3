/*
 * Runs a command with its standard input from a file: what it prints, then its CPU time in microseconds and
 * its greatest resident memory in KiB, each on a line.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
        struct rusage used;
        int status, input;
        pid_t child;

        if (argc < 3) {
                fputs("usage: usage INPUT COMMAND...\n", stderr);
                return 2;
        }
        child = fork();
        if (child == 0) {
                input = open(argv[1], O_RDONLY);
                if (input >= 0 && dup2(input, 0) == 0)
                        execv(argv[2], argv + 2);
                perror(argv[2]);
                _exit(127);
        }
        if (child < 0 || wait4(child, &status, 0, &used) < 0) {
                perror("usage");
                return 1;
        }
        printf("cpu %ld\npeak %ld\n",
               (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1000000L + used.ru_utime.tv_usec +
                   used.ru_stime.tv_usec,
               used.ru_maxrss);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

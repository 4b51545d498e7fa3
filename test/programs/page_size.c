/*
 * Runs a static program as a kernel with other pages would: `page_size BYTES PROGRAM...`. What a program knows of them is AT_PAGESZ
 * of its auxiliary vector, which is written over before its first instruction.
 */
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

static void fail(const char *what)
{
        perror(what);
        exit(125);
}

/* Where the arguments of a process that has not begun are: 28th in its line, of which the second word may hold anything. */
static unsigned long first_stack(pid_t process)
{
        char path[64], line[2000];
        const char *word;
        FILE *file;

        snprintf(path, sizeof path, "/proc/%ld/stat", (long)process);
        file = fopen(path, "r");
        if (!file || !fgets(line, sizeof line, file) || !(word = strrchr(line, ')')))
                fail(path);
        fclose(file);
        for (int i = 2; i < 28; i++)
                word = strchr(word + 1, ' ');
        return strtoul(word, NULL, 10);
}

static void set_page_size(pid_t process, unsigned long bytes)
{
        unsigned long at = first_stack(process), word = 1;
        char path[64];
        int memory, nulls = 0;
        ElfW(auxv_t) entry;

        snprintf(path, sizeof path, "/proc/%ld/mem", (long)process);
        memory = open(path, O_RDWR);
        if (memory < 0)
                fail(path);
        /* The count of arguments, the arguments and the environment, each with a null pointer at its end. */
        for (at += sizeof word; nulls < 2; at += sizeof word) {
                if (pread(memory, &word, sizeof word, (off_t)at) != sizeof word)
                        fail(path);
                nulls += word == 0;
        }
        do {
                if (pread(memory, &entry, sizeof entry, (off_t)at) != sizeof entry || entry.a_type == AT_NULL)
                        fail("AT_PAGESZ");
                at += sizeof entry;
        } while (entry.a_type != AT_PAGESZ);
        entry.a_un.a_val = bytes;
        if (pwrite(memory, &entry, sizeof entry, (off_t)(at - sizeof entry)) != sizeof entry)
                fail(path);
        close(memory);
}

int main(int argc, char **argv)
{
        int status;
        pid_t child;

        if (argc < 3) {
                fputs("usage: page_size BYTES PROGRAM...\n", stderr);
                return 2;
        }
        child = fork();
        if (child == 0) {
                ptrace(PTRACE_TRACEME, 0, NULL, NULL);
                execv(argv[2], argv + 2);
                perror(argv[2]);
                _exit(125);
        }
        if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFSTOPPED(status))
                fail(argv[2]);
        set_page_size(child, strtoul(argv[1], NULL, 10));
        if (ptrace(PTRACE_DETACH, child, NULL, NULL) < 0 || waitpid(child, &status, 0) < 0)
                fail(argv[2]);
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

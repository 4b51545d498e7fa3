/* The errors of mmap where a filter forbids it: musl says that there is no memory. */
#include <errno.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include "../unistd/filter.h"
#include "tap.h"

#ifdef SYS_mmap2
#define NUMBER SYS_mmap2
#else
#define NUMBER SYS_mmap
#endif

#define NO_FILTER 255

/* The error of an anonymous mapping in a process where the kernel answers `forbidden`. */
static int error_where_forbidden(int forbidden, void *address, int flags)
{
        pid_t child = fork();
        int status;

        require(child >= 0);
        if (!child) {
                if (!filter(NUMBER, forbidden))
                        _exit(NO_FILTER);
                errno = 0;
                _exit(mmap(address, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0) ==
                              MAP_FAILED
                          ? errno
                          : 0);
        }
        require(waitpid(child, &status, 0) == child && WIFEXITED(status));
        return WEXITSTATUS(status);
}

static void test_forbidden(int forbidden, void *address, int flags, const char *description)
{
        int error = error_where_forbidden(forbidden, address, flags);

        if (error == NO_FILTER)
                skip(description, "no seccomp filter here");
        else
                is_int(error, forbidden, "%s", description);
}

int main(void)
{
        long page = sysconf(_SC_PAGESIZE);
        char *memory =
            mmap(NULL, (size_t)page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

        ok(memory != MAP_FAILED, "mmap: memory");
        require(memory != MAP_FAILED);
        memory[page - 1] = 1;
        ok(!munmap(memory, (size_t)page), "mmap: memory that can be unmapped");
        /* On 32 bits a quarter of all addresses may be free. */
        if (sizeof(void *) > 4) {
                errno = 0;
                ok(mmap(NULL, SIZE_MAX / 4, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
                           MAP_FAILED &&
                       errno == ENOMEM,
                   "mmap: ENOMEM of more than there is");
        }
        errno = 0;
        ok(mmap(NULL, SIZE_MAX - (size_t)page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) ==
                   MAP_FAILED &&
               errno == ENOMEM,
           "mmap: ENOMEM of more than there can be");
        errno = 0;
        ok(mmap(NULL, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED &&
               errno == EINVAL,
           "mmap: EINVAL");
        test_forbidden(EPERM, NULL, 0, "mmap: EPERM of a filter");
        test_forbidden(EACCES, NULL, 0, "mmap: EACCES of a filter");
        test_forbidden(ENOMEM, NULL, 0, "mmap: ENOMEM of a filter");
        test_forbidden(EPERM, memory, 0, "mmap: EPERM with an address");
        test_forbidden(EPERM, memory, MAP_FIXED, "mmap: EPERM with MAP_FIXED");
        return done_testing();
}

// TAP: a file that shrinks while it is mapped reads as zeros, and a SIGBUS of others stays theirs.
#include "mapping.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

namespace
{

sigjmp_buf back;

void onForeign(int)
{
        siglongjmp(back, 1);
}

void check(int number, bool holds, const char *what)
{
        printf("%s %d - %s\n", holds ? "ok" : "not ok", number, what);
}

} // namespace

int main()
{
        printf("1..4\n");
        // Ours comes later and hands on what is not of its mappings.
        signal(SIGBUS, onForeign);
        char name[] = "/tmp/wildebeest-mapping-XXXXXX";
        const int fd = mkstemp(name);
        const long page = sysconf(_SC_PAGESIZE);
        // Large enough to be mapped.
        const auto size = static_cast<long>(elf::Mapping::copied) + 4 * page;
        const long last = size - page;
        if (fd < 0 || ftruncate(fd, size) != 0 || pwrite(fd, "x", 1, last) != 1)
                return 1;
        {
                const elf::Mapping mapping(name);
                const auto at = static_cast<uint64_t>(last);
                check(1, mapping.bytes().load<char>(at, "byte") == 'x' && !mapping.shrunk(),
                      "as it is");
                if (ftruncate(fd, page) != 0)
                        return 1;
                const bool zero = mapping.bytes().load<char>(at, "byte") == 0;
                check(2, zero && mapping.shrunk(), "zeros where the file has shrunk");
                check(3, mapping.bytes().load<char>(0, "byte") == 0, "the rest is as before");
        }
        const void *foreign =
            mmap(nullptr, static_cast<size_t>(size), PROT_READ, MAP_SHARED, fd, 0);
        unlink(name);
        bool handed = false;
        if (sigsetjmp(back, 1) != 0)
                handed = true;
        else
                (void)*(static_cast<const volatile char *>(foreign) + last);
        check(4, handed, "a mapping of others: their handler");
        return 0;
}

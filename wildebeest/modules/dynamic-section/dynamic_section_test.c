/* The addresses in a program's own dynamic section, as a program finds them there. */
#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <string.h>
#include <unistd.h>

#include "tap.h"

extern ElfW(Dyn) _DYNAMIC[] __attribute__((weak, visibility("hidden")));
extern const char __ehdr_start[] __attribute__((visibility("hidden")));

static const ElfW(Dyn) * entry(ElfW(Sxword) tag)
{
        for (const ElfW(Dyn) *one = _DYNAMIC; one->d_tag != DT_NULL; one++)
                if (one->d_tag == tag)
                        return one;
        return NULL;
}

/* Whether the kernel could read a byte there. */
static int readable(ElfW(Addr) address)
{
        int ends[2];
        int passed;

        require(pipe(ends) == 0);
        passed = write(ends[1], (const void *)address, 1) == 1;
        close(ends[0]);
        close(ends[1]);
        return passed;
}

int main(void)
{
        static const struct {
                ElfW(Sxword) tag;
                const char *name;
        } addresses[] = {
            {DT_STRTAB, "DT_STRTAB"},
            {DT_SYMTAB, "DT_SYMTAB"},
            {DT_GNU_HASH, "DT_GNU_HASH"},
        };

        if (!_DYNAMIC)
                skip_all("this program has no dynamic section");
        for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++) {
                const ElfW(Dyn) *found = entry(addresses[i].tag);

                ok(found && found->d_un.d_ptr >= (ElfW(Addr))__ehdr_start &&
                       readable(found->d_un.d_ptr),
                   "%s: is where it says", addresses[i].name);
        }
        ok(dlsym(RTLD_DEFAULT, "no_such_symbol") == NULL,
           "dlsym: still finds nothing that is not there");
        return done_testing();
}

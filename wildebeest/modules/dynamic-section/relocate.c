/*
 * glibc: its loader adds the load address to the addresses in a program's dynamic section.
 * musl:  leaves them as the linker wrote them.
 * here:  as glibc, for each executable and shared library that this object is linked into.
 * see:   ld.so(8); System V ABI, "Dynamic Section"; dlinfo(3), RTLD_DI_LINKMAP, whose l_ld leads
 * there.
 */
#include <elf.h>
#include <link.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/* Absent from a static program that is not position-independent. */
extern ElfW(Dyn) _DYNAMIC[] __attribute__((weak, visibility("hidden")));

void __lwb_relocate_dynamic(void);

/* What holds the dynamic section. */
struct object {
        uintptr_t load;
        /* Pages that the loader made read-only after relocation; none: start is end. */
        uintptr_t relro_start, relro_end;
};

/* The entries that glibc's loader relocates (manual of dlinfo; seen there in each of them). */
static bool is_address(ElfW(Sxword) tag)
{
        switch (tag) {
        case DT_HASH:
        case DT_GNU_HASH:
        case DT_PLTGOT:
        case DT_STRTAB:
        case DT_SYMTAB:
        case DT_RELA:
        case DT_REL:
        case DT_JMPREL:
        case DT_VERSYM:
                return true;
        default:
                return false;
        }
}

static int find(struct dl_phdr_info *info, size_t size, void *result)
{
        struct object *object = result;
        bool found = false;

        (void)size;
        for (ElfW(Half) i = 0; i < info->dlpi_phnum; i++) {
                const ElfW(Phdr) *segment = &info->dlpi_phdr[i];

                if (segment->p_type == PT_DYNAMIC)
                        found = info->dlpi_addr + segment->p_vaddr == (uintptr_t)_DYNAMIC;
        }
        if (!found)
                return 0;
        object->load = info->dlpi_addr;
        for (ElfW(Half) i = 0; i < info->dlpi_phnum; i++) {
                const ElfW(Phdr) *segment = &info->dlpi_phdr[i];

                if (segment->p_type != PT_GNU_RELRO)
                        continue;
                object->relro_start = info->dlpi_addr + segment->p_vaddr;
                object->relro_end = object->relro_start + segment->p_memsz;
        }
        return 1;
}

/* Makes the pages of the dynamic section that the loader protected writable, or read-only again. */
static bool protect(const struct object *object, const ElfW(Dyn) * end, int protection)
{
        uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
        /* The loader protects whole pages alone. */
        uintptr_t first = object->relro_start & -page, last = object->relro_end & -page;
        uintptr_t from = (uintptr_t)_DYNAMIC & -page, to = ((uintptr_t)end + page - 1) & -page;

        if (from < first)
                from = first;
        if (to > last)
                to = last;
        return from >= to || mprotect((void *)from, to - from, protection) == 0;
}

/**
 * Relocates the addresses, once, before main. Where the pages can't be made writable, as under a
 * filter of system calls, they stay musl's: a program that reads none of them must start.
 */
__attribute__((constructor)) void __lwb_relocate_dynamic(void)
{
        struct object object = {0};
        ElfW(Dyn) * end;

        if (!_DYNAMIC || !dl_iterate_phdr(find, &object) || object.load == 0)
                return;
        for (end = _DYNAMIC; end->d_tag != DT_NULL; end++)
                ;
        if (!protect(&object, end + 1, PROT_READ | PROT_WRITE))
                return;
        for (ElfW(Dyn) *entry = _DYNAMIC; entry < end; entry++)
                if (is_address(entry->d_tag) && entry->d_un.d_ptr < object.load)
                        entry->d_un.d_ptr += object.load;
        protect(&object, end + 1, PROT_READ);
}

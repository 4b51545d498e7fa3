#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <stdbool.h>
#include <string.h>
#include "describe.h"

struct object {
        uintptr_t address, start;
        const char *name;
        bool found;
};

static int find_object(struct dl_phdr_info *info, size_t size, void *data)
{
        struct object *object = data;

        (void)size;
        for (size_t i = 0; i < info->dlpi_phnum; i++) {
                const ElfW(Phdr) *header = &info->dlpi_phdr[i];

                if (header->p_type != PT_LOAD ||
                    object->address - (info->dlpi_addr + header->p_vaddr) >= header->p_memsz)
                        continue;
                object->found = true;
                object->start = info->dlpi_addr;
                object->name = *info->dlpi_name ? info->dlpi_name : program_invocation_name;
                return 1;
        }
        return 0;
}

static void add(struct description *description, const char *text, size_t length)
{
        description->parts[description->count++] = (struct part){text, length};
}

static void add_number(struct description *description, char *digits, uintptr_t number)
{
        size_t n = 2 * sizeof number;

        do
                digits[--n] = "0123456789abcdef"[number % 16];
        while (number /= 16);
        add(description, digits + n, 2 * sizeof number - n);
}

void __lwb_execinfo_describe(struct description *description, const void *address, bool spaced)
{
        struct object object = {.address = (uintptr_t)address};
        const char *symbol = "", *sign = "+0x";
        uintptr_t offset;
        Dl_info info = {0};

        description->count = 0;
        dl_iterate_phdr(find_object, &object);
        if (object.found) {
                offset = object.address - object.start;
                /* In a static program there is none but the object. */
                if (dladdr(address, &info) && info.dli_sname && info.dli_saddr) {
                        bool before = (uintptr_t)info.dli_saddr > object.address;

                        symbol = info.dli_sname;
                        offset = before ? (uintptr_t)info.dli_saddr - object.address
                                        : object.address - (uintptr_t)info.dli_saddr;
                        sign = before ? "-0x" : "+0x";
                }
                add(description, object.name, strlen(object.name));
                add(description, "(", 1);
                add(description, symbol, strlen(symbol));
                add(description, sign, 3);
                add_number(description, description->offset, offset);
                add(description, spaced ? ") [0x" : ")[0x", spaced ? 5 : 4);
        } else {
                add(description, "[0x", 3);
        }
        add_number(description, description->address, object.address);
        add(description, "]", 1);
}

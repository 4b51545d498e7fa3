#include "bytes.h"

#include <cinttypes>
#include <cstdio>

namespace elf
{

std::string hex(uint64_t number)
{
        char text[sizeof "0x" + 16];
        snprintf(text, sizeof text, "0x%" PRIx64, number);
        return text;
}

void outside(const char *what, int64_t index, uint64_t at, uint64_t size, uint64_t limit)
{
        std::string name = what;
        if (index >= 0)
                name += " " + std::to_string(index);
        throw Malformed(name + ": " + hex(size) + " bytes at " + hex(at) + " run past the end at " +
                        hex(limit));
}

} // namespace elf
